import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { type LiveTree, openLiveTree } from '../../tests/contract/live-tree.ts';
import { createPool } from '../runner/pool.ts';
import { listen, type RunningServer } from './listen.ts';

const pool = createPool();
afterAll(() => pool.close());

const block = 'runbooks/network/one#first';
let tree: LiveTree;
let proxy: Server;
let server: RunningServer;
/** The address that people open: the proxy's, which the server knows by `origin` alone. */
let origin = '';

beforeEach(async () => {
  tree = await openLiveTree(pool);
  const site = join(tree.root, 'dist/internal');
  await mkdir(site, { recursive: true });
  proxy = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    const passed = request({ host: '127.0.0.1', port: server.port, method, path: url, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      answer.flushHeaders();
      given.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  server = await listen({ site, port: 0, live: tree.live, origin });
});
afterEach(async () => {
  await server.close();
  proxy.closeAllConnections();
  proxy.close();
  await tree[Symbol.asyncDispose]();
});

const press = (headers: Record<string, string>): Promise<Response> =>
  fetch(`${origin}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ blocks: [block] }),
  });

it('a page that came through the proxy may press Run, and no other page may', async () => {
  expect((await press({ origin })).status).toBe(202);
  expect((await press({ origin: 'http://127.0.0.1:1' })).status).toBe(403);
  expect((await press({})).status).toBe(403);
});

it('events come through the proxy while the stream is open, and it goes on where it broke off', async () => {
  const reading = new AbortController();
  const stream = await fetch(`${origin}/api/v1/events`, { signal: reading.signal });
  expect(stream.headers.get('x-accel-buffering')).toBe('no');
  expect(stream.headers.get('cache-control')).toContain('no-transform');
  await press({ origin });
  let text = '';
  for await (const part of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    if (text.includes('event: block-end')) break;
  }
  const begun = /^event: block-start\nid: (.*)$/m.exec(text)?.[1] ?? '';
  reading.abort();
  const again = await fetch(`${origin}/api/v1/events`, {
    headers: { 'last-event-id': begun },
    signal: AbortSignal.timeout(5000),
  });
  let rest = '';
  for await (const part of again.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    rest += part;
    if (rest.includes('event: block-end')) break;
  }
  expect(rest).not.toMatch(/event: (reset|block-start)/);
});

it('a proxy that hands on the name of another site gets nothing', async () => {
  const sent = request(`${origin}/api/v1/health`, { headers: { host: 'evil.example' } });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [{ statusCode: number; resume(): void }];
  answer.resume();
  expect(answer.statusCode).toBe(421);
});
