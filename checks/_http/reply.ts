import { CheckFailure, type Http, type HttpRequest } from 'runlight/check';

/** An answer in JSON, whatever its status, and what it says of an error. */
export interface Reply {
  status: number;
  durationMs: number;
  /** `null` where an error status came without JSON. */
  body: unknown;
  json(): unknown;
  /** The error in the service's own words, such as `INPUT_INVALID: Validation failed`; `null` without one. */
  words: string | null;
  /** Whether the words or a code say that we ask too often. */
  isLimit: boolean;
}

/** Asks, and takes any status but 429: many services say only in the body what is wrong. */
export async function askFor(http: Http, path: string, request: HttpRequest = {}): Promise<Reply> {
  const answer = await http(path, { ...request, anyStatus: true });
  const body = isWell(answer.status) ? answer.json() : jsonOrNull(answer.json);
  const words = errorWords(body);
  return {
    status: answer.status,
    durationMs: answer.durationMs,
    body,
    json: () => body,
    words,
    isLimit: codesOf(body).includes('429') || (words !== null && limit.test(words)),
  };
}

/**
 * Ends the check where the reply is an error: a limit is `rate-limited`, an error status `http-status`,
 * and an error inside a 200 `protocol`.
 */
export function refuse(http: Http, { status, words, isLimit }: Reply): void {
  const said = words === null ? '' : ` It says: ${words}${/[.!?…]$/.test(words) ? '' : '.'}`;
  if (isLimit)
    throw new CheckFailure('rate-limited', `\`${http.target}\` answered ${status}, and that we ask too often.${said}`);
  if (!isWell(status))
    throw new CheckFailure(
      'http-status',
      `\`${http.target}\` answered ${status}; expected a status between 200 and 299.${said}`,
    );
  if (words !== null) throw new CheckFailure('protocol', `\`${http.target}\` answered ${status} with an error.${said}`);
}

const isWell = (status: number): boolean => status >= 200 && status < 300;

function jsonOrNull(json: () => unknown): unknown {
  try {
    return json();
  } catch {
    return null;
  }
}

const limit = /rate.?limit|limit exceeded|exceeded the .*limit|too many requests|throttl/i;
const maxWords = 200;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null;
}

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

function textAt(fields: Fields, names: readonly string[]): string | null {
  for (const name of names) {
    const value = own(fields, name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}

/** Errors inside errors are followed this far: `{"error":{"status":{"error_message":…}}}`. */
const maxDepth = 3;

/** Shapes differ between services, and within one: a text, an object, a list of objects, each under several names. */
function errorWords(body: unknown, depth = 0): string | null {
  const fields = fieldsOf(depth > 0 && Array.isArray(body) ? body[0] : body);
  if (!fields || depth > maxDepth) return null;
  const inner = ['error', 'errors', ...(isErrorStatus(fields) ? ['status'] : [])].map((name) => own(fields, name));
  const text =
    textAt(fields, ['message', 'description', 'error_message', 'detail']) ??
    inner.map((each) => errorWords(each, depth + 1)).find((words) => words !== null) ??
    textAt(fields, ['error']);
  const code = textAt(fields, ['name', 'code']);
  if (text === null && code === null) return inner.some(Boolean) ? 'no reason given' : null;
  const words = [code, text].filter((part) => part !== null).join(': ');
  return words.length > maxWords ? `${words.slice(0, maxWords)}…` : words;
}

/** `status` is an error where it holds a code; it is also the name of an asset, and a word of its own. */
function isErrorStatus(fields: Fields): boolean {
  const status = fieldsOf(own(fields, 'status'));
  return status !== null && Object.hasOwn(status, 'error_code');
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
