import type { ExportPlan } from './detect-shape.ts';
import { fieldName } from './field-name.ts';
import { valueAt } from './value-at.ts';

/** What is taken out of a row; nothing else of it is looked at. */
export interface RawTicket {
  /** Of the ticket, as the export has it; `null`: the row has none. Compared, never shown. */
  id: string | null;
  subject: string;
  body: string;
  created: string | number | null;
  /** Names and addresses of those who wrote and answered: to be taken out of the texts. */
  people: string[];
}

/** A ticket, or why the row is none. */
export type TakenRow = RawTicket | 'not-a-customer' | 'no-text';

/** Reads rows of one export: values of a CSV row, in the head's order. */
export function rowReader(plan: ExportPlan, head: readonly string[]): (row: readonly string[]) => TakenRow {
  const places = new Map<string, number>();
  for (const [index, name] of head.entries()) if (!places.has(fieldName(name))) places.set(fieldName(name), index);
  const find = (names: readonly string[]): number[] =>
    names.flatMap((name) => {
      const place = places.get(fieldName(name));
      return place === undefined ? [] : [place];
    });
  const { id, subject, body, created, people } = plan.fields;
  const at = { id: find(id), subject: find(subject), body: find(body), created: find(created), people: find(people) };
  const author = plan.author ? find([plan.author.field]) : [];
  const first = (row: readonly string[], where: readonly number[]): string => {
    for (const place of where) {
      const value = row[place];
      if (value !== undefined && value.trim() !== '') return value;
    }
    return '';
  };
  return (row) => {
    if (plan.author && !isCustomer(plan.author.customers, first(row, author))) return 'not-a-customer';
    return taken({
      id: first(row, at.id) || null,
      subject: first(row, at.subject),
      body: first(row, at.body),
      created: first(row, at.created) || null,
      people: at.people.flatMap((place) => row[place] || []),
    });
  };
}

/** Reads objects of one export: a line of JSONL. */
export function objectReader(plan: ExportPlan): (object: Readonly<Record<string, unknown>>) => TakenRow {
  const { id, subject, body, created, people } = plan.fields;
  const author = plan.author;
  return (given) => {
    const wrapped = given.helpdesk_ticket;
    const object = typeof wrapped === 'object' && wrapped !== null ? (wrapped as Record<string, unknown>) : given;
    if (author && !isCustomer(author.customers, text(valueAt(object, [author.field])))) return 'not-a-customer';
    const when = valueAt(object, created);
    return taken({
      id: text(valueAt(object, id)) || null,
      subject: text(valueAt(object, subject)),
      body: text(valueAt(object, body)),
      created: typeof when === 'number' || typeof when === 'string' ? when : null,
      people: people.flatMap((name) => text(valueAt(object, [name])) || []),
    });
  };
}

/** An export without the value says nothing against it. */
const isCustomer = (customers: readonly string[], value: string): boolean =>
  value === '' || customers.includes(value.trim().toLowerCase());

const taken = (ticket: RawTicket): TakenRow =>
  ticket.subject.trim() === '' && ticket.body.trim() === '' ? 'no-text' : ticket;

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
