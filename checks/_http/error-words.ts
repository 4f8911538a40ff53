import { saysLimit } from 'runlight/check';

type Fields = Readonly<Record<string, unknown>>;

export interface ErrorWords {
  /** What the body says of an error, such as `INPUT_INVALID: Validation failed`; `null` where it says nothing. */
  words: string | null;
  /** Whether the body is an error. A `message` alone is none: some services send one with what went well. */
  isError: boolean;
}

const maxWords = 200;
/** Errors inside errors are followed this far: `{"error":{"status":{"error_message":…}}}`. */
const maxDepth = 3;

/** Shapes differ between services, and within one: a text, an object, a list of objects, each under several names. */
export function errorWords(body: unknown, depth = 0): ErrorWords {
  const fields = fieldsOf(depth > 0 && Array.isArray(body) ? body[0] : body);
  if (!fields || depth > maxDepth) return { words: null, isError: false };
  const inner = ['error', 'errors', ...(isErrorStatus(fields) ? ['status'] : [])].map((name) => own(fields, name));
  const text =
    textAt(fields, ['message', 'description', 'error_message', 'detail', 'title']) ??
    inner.map((each) => errorWords(each, depth + 1).words).find((words) => words !== null) ??
    textAt(fields, ['error']);
  const code = textAt(fields, ['name', 'code']);
  const hasInner = inner.some(saysSomething);
  const isCoded = (text !== null && (code !== null || hasErrorCode(fields))) || (code !== null && hasErrorCode(fields));
  const isError = hasInner || isCoded;
  if (text === null && !isError) return { words: null, isError };
  const words = [code, text].filter((part) => part !== null).join(': ') || 'no reason given';
  return { words: words.length > maxWords ? `${words.slice(0, maxWords)}…` : words, isError };
}

/** Whether the body says, by a code or in words, that we ask too often. */
export function isLimit(body: unknown, words: string | null): boolean {
  return codesOf(body).includes('429') || (words !== null && saysLimit(words));
}

function fieldsOf(value: unknown): Fields | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null;
}

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** An empty list of errors is no error. */
function saysSomething(value: unknown): boolean {
  return value !== null && typeof value === 'object' ? Object.keys(value).length > 0 : Boolean(value);
}

function textAt(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = own(fields, name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** `status` is an error where it holds a code; it is also the id of an asset, and a word of its own. */
function isErrorStatus(fields: Fields): boolean {
  const status = fieldsOf(own(fields, 'status'));
  return status !== null && Object.hasOwn(status, 'error_code');
}

function hasErrorCode(fields: Fields): boolean {
  const [status, statusCode, code] = ['status', 'statusCode', 'code'].map((name) => own(fields, name));
  return (
    [status, statusCode].some((value) => typeof value === 'number' && value >= 400) ||
    (typeof code === 'number' && code !== 0)
  );
}

/** The codes that a body gives, as texts. */
function codesOf(body: unknown, depth = 0): string[] {
  const fields = fieldsOf(body);
  if (!fields || depth > maxDepth) return [];
  return [
    ...['code', 'statusCode', 'error_code', 'status'].flatMap((name) => {
      const value = own(fields, name);
      return typeof value === 'number' || typeof value === 'string' ? [String(value)] : [];
    }),
    ...['error', 'status'].flatMap((name) => codesOf(own(fields, name), depth + 1)),
  ];
}
