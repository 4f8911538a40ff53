import { CheckFailure } from '../checks/failure.ts';
import type { HttpAnswer } from '../checks/http.ts';
import { decodeForPeople, decodeStrictly, maxBody, maxPieces, parseJson, readBody } from './http-body.ts';
import type { HttpContext } from './http-context.ts';
import { timeoutFailure } from './http-failure.ts';
import type { RawEvidence } from './seal.ts';

interface Asked {
  /** By `performance.now()`. */
  started: number;
  /** The request, for people. */
  said: string;
  /** The target's. */
  name: string;
  anyStatus: boolean;
  binary: boolean;
  confidential: boolean;
  context: HttpContext;
}

/** Reads an answer whole and holds it against the rules that every answer must meet. */
export async function readAnswer(
  response: Response,
  { started, said, name, anyStatus, binary, confidential, context }: Asked,
): Promise<HttpAnswer> {
  const { status, headers } = response;
  const { bytes, ending } = await readBody(response);
  const durationMs = Math.round((performance.now() - started) * 10) / 10;
  const evidence = (): RawEvidence => ({
    title: `\`${name}\` answered ${status}`,
    text: `${said}\n\nHTTP ${status} ${response.statusText}\ncontent-type: ${headers.get('content-type') ?? 'none'}\n\n${confidential ? `(${bytes.length} bytes about people, not kept)` : decodeForPeople(bytes)}`,
  });
  const failure = (code: 'protocol' | 'rate-limited' | 'http-status', message: string): CheckFailure => {
    context.exchange(evidence, true);
    return new CheckFailure(code, message);
  };
  if (ending === 'cut' && context.signal.aborted) {
    context.exchange(evidence, true);
    throw timeoutFailure(name, context.timeoutMs, null);
  }
  if (status === 429) {
    const wait = headers.get('retry-after');
    throw failure(
      'rate-limited',
      `\`${name}\` answered 429: we ask too often.${wait === null ? '' : ` It says when to come back: \`Retry-After: ${wait.slice(0, 60)}\`.`}`,
    );
  }
  if ((status < 200 || status > 299) && !anyStatus) {
    const text = response.statusText ? ` ${response.statusText.slice(0, 60)}` : '';
    throw failure('http-status', `\`${name}\` answered ${status}${text}; expected a status between 200 and 299.`);
  }
  if (ending === 'too-large')
    throw failure('protocol', `The answer of \`${name}\` is larger than ${maxBody / 1024 / 1024} MiB.`);
  if (ending === 'crumbs')
    throw failure('protocol', `The answer of \`${name}\` comes in more than ${maxPieces} pieces.`);
  if (ending === 'cut')
    throw failure('protocol', `The answer of \`${name}\` is truncated: it broke off after ${bytes.length} bytes.`);
  const text = binary ? decodeForPeople(bytes) : decodeStrictly(bytes);
  if (text === null) throw failure('protocol', `The answer of \`${name}\` is not valid UTF-8.`);
  context.exchange(evidence, false);
  return {
    status,
    headers,
    text,
    bytes,
    durationMs,
    json() {
      const parsed = parseJson(text);
      if (parsed.ok) return parsed.value;
      throw failure('protocol', parsed.message.replace('The answer', `The answer of \`${name}\``));
    },
  };
}
