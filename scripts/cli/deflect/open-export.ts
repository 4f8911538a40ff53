import { chooseDelimiter } from '../../../src/deflect/choose-delimiter.ts';
import { type Detected, detectShape, type ExportPlan, type Mappable } from '../../../src/deflect/detect-shape.ts';
import { parseRecords } from '../../../src/deflect/parse-records.ts';
import { splitRecords } from '../../../src/deflect/split-records.ts';
import { ticketShapes } from '../../../src/deflect/ticket-shapes.ts';
import { UsageError } from '../define-command.ts';
import { type DecodedFile, decodeFile } from './decode-file.ts';

/** An export whose way of writing tickets is known. */
export interface OpenExport {
  file: DecodedFile;
  format: 'csv' | 'jsonl';
  plan: ExportPlan;
  /** CSV: names of columns, and what parts values. */
  head: string[];
  delimiter: string;
}

/** Objects whose keys are looked at. */
const mostLooked = 50;

/** Opens an export and tells whose it is; `null`: there is nothing in it. What is no export is wrong use, with what was expected. */
export async function openExport(path: string, map: ReadonlyMap<Mappable, string>): Promise<OpenExport | null> {
  const file = await decodeFile(path);
  const start = file.start.replace(/^\ufeff/, '').trimStart();
  if (start === '') return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text has none of these.
  if (/[\u0000-\u0008\u000e-\u001a]/.test(start.slice(0, 4096)))
    throw new UsageError(
      `\`${path}\` is no text. ${expected}${/^PK/.test(start) ? ' It looks like a ZIP archive: unpack it first.' : ''}`,
    );
  if (start.startsWith('['))
    throw new UsageError(
      `\`${path}\` is one JSON list; expected one object a line. \`jq -c '.[]' ${path} > tickets.jsonl\` makes that of it.`,
    );
  if (start.startsWith('{')) {
    const names = keysOf(start);
    if (names.length === 0)
      throw new UsageError(`\`${path}\` begins with \`{\`, and no line of its beginning is a JSON object. ${expected}`);
    return { file, format: 'jsonl', plan: planOf(path, detectShape(names, map), names), head: [], delimiter: '' };
  }
  const delimiter = chooseDelimiter(start);
  const [first] = splitRecords(delimiter).push(`${start}\n`).records;
  const head = first ? (parseRecords([first], { delimiter, columns: null }).rows[0]?.values ?? []) : [];
  return { file, format: 'csv', plan: planOf(path, detectShape(head, map), head), head, delimiter };
}

/** Keys of the first objects, and those inside them: `source`, `source.body`. */
function keysOf(start: string): string[] {
  const names = new Set<string>();
  for (const line of start.split('\n').slice(0, mostLooked)) {
    const object = objectIn(line);
    const inner = object?.helpdesk_ticket;
    for (const each of [object, isObject(inner) ? inner : null]) {
      for (const [key, value] of Object.entries(each ?? {})) {
        names.add(key);
        if (isObject(value)) for (const sub of Object.keys(value)) names.add(`${key}.${sub}`);
      }
    }
  }
  return [...names];
}

function objectIn(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const expected = `Expected a ticket export of ${ticketShapes
  .map(({ name }) => name)
  .join(', ')
  .replace(/, ([^,]*)$/, ' or $1')}, as CSV or as JSON, one object a line.`;

function planOf(path: string, detected: Detected, names: readonly string[]): ExportPlan {
  if (detected.kind === 'found') {
    if (detected.guessed.length > 0)
      process.stderr.write(
        `The columns are no help desk’s that is known. Taken by their names: ${detected.guessed.map(({ part, name }) => `\`${name}\` as ${part}`).join(', ')}. Where that is wrong: \`--map PART=NAME\`.\n`,
      );
    return detected.plan;
  }
  if (detected.kind === 'no-such-field')
    throw new UsageError(
      `\`--map ${detected.field}=${detected.name}\`: \`${path}\` has no \`${detected.name}\`.${detected.near === null ? ` It has ${list(names)}.` : ` Did you mean \`${detected.near}\`?`}`,
    );
  const { nearest, matched, lacks } = detected;
  throw new UsageError(
    `\`${path}\` is no export that is known. ${expected} ${
      matched.length === 0
        ? 'Nothing in it is named as in any of them.'
        : `${nearest.name} is nearest: it has ${list(matched)} of it, and lacks ${lacks}.`
    } It has ${list(names)}. For another one, say where things stand: \`--map subject=NAME --map body=NAME --map created=NAME\`.`,
  );
}

/** A file without a head begins with somebody's data: what has no form of a name is not repeated. */
function list(names: readonly string[]): string {
  const shown = names
    .slice(0, 6)
    .map((name) => (/^[\p{L}_][\p{L}\p{N}_ .()/#-]{0,29}$/u.test(name) && !/\d{4}/.test(name) ? `\`${name}\`` : '…'));
  return `${shown.join(', ')}${names.length > 6 ? ` and ${names.length - 6} more` : ''}`;
}
