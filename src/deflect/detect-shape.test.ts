import { describe, expect, it } from 'vitest';
import { chooseDelimiter } from './choose-delimiter.ts';
import { detectShape } from './detect-shape.ts';

describe('whose export it is', () => {
  it.each([
    ['zendesk', 'Summation column,Id,Requester,Requester email,Subject,Status,Via,Created at'],
    ['zendesk', 'Ticket ID,Ticket subject,Ticket description,Ticket created - Date'],
    ['freshdesk', 'Ticket ID,Subject,Status,Agent,Created time,Resolved time,Agent interactions'],
    ['intercom', 'message_id,message_body,message_author_type,conversation_id,message_created_at'],
    ['intercom', 'type,id,created_at,source,source.subject,source.body,source.author,waiting_since'],
    ['help-scout', 'Conversation Number,Subject,Customer Email,Mailbox,Created Date,Preview'],
    ['help-scout', 'id,number,mailboxId,folderId,subject,primaryCustomer,_embedded,createdAt'],
  ])('%s: %s', (id, head) => {
    expect(detectShape(head.split(','))).toMatchObject({ kind: 'found', plan: { shape: { id } } });
  });

  it.each([
    ['Ticket ID,Subject,Description,Created at,Requester email', 'Description', 'Created at'],
    ['id,subject,description,created_at', 'description', 'created_at'],
    ['when,message,agent', 'message', 'when'],
  ])('no help desk’s, but names that sound like it: %s', (head, body, created) => {
    const found = detectShape(head.split(','));
    expect(found).toMatchObject({ kind: 'found', plan: { shape: null, fields: { body: [body], created: [created] } } });
    expect(found).toMatchObject({ guessed: expect.arrayContaining([{ part: 'body', name: body }]) });
  });

  it('none: the nearest is named, with what it lacks', () => {
    const none = detectShape(['Ticket', 'Requester', 'Via', 'Organization']);
    expect(none).toMatchObject({ kind: 'none', nearest: { id: 'zendesk' }, lacks: expect.stringContaining('Subject') });
    expect(detectShape(['date', 'amount'])).toMatchObject({ kind: 'none', matched: [] });
  });

  it('`--map` says where things stand, and must name what is there', () => {
    expect(detectShape(['when', 'what'], new Map([['body', 'what']]))).toMatchObject({
      kind: 'found',
      plan: { shape: null, fields: { body: ['what'], subject: [] } },
    });
    expect(detectShape(['when', 'what'], new Map([['body', 'waht']]))).toEqual({
      kind: 'no-such-field',
      field: 'body',
      name: 'waht',
      near: 'what',
    });
  });

  it('`--map` mends one part of what was guessed, and the rest stays', () => {
    expect(detectShape(['Message', 'When it was', 'Name'], new Map([['created', 'When it was']]))).toMatchObject({
      kind: 'found',
      plan: { shape: null, fields: { body: ['Message'], created: ['When it was'], people: ['Name'] } },
      guessed: [
        { part: 'body', name: 'Message' },
        { part: 'person', name: 'Name' },
      ],
    });
  });

  it('spreadsheets part values with semicolons or tabs', () => {
    expect(chooseDelimiter('Id;"a, b";Subject\n1;2;3')).toBe(';');
    expect(chooseDelimiter('Id\tSubject')).toBe('\t');
    expect(chooseDelimiter('Id')).toBe(',');
  });
});
