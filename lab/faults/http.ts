/** The faults that every HTTP service of the lab has. They are of one kind: the last one set wins. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, Faults } from '../fault.ts';
import { jsonError } from '../http/answer.ts';
import { bytesOf, type Interceptor, type LabServer, send } from '../http/lab-server.ts';

export interface HttpPart {
  server: LabServer;
}

const slowMs = 2_500;
const retryAfterSeconds = 30;
/** Long enough for the half that was written to arrive before the reset overtakes it. */
const beforeResetMs = 20;

const transport = (summary: string, interceptor: Interceptor): Fault<HttpPart> => ({
  summary,
  kind: 'transport',
  begin: ({ server }) => server.intercept(interceptor),
});

const challengePage = `<!doctype html>
<html lang="en"><head><title>Just a moment...</title></head>
<body><h1>Checking your browser before you continue</h1><p>Enable JavaScript and cookies.</p></body></html>
`;

/** Announces the whole answer, writes half of it and then lets `cut` do the rest. */
function half(cut: Interceptor): Interceptor {
  return async (exchange) => {
    const { response } = exchange;
    const answer = await exchange.answer();
    const bytes = bytesOf(answer);
    const { status, headers } = answer;
    response.writeHead(status, { ...headers, 'content-length': bytes.length });
    response.write(bytes.subarray(0, bytes.length >> 1), () => void cut(exchange));
  };
}

const cutHalf = half(async ({ reset }) => {
  await sleep(beforeResetMs);
  reset();
});

export const httpFaults: Faults<HttpPart> = {
  down: {
    summary: 'Connections are refused.',
    kind: 'transport',
    begin: ({ server }) => server.refuse(),
  },
  hang: transport('Accepts the request and never answers.', ({ response, mended }) =>
    mended.addEventListener('abort', () => response.destroy()),
  ),
  slow: transport('Answers correctly, after 2.5 seconds.', async ({ response, answer, mended }) => {
    const healthy = await answer();
    await sleep(slowMs, undefined, { signal: mended, ref: false }).catch(() => undefined);
    send(response, healthy);
  }),
  reset: transport('Resets the connection in the middle of an answer.', (exchange) => {
    // Announced as closing, the connection would look truncated to clients, not reset.
    exchange.response.shouldKeepAlive = true;
    return cutHalf(exchange);
  }),
  truncated: transport(
    'Closes the connection after half of the announced length.',
    half(({ response }) => void response.socket?.end()),
  ),
  'cut-json': transport('Answers 200 in good form, but its JSON ends in the middle.', async ({ response, answer }) => {
    const healthy = await answer();
    send(response, { ...healthy, body: healthy.body.slice(0, healthy.body.length >> 1) });
  }),
  html: transport('Answers 200 with an HTML challenge page.', ({ response }) =>
    send(response, {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: challengePage,
    }),
  ),
  empty: transport('Answers 200 with an empty body.', ({ response }) =>
    send(response, { status: 200, headers: {}, body: '' }),
  ),
  'http-500': transport('Answers 500.', ({ response }) =>
    send(response, jsonError(500, 'internal_error', 'Something went wrong on our side.')),
  ),
  'http-503': transport('Answers 503.', ({ response }) =>
    send(response, jsonError(503, 'unavailable', 'The service is temporarily unavailable.')),
  ),
  'rate-limit-429': transport('Answers 429 with Retry-After.', ({ response }) => {
    const answer = jsonError(429, 'rate_limited', 'Too many requests.');
    send(response, {
      ...answer,
      headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) },
    });
  }),
};
