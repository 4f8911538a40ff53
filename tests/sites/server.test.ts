/** `npm start` as a process: what it refuses, what it keeps, and how it ends. */

import { rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { apiClient, eventually } from './api-client.ts';
import { childMark, remains, type Served, serve } from './served.ts';
import { checkPath, ownCheck, writeServedTree } from './served-tree.ts';

const node = 'runbooks/network/nodes#node';
const own = 'runbooks/network/nodes#own';
const tx = 'runbooks/network/nodes#tx';
let root = '';
const servers: Served[] = [];

beforeAll(async () => {
  root = await writeServedTree();
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if (server.child.exitCode === null) server.child.kill('SIGINT');
    await server.ended;
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

function start(...args: string[]): Served {
  // Not the lab of somebody who works on this machine.
  const server = serve('scripts/start.ts', ['--root', root, '--port', '0', ...args], {
    RUNLIGHT_STATE: join(root, '.state'),
  });
  servers.push(server);
  return server;
}

/** Starts it and waits until all blocks were proven once. */
async function up(...args: string[]): Promise<{ server: Served; url: string; api: ReturnType<typeof apiClient> }> {
  const server = start(...args);
  const [, url = ''] = await server.says(/Serving (\S+\/);/);
  await server.says('Ctrl-C ends everything.');
  return { server, url, api: apiClient(url) };
}

/** A request with headers that `fetch` would not let through. */
function ask(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

/** When it is interrupted, it must be gone within seconds, and with it all that it started. */
async function expectEnd(server: Served, signal: NodeJS.Signals, codes: unknown[]): Promise<void> {
  const at = performance.now();
  server.child.kill(signal);
  expect(codes).toContain(await server.ended);
  expect(performance.now() - at).toBeLessThan(8000);
  expect(await remains(server)).toEqual([]);
}

describe('`npm start`', () => {
  it('answers to its own name, to its own pages, and to what it knows', async () => {
    const { server, url, api } = await up();
    expect(await ask(url, { host: 'evil.example' })).toBe(421);
    expect(await ask(api.url('blocks'), { host: 'evil.example' })).toBe(421);
    expect((await api.post({ blocks: [node] }, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await api.post({ blocks: [node] }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await api.post({ blocks: [node] }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await api.post('{"blocks":')).status).toBe(400);
    const unknown = await api.post({ blocks: ['runbooks/network/nodes#nod'] });
    expect(unknown.status).toBe(404);
    expect(await api.error(unknown)).toMatchObject({
      code: 'unknown-block',
      message: expect.stringContaining(`Did you mean \`${node}\`?`),
    });
    const parameter = await api.post({ blocks: [tx], params: { target: 'ethereum-rpc' } });
    expect(parameter.status).toBe(400);
    expect(await api.error(parameter)).toMatchObject({ code: 'unknown-parameter', parameter: 'target' });
    expect((await fetch(api.url('blocks'))).headers.get('access-control-allow-origin')).toBeNull();
    await expectEnd(server, 'SIGINT', [0]);
  });

  it('keeps its verdicts and their age when it is killed, and what it started ends with it', async () => {
    const first = await up();
    const events = await first.api.run([own]);
    expect(events.map(({ type }) => type)).toEqual(['start', 'block-start', 'block-end', 'end']);
    const before = await first.api.block(own);
    expect(before.proof).toMatchObject({ verdict: 'pass', by: 'server', environment: 'lab' });
    // The lab's node, and the shell that guards it.
    expect((await first.server.alive()).length).toBeGreaterThan(2);
    first.server.child.kill('SIGKILL');
    expect(await first.server.ended).toBe('SIGKILL');
    expect(await remains(first.server)).toEqual([]);

    // The next one's first run comes to no end, so what it shows is what was kept.
    await writeFile(join(root, checkPath), ownCheck(1, `await $\`sleep ${childMark}\`;`));
    try {
      const again = start();
      const [, url = ''] = await again.says(/Serving (\S+\/);/);
      const kept = await eventually(
        () => apiClient(url).block(own),
        ({ running }) => running,
      );
      expect(kept).toMatchObject({ running: true, proof: { verdict: 'pass', provenAt: before.proof?.provenAt } });
      await expectEnd(again, 'SIGINT', [130]);
    } finally {
      await writeFile(join(root, checkPath), ownCheck(1));
    }
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends in order on %s while its first run goes on',
    async (signal) => {
      await writeFile(join(root, checkPath), ownCheck(1, `await $\`sleep ${childMark}\`;`));
      try {
        const server = start();
        await server.says('proving every page once');
        await eventually(server.alive, (lines) => lines.some((line) => line.includes(childMark)));
        await expectEnd(server, signal, [130]);
      } finally {
        await writeFile(join(root, checkPath), ownCheck(1));
      }
    },
  );

  it('takes another port when its own is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    try {
      const { server, url } = await up('--port', String(port));
      expect(server.output()).toContain(`Port ${port} is taken; another one is used.`);
      expect((await fetch(url)).status).toBe(200);
    } finally {
      await new Promise((resolve) => taken.close(resolve));
    }
  });

  it('answers to the address that a proxy gives it, and writes from there', async () => {
    const { url, api } = await up('--origin', 'https://runbooks.example.com');
    expect(await ask(url, { host: 'runbooks.example.com' })).toBe(200);
    expect(await ask(url, { host: 'runbooks.example.com.evil.example' })).toBe(421);
    expect((await api.post({ blocks: [node] }, { origin: 'https://runbooks.example.com' })).status).toBe(202);
    expect((await api.post({ blocks: [node] }, { origin: 'http://runbooks.example.com' })).status).toBe(403);
  });

  it('shares its tree with a second one', async () => {
    const [one, two] = [await up(), await up()];
    await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const events = await (index % 2 === 0 ? one : two).api.run([node]);
        expect(events.at(-1)?.type).toBe('end');
      }),
    );
    for (const { server, api } of [one, two]) {
      expect((await api.block(node)).proof?.verdict).toBe('pass');
      expect(server.output()).not.toMatch(/broke|cannot be kept|database/i);
    }
    await expectEnd(one.server, 'SIGINT', [0]);
    // The lab was the first one's. The second lives on, and says what it sees.
    expect((await two.api.run([node])).at(-1)?.type).toBe('end');
    await expectEnd(two.server, 'SIGINT', [0]);
  });
});
