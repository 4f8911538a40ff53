// Long because it is one table: how each help desk names what we need.

/** The help desks whose exports are known by their columns or keys. */
export const shapeIds = ['zendesk', 'freshdesk', 'intercom', 'help-scout'] as const;
export type ShapeId = (typeof shapeIds)[number];

/**
 * Where a ticket's parts stand in a row. Names are compared without case, spaces and signs, so `Created at`,
 * `created_at` and `createdAt` are one; `source.body` is `body` inside `source`. The first that holds
 * something is taken.
 */
export interface Fields {
  id: readonly string[];
  subject: readonly string[];
  body: readonly string[];
  created: readonly string[];
  /** Who wrote and who answered. Read for one purpose: their words are taken out of the texts. */
  people: readonly string[];
}

export interface TicketShape {
  id: ShapeId;
  name: string;
  /** Names that this help desk gives and the others do not: two of them make it this one. */
  telling: readonly string[];
  fields: Fields;
  /** In exports with a row for each message: where it says who wrote it, and who is a customer there. */
  author: { field: string; customers: readonly string[] } | null;
}

/**
 * Zendesk: a view's CSV (`Requester`, `Created at`, `Via`), Explore's (`Ticket subject`), and the JSON
 * export, one ticket a line (https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/).
 * Freshdesk: the CSV of the ticket list, and the API's tickets
 * (https://developers.freshdesk.com/api/#tickets). Intercom: the API's conversations
 * (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/conversations) and CSV exports
 * with a row for each message. Help Scout: the CSV of a report, and the API's conversations
 * (https://developer.helpscout.com/mailbox-api/endpoints/conversations/get/).
 */
export const ticketShapes: readonly TicketShape[] = [
  {
    id: 'zendesk',
    name: 'Zendesk',
    telling: [
      'Requester',
      'Requester id',
      'Requester email',
      'Submitter',
      'submitter_id',
      'Via',
      'Ticket type',
      'Organization',
      'organization_id',
      'Satisfaction Score',
      'satisfaction_rating',
      'Summation column',
      'raw_subject',
      'brand_id',
      'ticket_form_id',
      'Ticket subject',
      'Ticket description',
      'Ticket created - Date',
      'Group stations',
      'Assignee',
      'assignee_id',
    ],
    fields: {
      id: ['Id', 'Ticket ID'],
      subject: ['Subject', 'Ticket subject', 'raw_subject'],
      body: [
        'Description',
        'Ticket description',
        'First comment',
        'Comment',
        'comments.0.plain_body',
        'comments.0.body',
      ],
      created: ['Created at', 'Ticket created - Timestamp', 'Ticket created - Date', 'Ticket created', 'Ticket date'],
      people: [
        'Requester',
        'Requester name',
        'Requester email',
        'requester.name',
        'requester.email',
        'submitter.name',
        'Submitter',
        'Submitter name',
        'Assignee',
        'Assignee name',
        'via.source.from.name',
        'via.source.from.address',
      ],
    },
    author: null,
  },
  {
    id: 'freshdesk',
    name: 'Freshdesk',
    telling: [
      'Created time',
      'Due by Time',
      'Resolved time',
      'Closed time',
      'Last update time',
      'Initial response time',
      'Agent interactions',
      'Customer interactions',
      'Resolution status',
      'First response status',
      'description_text',
      'responder_id',
      'fr_escalated',
      'fr_due_by',
      'email_config_id',
      'display_id',
      'helpdesk_ticket',
    ],
    fields: {
      id: ['Ticket ID', 'display_id', 'id'],
      subject: ['Subject'],
      body: ['description_text', 'Description', 'description_html'],
      created: ['Created time', 'created_at'],
      people: [
        'Full name',
        'Requester name',
        'Requester email',
        'Contact name',
        'requester.name',
        'requester.email',
        'name',
        'email',
        'Email',
        'Agent',
        'Agent name',
      ],
    },
    author: null,
  },
  {
    id: 'intercom',
    name: 'Intercom',
    telling: [
      'message_body',
      'message_author_type',
      'message_created_at',
      'conversation_id',
      'Conversation started at',
      'conversation_created_at',
      'conversation_parts',
      'source.delivered_as',
      'source.author',
      'conversation_rating',
      'admin_assignee_id',
      'waiting_since',
    ],
    fields: {
      id: ['conversation_id', 'id'],
      subject: ['source.subject', 'message_subject', 'title'],
      body: ['source.body', 'message_body', 'conversation_message.body', 'First message'],
      created: ['created_at', 'conversation_created_at', 'Conversation started at', 'message_created_at'],
      people: [
        'source.author.name',
        'source.author.email',
        'message_author_name',
        'message_author_email',
        'user.name',
        'user.email',
        'User name',
        'User email',
      ],
    },
    author: { field: 'message_author_type', customers: ['user', 'lead', 'contact', 'visitor'] },
  },
  {
    id: 'help-scout',
    name: 'Help Scout',
    telling: [
      'mailboxId',
      'Mailbox',
      'primaryCustomer',
      'customerWaitingSince',
      'folderId',
      'threadCount',
      'Customer Email',
      'Customer Name',
      'Customer',
      'Conversation Number',
      'Preview',
      '_embedded.threads',
    ],
    fields: {
      id: ['id', 'Conversation ID', 'number', 'Conversation Number'],
      subject: ['subject', 'Conversation Subject'],
      body: ['_embedded.threads.customer.body', 'threads.customer.body', 'Body', 'First message', 'preview'],
      created: ['createdAt', 'Created', 'Created Date', 'Date'],
      people: [
        'primaryCustomer.first',
        'primaryCustomer.last',
        'primaryCustomer.email',
        'Customer',
        'Customer Name',
        'Customer Email',
        'customer.first',
        'customer.last',
        'assignee.first',
        'assignee.last',
        'User',
      ],
    },
    author: null,
  },
];

const named = (part: keyof Fields): string[] => ticketShapes.flatMap(({ fields }) => fields[part]);

/** What a ticket's parts are called anywhere: for exports of other desks, and those with few columns left. */
export const anyDesk: Fields = {
  id: [...named('id'), 'Ticket', 'Ticket number', 'Case ID', 'Case number', 'Key', 'Number', 'uuid'],
  subject: [...named('subject'), 'Summary', 'Topic', 'Headline'],
  body: [
    ...named('body'),
    'Message',
    'Text',
    'Content',
    'Question',
    'Request',
    'Issue',
    'First comment body',
    'Customer message',
    'Conversation',
    'Transcript',
    'Details',
    'Ticket body',
    'Ticket text',
  ],
  created: [
    ...named('created'),
    'Opened',
    'Opened at',
    'Timestamp',
    'Time',
    'Datetime',
    'Created on',
    'Submitted at',
    'Received at',
    'When',
  ],
  people: [...named('people'), 'Author', 'From', 'Sender', 'Contact', 'Reporter', 'User name', 'E-mail'],
};
