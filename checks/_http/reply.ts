import { CheckFailure, type Http, type HttpRequest, readJson } from 'runlight/check';
import type { z } from 'zod';
import { type ErrorWords, errorWords, isLimit } from './error-words.ts';

/** An answer in JSON, whatever its status, and what it says of an error. */
export interface Reply {
  target: string;
  status: number;
  durationMs: number;
  /** `null` where an error status came without JSON. */
  body: unknown;
  /** The error in the service's own words; `null` without one. */
  words: string | null;
  /** Whether the body is an error, whatever the status says. */
  isError: boolean;
  /** Whether the service says that we ask too often. */
  isLimit: boolean;
}

/** Asks, and takes any status but 429: many services say only in the body what is wrong. */
export async function askFor(http: Http, path: string, request: HttpRequest = {}): Promise<Reply> {
  const answer = await http(path, { ...request, anyStatus: true });
  const body = isWell(answer.status) ? answer.json() : jsonOrNull(answer.json);
  const said: ErrorWords = errorWords(body);
  return {
    target: http.target,
    status: answer.status,
    durationMs: answer.durationMs,
    body,
    words: said.words,
    isError: said.isError,
    isLimit: isLimit(body, said.words),
  };
}

/**
 * Ends the check where the reply is an error: a limit is `rate-limited`, an error status `http-status`,
 * and an error inside a 200 `protocol`.
 */
export function refuse(reply: Reply): void {
  const { target, status } = reply;
  if (reply.isLimit)
    throw new CheckFailure(
      'rate-limited',
      `\`${target}\` answered ${status}, and that we ask too often.${says(reply)}`,
    );
  if (!isWell(status))
    throw new CheckFailure(
      'http-status',
      `\`${target}\` answered ${status}; expected a status between 200 and 299.${says(reply)}`,
    );
  if (reply.isError)
    throw new CheckFailure('protocol', `\`${target}\` answered ${status} with an error.${says(reply)}`);
}

/** The reply's body, held against what the protocol says; what does not fit is `protocol`, with the service's own words. */
export function readReply<T extends z.ZodType>(reply: Reply, schema: T, what: string): z.output<T> {
  try {
    return readJson({ json: () => reply.body }, schema, what);
  } catch (error) {
    if (!(error instanceof CheckFailure) || reply.words === null) throw error;
    throw new CheckFailure(error.code, `${error.message}${says(reply)}`);
  }
}

const isWell = (status: number): boolean => status >= 200 && status < 300;

function jsonOrNull(json: () => unknown): unknown {
  try {
    return json();
  } catch {
    return null;
  }
}

function says({ words }: Reply): string {
  return words === null ? '' : ` It says: ${words}${/[.!?…]$/.test(words) ? '' : '.'}`;
}
