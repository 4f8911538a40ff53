import type { comparisons, Expectation, Literal } from '../schemas/expectation.ts';
import type { ReadingValue } from '../schemas/reading.ts';
import { convert, toUnit, type Unit, unitNames } from '../schemas/units.ts';
import { didYouMean, suggest } from '../text/nearest.ts';

export type ParsedExpectation =
  | { ok: true; expectation: Expectation }
  | { ok: false; code: 'bad-expectation' | 'wrong-unit'; message: string };

const bad = (message: string): ParsedExpectation => ({ ok: false, code: 'bad-expectation', message });
const words = ['between', 'in', 'matches', 'present', 'absent'];

/**
 * Reads one expectation, such as `< 15 s`, `= 56`, `between 1 and 5`, `in a, b`, `matches /re/i`,
 * `present` or `absent`. `source` is a cell's text with its backticks already removed.
 */
export function parseExpectation(source: string): ParsedExpectation {
  const text = source.trim();
  const doubled = /^(==+|=>|=<|<>|!==+|<<|>>)/.exec(text)?.[1];
  if (doubled) return bad(`\`${doubled}\` is no comparison; expected one of \`= != < <= > >=\`.`);
  const symbol = /^(<=|>=|!=|=|<|>)\s*(.*)$/s.exec(text);
  if (symbol) {
    const op = symbol[1] as (typeof comparisons)[number];
    const literal = parseLiteral(symbol[2] ?? '');
    if (typeof literal === 'string') return bad(`\`${text}\`: ${literal}`);
    if (op !== '=' && op !== '!=' && literal.kind === 'text') {
      return bad(unreadNumber(text, op, literal));
    }
    return { ok: true, expectation: { op, value: literal, source: text } };
  }
  const word = /^([A-Za-z]+)(?:\s+(.*))?$/s.exec(text);
  const rest = (word?.[2] ?? '').trim();
  switch (word?.[1]) {
    case 'present':
    case 'absent':
      return rest === ''
        ? { ok: true, expectation: { op: word[1], source: text } }
        : bad(`\`${word[1]}\` stands alone; received \`${text}\`.`);
    case 'between':
      return parseBetween(text, rest);
    case 'in':
      return parseIn(text, rest);
    case 'matches':
      return parseMatches(text, rest);
    default:
      return bad(
        text === ''
          ? 'The cell is empty; expected an expectation such as `< 15 s`.'
          : `\`${text}\` is not an expectation; expected \`= != < <= > >=\`, \`between a and b\`, \`in a, b\`, \`matches /re/\`, \`present\` or \`absent\`.${word?.[1] ? didYouMean(word[1], words) : ''}`,
      );
  }
}

function unreadNumber(text: string, op: string, literal: Literal & { kind: 'text' }): string {
  const unit = /^-?[\d.]+\s*(\S+)$/.exec(literal.value)?.[1];
  if (unit) return `\`${text}\`: \`${unit}\` is not a unit.${suggest(unit, unitNames)}`;
  return `\`${text}\`: \`${op}\` compares numbers; received \`${literal.value}\`.`;
}

function parseBetween(text: string, rest: string): ParsedExpectation {
  const match = /^(.+?)\s+and\s+(.+)$/s.exec(rest);
  const low = match?.[1] === undefined ? 'nothing' : parseLiteral(match[1]);
  const high = match?.[2] === undefined ? 'nothing' : parseLiteral(match[2]);
  if (typeof low === 'string' || typeof high === 'string' || low.kind === 'text' || high.kind === 'text') {
    return bad(`\`${text}\`: expected two numbers, such as \`between 1 and 5\`.`);
  }
  // `between 1 and 5 s` means seconds at both ends.
  const lower: Literal = { ...low, unit: low.unit ?? high.unit };
  if (lower.unit && !high.unit) return bad(`\`${text}\`: write the unit behind the second number.`);
  const top = lower.unit && high.unit ? convert(high.value, high.unit, lower.unit) : high.value;
  if (top === null)
    return {
      ok: false,
      code: 'wrong-unit',
      message: `\`${text}\`: \`${lower.unit}\` and \`${high.unit}\` measure different things.`,
    };
  if (lower.value > top)
    return bad(`\`${text}\`: the first number is larger than the second, so nothing is between them.`);
  return { ok: true, expectation: { op: 'between', low: lower, high, source: text } };
}

function parseIn(text: string, rest: string): ParsedExpectation {
  const items = splitList(rest);
  if (items.length === 0 || items.some((item) => item === '')) {
    return bad(`\`${text}\`: expected values with commas between them, such as \`in none, minor\`.`);
  }
  const values: Literal[] = [];
  for (const item of items) {
    const literal = parseLiteral(item);
    if (typeof literal === 'string') return bad(`\`${text}\`: ${literal}`);
    values.push(literal);
  }
  return { ok: true, expectation: { op: 'in', values, source: text } };
}

function parseMatches(text: string, rest: string): ParsedExpectation {
  const match = /^\/(.*)\/([a-z]*)$/s.exec(rest);
  if (!match || match[1] === undefined)
    return bad(`\`${text}\`: expected a pattern between slashes, such as \`matches /^v2\\./\`.`);
  const flags = match[2] ?? '';
  try {
    new RegExp(match[1], flags);
  } catch (error) {
    return bad(`\`${text}\`: ${error instanceof Error ? error.message : 'the pattern cannot be read'}.`);
  }
  return { ok: true, expectation: { op: 'matches', pattern: match[1], flags, source: text } };
}

/** Splits at commas outside double quotes. */
function splitList(text: string): string[] {
  return (text.match(/(?:"(?:\\.|[^"\\])*"|[^,])+|(?<=,)(?=,|$)/g) ?? []).map((item) => item.trim());
}

/** A number with unit, a double-quoted JSON string, or bare words. Returns a message when it is none. */
function parseLiteral(raw: string): Literal | string {
  const text = raw.trim();
  if (text === '') return 'a value is missing.';
  if (text.startsWith('"')) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'string') return { kind: 'text', value, quoted: true };
    } catch {
      // Said below.
    }
    return `${text} is not a double-quoted JSON string.`;
  }
  const number = /^(-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i.exec(text);
  if (number?.[1] !== undefined) {
    if (!Number.isFinite(Number(number[1]))) return `\`${number[1].slice(0, 40)}\` is too large to count with.`;
    if (!number[2]) return { kind: 'number', value: Number(number[1]), unit: null };
    const unit = toUnit(number[2]);
    if (unit) return { kind: 'number', value: Number(number[1]), unit };
  }
  return { kind: 'text', value: text, quoted: false };
}

/** Whether `value`, measured in `unit`, is what `expectation` says. An absent value is only `absent`. */
export function holds(expectation: Expectation, value: ReadingValue, unit: Unit | null): boolean {
  switch (expectation.op) {
    case 'present':
      return value !== null;
    case 'absent':
      return value === null;
    case 'in':
      return expectation.values.some((literal) => equals(literal, value, unit));
    case 'matches':
      return value !== null && new RegExp(expectation.pattern, expectation.flags).test(String(value));
    case 'between':
      return (
        compare(value, expectation.low, unit, (a, b) => a >= b) &&
        compare(value, expectation.high, unit, (a, b) => a <= b)
      );
    case '=':
      return equals(expectation.value, value, unit);
    case '!=':
      return value !== null && !equals(expectation.value, value, unit);
    case '<':
      return compare(value, expectation.value, unit, (a, b) => a < b);
    case '<=':
      return compare(value, expectation.value, unit, (a, b) => a <= b);
    case '>':
      return compare(value, expectation.value, unit, (a, b) => a > b);
    case '>=':
      return compare(value, expectation.value, unit, (a, b) => a >= b);
  }
}

/** Values compare by type: `"5"` in quotes is never the number 5, and `5` is never the text. */
function equals(literal: Literal, value: ReadingValue, unit: Unit | null): boolean {
  if (value === null) return false;
  if (typeof value === 'number') return compare(value, literal, unit, (a, b) => a === b);
  if (typeof value === 'boolean') return literal.kind === 'text' && !literal.quoted && literal.value === String(value);
  return literal.kind === 'text' && literal.value === value;
}

function compare(
  value: ReadingValue,
  literal: Literal,
  unit: Unit | null,
  test: (a: number, b: number) => boolean,
): boolean {
  if (typeof value !== 'number' || literal.kind !== 'number') return false;
  const right = literal.unit && unit ? convert(literal.value, literal.unit, unit) : literal.value;
  return right !== null && test(value, right);
}

/** The literals of an expectation, for checking them against a reading's type and unit. */
export function literalsOf(expectation: Expectation): Literal[] {
  switch (expectation.op) {
    case 'between':
      return [expectation.low, expectation.high];
    case 'in':
      return expectation.values;
    case 'matches':
    case 'present':
    case 'absent':
      return [];
    default:
      return [expectation.value];
  }
}

/** The units that an expectation writes, each once. */
export function unitsOf(expectation: Expectation): Unit[] {
  return [
    ...new Set(
      literalsOf(expectation).flatMap((literal) => (literal.kind === 'number' && literal.unit ? [literal.unit] : [])),
    ),
  ];
}
