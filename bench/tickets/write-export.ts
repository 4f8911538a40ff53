import type { ShapeId } from '../../src/deflect/ticket-shapes.ts';
import type { MadeTicket } from './make-tickets.ts';

/** How an export of a help desk looks: its first line, if it has one, and a line of each ticket. */
export interface ExportForm {
  head: string | null;
  row(ticket: MadeTicket): string;
}

const date = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const cell = (value: string | number): string =>
  /[",\n\r;]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
const row = (...values: (string | number)[]): string => values.map(cell).join(',');
const html = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;

/** The same tickets, as four help desks export them. */
export const exportForms: Readonly<Record<`${ShapeId}.${'csv' | 'jsonl'}`, ExportForm>> = {
  'zendesk.csv': {
    head: 'Summation column,Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Organization,Description',
    row: (t) =>
      row(
        1,
        t.number,
        t.name,
        t.number + 7,
        '',
        t.email,
        'mail.example',
        t.name,
        'Agent Smith',
        'Support',
        t.subject,
        'app',
        'Closed',
        'Normal',
        'Mail',
        'Question',
        `${date(t.day)} 10:05`,
        `${date(t.day)} 12:05`,
        '-',
        t.body,
      ),
  },
  'zendesk.jsonl': {
    head: null,
    row: (t) =>
      JSON.stringify({
        url: `https://example.zendesk.com/api/v2/tickets/${t.number}.json`,
        id: t.number,
        via: { channel: 'email', source: { from: { address: t.email, name: t.name }, rel: null } },
        created_at: `${date(t.day)}T10:05:00Z`,
        raw_subject: t.subject,
        subject: t.subject,
        description: t.body,
        requester_id: 7,
        submitter_id: 7,
        brand_id: 1,
        satisfaction_rating: null,
      }),
  },
  'freshdesk.csv': {
    head: 'Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Agent interactions,Customer interactions,Resolution status,First response status,Tags,Full name,Email',
    row: (t) =>
      row(
        t.number,
        t.subject,
        t.body,
        'Closed',
        'Low',
        'Email',
        'Question',
        'Agent Smith',
        'L1',
        `${date(t.day)} 10:05:00`,
        '',
        '',
        '',
        '',
        '',
        1,
        1,
        'Within SLA',
        'Within SLA',
        '',
        t.name,
        t.email,
      ),
  },
  'freshdesk.jsonl': {
    head: null,
    row: (t) =>
      JSON.stringify({
        cc_emails: [],
        fr_escalated: false,
        spam: false,
        email_config_id: null,
        requester_id: 7,
        responder_id: 8,
        source: 1,
        id: t.number,
        subject: t.subject,
        description: html(t.body),
        description_text: t.body,
        created_at: `${date(t.day)}T10:05:00Z`,
        requester: { name: t.name, email: t.email },
      }),
  },
  'intercom.csv': {
    head: 'message_id,message_body,message_type,message_created_at,message_author_type,message_author_id,message_author_name,message_author_email,conversation_tags,conversation_id,conversation_state,conversation_created_at',
    row: (t) =>
      [
        row(
          t.number * 2,
          t.body,
          'conversation_message',
          `${date(t.day)} 10:05:00`,
          'user',
          'u1',
          t.name,
          t.email,
          '',
          t.number,
          'closed',
          `${date(t.day)} 10:05:00`,
        ),
        row(
          t.number * 2 + 1,
          'Thanks for writing, an agent looks at it.',
          'comment',
          `${date(t.day)} 11:05:00`,
          'admin',
          'a1',
          'Agent Smith',
          'agent@mail.example',
          '',
          t.number,
          'closed',
          `${date(t.day)} 10:05:00`,
        ),
      ].join('\n'),
  },
  'intercom.jsonl': {
    head: null,
    row: (t) =>
      JSON.stringify({
        type: 'conversation',
        id: String(t.number),
        created_at: t.day * 86_400 + 36_300,
        waiting_since: null,
        admin_assignee_id: 3,
        source: {
          type: 'conversation',
          delivered_as: 'customer_initiated',
          subject: html(t.subject),
          body: html(t.body),
          author: { type: 'user', name: t.name, email: t.email },
        },
      }),
  },
  'help-scout.csv': {
    head: 'Conversation Number,Subject,Customer Name,Customer Email,Mailbox,Status,Created Date,Preview',
    row: (t) =>
      row(t.number, t.subject, t.name, t.email, 'Support', 'Closed', `${date(t.day)} 10:05`, t.body.slice(0, 300)),
  },
  'help-scout.jsonl': {
    head: null,
    row: (t) =>
      JSON.stringify({
        id: t.number,
        number: t.number,
        threads: 2,
        type: 'email',
        folderId: 11,
        mailboxId: 85,
        subject: t.subject,
        preview: t.body.slice(0, 80),
        createdAt: `${date(t.day)}T10:05:00Z`,
        primaryCustomer: {
          id: 7,
          first: t.name.split(' ')[0],
          last: t.name.split(' ').slice(1).join(' '),
          email: t.email,
        },
        _embedded: {
          threads: [
            { type: 'message', body: 'Thanks for writing.', createdBy: { type: 'user' } },
            { type: 'customer', body: html(t.body), createdBy: { type: 'customer' } },
          ],
        },
      }),
  },
};
