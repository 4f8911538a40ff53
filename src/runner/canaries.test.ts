import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closedPort, type Loopback, serve, serveBytes } from '../../tests/contract/loopback.ts';
import { createCanaries } from './canaries.ts';
import { because } from './conclude.ts';
import type { Outcome } from './messages.ts';

const at = { evidence: [], startedAt: new Date(0).toISOString(), durationMs: 1 };
const outcome = (code: Parameters<typeof because>[0]): Outcome => ({ ...because(code, 'It was so.'), ...at });
const elsewhere = 'https://api.example.net/';

let silent = '';
let hanging: Loopback;
beforeAll(async () => {
  silent = `http://127.0.0.1:${await closedPort()}`;
  hanging = await serveBytes(() => {});
});
afterAll(() => hanging[Symbol.asyncDispose]());

const code = async (...given: Parameters<ReturnType<typeof createCanaries>['consider']>) => {
  const { verdict, reason } = await createCanaries([silent]).consider(...given);
  return `${verdict}: ${reason?.code}`;
};

it('calls what could not be reached offline when the canary is silent, too', async () => {
  expect(await code(outcome('unreachable'), elsewhere)).toBe('skip: offline');
  expect(await code(outcome('timeout'), elsewhere)).toBe('skip: offline');
});

it.each(['expectation', 'tls', 'http-status', 'protocol', 'script', 'budget'] as const)(
  'never doubts a verdict of `%s`',
  async (reason) => {
    expect(await code(outcome(reason), elsewhere)).toContain(reason);
  },
);

it.each(['http://127.0.0.1:1/', 'http://[::1]:1/', 'http://[::ffff:127.0.0.1]/', 'http://localhost:1/'])(
  'never calls %s offline: it is this machine',
  async (address) => {
    expect(await code(outcome('unreachable'), address)).toBe('fail: unreachable');
  },
);

it('waits only so long for a canary that hangs', async () => {
  const started = performance.now();
  const { verdict } = await createCanaries([hanging.url, silent]).consider(outcome('unreachable'), elsewhere);
  expect(verdict).toBe('skip');
  expect(performance.now() - started).toBeLessThan(6000);
}, 10_000);

it('takes any answer for a sign of life, however bad', async () => {
  await using failing = await serve((_, response) => response.writeHead(503).end());
  await using moved = await serve((_, response) => response.writeHead(302, { location: silent }).end());
  for (const { url } of [failing, moved]) {
    const { verdict } = await createCanaries([silent, url]).consider(outcome('unreachable'), elsewhere);
    expect(verdict).toBe('fail');
  }
});

it('asks once for all that fail at about the same time', async () => {
  await using canary = await serve((_, response) => response.end());
  const canaries = createCanaries([canary.url]);
  await Promise.all(Array.from({ length: 20 }, () => canaries.consider(outcome('unreachable'), elsewhere)));
  expect(canary.count).toBe(1);
});

it('believes what a canary says now, not what it said before our network came back', async () => {
  const canaries = createCanaries([silent]);
  expect((await canaries.consider(outcome('unreachable'), elsewhere)).verdict).toBe('skip');
  const server = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
  await new Promise<void>((resolve) => server.listen(Number(new URL(silent).port), '127.0.0.1', resolve));
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await canaries.consider(outcome('unreachable'), elsewhere)).verdict).toBe('fail');
  server.close();
});
