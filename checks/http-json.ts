import { CheckFailure, ConfigProblem, defineCheck, type Http, type HttpAnswer, param } from 'runlight/check';

/**
 * Proves that an HTTP endpoint answers with JSON in which the named values are what the page says.
 * A status of 200 alone proves nothing: many services answer 200 with an error page, or with a body
 * that says that they are down. So the body must be JSON, and rows name values of it by JSON pointer.
 *
 * Readings: `status` (HTTP status; a row for it lets any status through), `latency` (ms, from the
 * request to the last byte), and any JSON pointer. A pointer to nothing or to `null` is absent; one to
 * an object or a list is its compact JSON text.
 * Sources: RFC 6901 (JSON pointers), RFC 8259 (JSON), RFC 9110 (status codes).
 */
export default defineCheck({
  summary: 'An HTTP endpoint answers with the JSON it should',
  layer: 'api',
  params: {
    target: param.target(),
    path: param.text('a path below the target’s address, such as `/v1/health`').default(''),
    method: param.choice(['GET', 'POST']).default('GET'),
    body: param.text('JSON text, sent with `POST`').optional(),
  },
  readings: {
    status: { type: 'integer', summary: 'HTTP status of the answer' },
    latency: { unit: 'ms', summary: 'Time from the request to the last byte of the answer' },
  },
  pointers: true,
  async run({ params, http, wanted }) {
    const answer = await ask(http, params, wanted.has('status'));
    const readings: Record<string, number | string | boolean | null> = {
      status: answer.status,
      latency: answer.durationMs,
    };
    const pointers = [...wanted].filter((name) => name === '' || name.startsWith('/'));
    const document = readDocument(answer, pointers.length > 0);
    for (const pointer of pointers)
      readings[pointer] = document === undefined ? null : asReading(at(document, pointer), pointer);
    return readings;
  },
});

interface Params {
  path: string;
  method: 'GET' | 'POST';
  body?: string | undefined;
}

async function ask(http: Http, { path, method, body }: Params, anyStatus: boolean): Promise<HttpAnswer> {
  if (body === undefined) return http(path, { method, anyStatus });
  if (method !== 'POST') throw new ConfigProblem('`body` is sent with `method="POST"` only.');
  try {
    JSON.parse(body);
  } catch {
    throw new ConfigProblem(`\`body\` is no JSON: \`${body.slice(0, 80)}\`.`);
  }
  return http(path, { method, body, anyStatus });
}

/**
 * The parsed body. An error status that a row speaks about may come without JSON: then pointers are
 * absent, and the row for `status` says what is wrong.
 */
function readDocument(answer: HttpAnswer, isNeeded: boolean): unknown {
  const isWell = answer.status >= 200 && answer.status < 300;
  if (isWell && !isNeeded && (answer.status === 204 || answer.status === 205)) return undefined;
  try {
    return answer.json();
  } catch (error) {
    if (isWell) throw error;
    return undefined;
  }
}

/** The value at a JSON pointer, or `undefined`. */
function at(document: unknown, pointer: string): unknown {
  let value = document;
  for (const escaped of pointer.split('/').slice(1)) {
    const token = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(token) ? (value[Number(token)] as unknown) : undefined;
    else if (value !== null && typeof value === 'object' && Object.hasOwn(value, token))
      value = (value as Record<string, unknown>)[token];
    else return undefined;
  }
  return value;
}

const maxText = 2000;

function asReading(value: unknown, pointer: string): number | string | boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value;
    throw new CheckFailure('protocol', `The number at \`${pointer}\` is too large to be read.`);
  }
  return JSON.stringify(value).slice(0, maxText);
}
