import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// A process: `http://127.0.0.1:PORT/checks/17` answers after 20 ms. It is asked over its channel to
// the process that started it, and ends when that channel closes.

export type Question = 'reset' | 'seen';

export interface Seen {
  requests: number;
  /** When the first one came, by the machine's monotonic clock (`process.hrtime`), in ms. */
  firstAtMs: number | null;
}

const delayMs = 20;
let seen: Seen = { requests: 0, firstAtMs: null };

const server = createServer((request, response) => {
  seen.requests += 1;
  seen.firstAtMs ??= Number(process.hrtime.bigint()) / 1e6;
  const id = Number(request.url?.split('/').at(-1));
  setTimeout(() => {
    const body = JSON.stringify({ status: 'ok', id, network: 'ethereum', pending: 3, oldestSeconds: 41.5 });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  }, delayMs);
});
// Nobody pays for a connection that we closed too early.
server.keepAliveTimeout = 60_000;

process.on('message', (question: Question) => {
  if (question === 'reset') seen = { requests: 0, firstAtMs: null };
  process.send?.(seen);
});
process.on('disconnect', () => process.exit());

server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
