import { nearest } from '../text/nearest.ts';
import { fieldName } from './field-name.ts';
import { anyDesk, type Fields, type TicketShape, ticketShapes } from './ticket-shapes.ts';

/** What `--map` may name. */
export const mappable = ['id', 'subject', 'body', 'created', 'person'] as const;
export type Mappable = (typeof mappable)[number];

/** How this export is read: a help desk's shape, or names that sound like a ticket's parts, with what `--map` said before them. */
export interface ExportPlan {
  /** `null`: no help desk that is known. */
  shape: Pick<TicketShape, 'id' | 'name'> | null;
  fields: Fields;
  author: TicketShape['author'];
}

/** A part of a ticket, and the name that was taken for it because it sounds like it. */
export interface Guess {
  part: Mappable;
  name: string;
}

export type Detected =
  | { kind: 'found'; plan: ExportPlan; guessed: Guess[] }
  | { kind: 'none'; nearest: TicketShape; matched: string[]; lacks: string }
  | { kind: 'no-such-field'; field: string; name: string; near: string | null };

/**
 * Tells by the names in an export's head, or of its first objects' keys, whose it is. Where they are no help desk's, but
 * sound like a ticket's parts, these are taken, and named, for what `map` leaves open; where it says which is the
 * subject or the text, nothing is guessed.
 */
export function detectShape(names: readonly string[], map: ReadonlyMap<Mappable, string> = new Map()): Detected {
  const known = new Map(names.map((name) => [fieldName(name), name]));
  const has = (name: string): boolean => known.has(fieldName(name)) || names.some((each) => isInside(name, each));
  for (const [field, name] of map)
    if (!has(name)) return { kind: 'no-such-field', field, name, near: nearest(name, [...names]) };
  const ranked = ticketShapes
    .map((shape) => ({ shape, matched: shape.telling.filter(has) }))
    .toSorted((a, b) => b.matched.length - a.matched.length);
  const [best] = ranked;
  if (!best) throw new Error('There is no shape.');
  const isShape = best.matched.length >= 2;
  const fields = withMap(isShape ? best.shape.fields : noFields, map);
  const hasText = [...fields.subject, ...fields.body].some(has);
  if (hasText && (isShape || map.size > 0)) {
    const { id, name, author } = best.shape;
    return {
      kind: 'found',
      plan: {
        shape: isShape ? { id, name } : null,
        fields,
        author: isShape && author && has(author.field) ? author : null,
      },
      guessed: [],
    };
  }
  const guessed = guess(known).filter(({ part }) => part === 'person' || !map.has(part));
  if (guessed.some(({ part }) => part === 'subject' || part === 'body'))
    return { kind: 'found', plan: { shape: null, fields: withMap(asGuessed(guessed), map), author: null }, guessed };
  const lacks = isShape
    ? `a subject or a text (${[...best.shape.fields.subject, ...best.shape.fields.body].slice(0, 4).join(', ')})`
    : `its columns (such as ${best.shape.telling.slice(0, 4).join(', ')})`;
  return { kind: 'none', nearest: best.shape, matched: best.matched, lacks };
}

/** `source.body` where only `source` is known yet. */
const isInside = (path: string, name: string): boolean =>
  path.includes('.') && fieldName(path).startsWith(`${fieldName(name)}.`);

/** The first name of each part that the export has; all of those of people, whose words are taken out. */
function guess(known: ReadonlyMap<string, string>): Guess[] {
  const had = (names: readonly string[]): string[] => names.flatMap((name) => known.get(fieldName(name)) ?? []);
  return [
    ...(['id', 'subject', 'body', 'created'] as const).flatMap((part) =>
      had(anyDesk[part])
        .slice(0, 1)
        .map((name) => ({ part, name })),
    ),
    ...[...new Set(had(anyDesk.people))].map((name) => ({ part: 'person' as const, name })),
  ];
}

function asGuessed(guessed: readonly Guess[]): Fields {
  const of = (wanted: Mappable): string[] => guessed.flatMap(({ part, name }) => (part === wanted ? [name] : []));
  return { id: of('id'), subject: of('subject'), body: of('body'), created: of('created'), people: of('person') };
}

const noFields: Fields = { id: [], subject: [], body: [], created: [], people: [] };

function withMap(fields: Fields, map: ReadonlyMap<Mappable, string>): Fields {
  const of = (field: Mappable, rest: readonly string[]): string[] => {
    const mapped = map.get(field);
    return mapped === undefined ? [...rest] : field === 'person' ? [mapped, ...rest] : [mapped];
  };
  return {
    id: of('id', fields.id),
    subject: of('subject', fields.subject),
    body: of('body', fields.body),
    created: of('created', fields.created),
    people: of('person', fields.people),
  };
}
