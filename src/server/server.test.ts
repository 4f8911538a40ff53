// Long because it is one list: each thing that may be sent to the server, and how it answers.
import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveTree, openLiveTree, startRun } from '../../tests/contract/live-tree.ts';
import { createPool } from '../runner/pool.ts';
import { apiErrorSchema, blocksSchema, evidenceAnswerSchema, healthSchema, liveRunSchema } from '../schemas/api.ts';
import { listen, type RunningServer } from './listen.ts';

const pool = createPool();
afterAll(() => pool.close());

const block = 'runbooks/network/one#first';
let tree: LiveTree;
let server: RunningServer;
const said: string[] = [];

beforeEach(async () => {
  tree = await openLiveTree(pool);
  const site = join(tree.root, 'dist/internal');
  await mkdir(join(site, 'a'), { recursive: true });
  await writeFile(join(site, 'index.html'), '<p>Home</p>');
  await writeFile(join(site, 'a/index.html'), '<p>A</p>');
  await writeFile(join(site, '404.html'), '<p>Nowhere</p>');
  server = await listen({
    site,
    port: 0,
    live: tree.live,
    origin: 'https://runbooks.example.com',
    say: (text) => said.push(text),
  });
});
afterEach(async () => {
  await server.close();
  await tree[Symbol.asyncDispose]();
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** `fetch` sets Host and Origin by itself; this sends what it is told. */
function ask(
  path: string,
  { method = 'GET', body, headers = {} }: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: server.port, path, method, headers: { host: `127.0.0.1:${server.port}`, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const write = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('/api/v1/runs', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${server.port}`, ...headers },
  });
const errorOf = ({ text }: Answer) => apiErrorSchema.parse(JSON.parse(text)).error;

describe('who may ask', () => {
  it.each(['evil.example', 'runbooks.example.com.evil.example', '127.0.0.1', 'localhost'])(
    'gets nothing for the name %j, which is not the server’s',
    async (host) => {
      for (const path of ['/', '/a/', '/api/v1/health'])
        expect((await ask(path, { headers: { host } })).status).toBe(421);
    },
  );

  it('is served by every name of the server, the proxy’s included', async () => {
    for (const host of [`127.0.0.1:${server.port}`, `LOCALHOST:${server.port}`, 'runbooks.example.com'])
      expect((await ask('/api/v1/health', { headers: { host } })).status).toBe(200);
  });

  it.each([
    ['no origin', { origin: '' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['the opaque origin of a sandboxed frame', { origin: 'null' }],
    ['this machine at another port', { origin: 'http://127.0.0.1:1' }],
    ['another scheme', { origin: 'http://runbooks.example.com' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('cannot write from %s', async (_, headers) => {
    const answer = await write({ blocks: [block] }, headers);
    expect(answer.status).toBe(403);
    expect(errorOf(answer).code).toBe('wrong-origin');
    expect(tree.service.count).toBe(0);
  });

  it('can write from the address that people open', async () => {
    const headers = { host: 'runbooks.example.com', origin: 'https://runbooks.example.com' };
    expect((await write({ blocks: [block] }, headers)).status).toBe(202);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'cannot write what a form of another site could: %j',
    async (type) => {
      expect((await write({ blocks: [block] }, { 'content-type': type })).status).toBe(415);
      expect(tree.service.count).toBe(0);
    },
  );

  it('gets no CORS headers, and no leave to write by a preflight', async () => {
    const preflight = await ask('/api/v1/runs', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(403);
    for (const { headers } of [preflight, await ask('/api/v1/health', { headers: { origin: 'https://evil.example' } })])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the API', () => {
  it('says that it is well', async () => {
    const answer = await ask('/api/v1/health');
    expect(healthSchema.parse(JSON.parse(answer.text))).toMatchObject({
      environment: 'staging',
      blocks: 4,
      running: 0,
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('lists the blocks of a page, and of all pages', async () => {
    const one = await ask('/api/v1/blocks?page=runbooks/network/one');
    expect(blocksSchema.parse(JSON.parse(one.text)).blocks).toHaveLength(4);
    expect(blocksSchema.parse(JSON.parse((await ask('/api/v1/blocks')).text)).blocks).toHaveLength(4);
    const none = await ask('/api/v1/blocks?page=runbooks/none');
    expect([none.status, errorOf(none).code]).toEqual([404, 'not-found']);
  });

  it('lists and runs the checks of an escalation tree, and leaves them out of all other counts', async () => {
    const answer = await ask('/api/v1/blocks?page=trees/network');
    const { blocks } = blocksSchema.parse(JSON.parse(answer.text));
    expect(blocks.map(({ block: id, ownOnly }) => `${id} ${ownOnly}`)).toEqual([
      'runbooks/network/one#first false',
      'trees/network#own false',
      'runbooks/network/one#asks true',
      'trees/orders#mine true',
    ]);
    const refused = await write({ blocks: ['trees/orders#mine'], page: 'trees/network' });
    expect([refused.status, errorOf(refused)]).toMatchObject([400, { code: 'missing-value', parameter: 'path' }]);
    tree.answer.status = 'down';
    const started = await write({
      blocks: ['trees/network#own', 'trees/orders#mine'],
      page: 'trees/network',
      params: { path: '/mine' },
    });
    expect(started.status).toBe(202);
    const { id } = JSON.parse(started.text) as { id: string };
    await ask(`/api/v1/runs/${id}/events`);
    expect(tree.asked.sort()).toEqual(['/mine', '/own']);
    const evidence = await ask(`/api/v1/evidence?block=${encodeURIComponent('trees/network#own')}`);
    expect(evidenceAnswerSchema.parse(JSON.parse(evidence.text)).evidence.length).toBeGreaterThan(0);
    expect(healthSchema.parse(JSON.parse((await ask('/api/v1/health')).text)).blocks).toBe(4);
    expect((await ask('/api/v1/blocks?page=trees/none')).status).toBe(404);
  });

  it('runs a block, tells the run’s events and its result, and keeps the evidence', async () => {
    tree.answer.status = '<script>alert(1)</script>';
    const { id } = JSON.parse((await write({ blocks: [block] })).text) as { id: string };
    const stream = await ask(`/api/v1/runs/${id}/events`);
    expect(stream.headers['content-type']).toContain('text/event-stream');
    expect([...stream.text.matchAll(/^event: (.*)$/gm)].map(([, type]) => type)).toEqual([
      'start',
      'block-start',
      'block-end',
      'end',
    ]);
    const run = liveRunSchema.parse(JSON.parse((await ask(`/api/v1/runs/${id}`)).text));
    expect(run).toMatchObject({ own: false, blocks: [{ state: 'done', result: { verdict: 'fail' } }] });
    const evidence = await ask(`/api/v1/evidence?block=${encodeURIComponent(block)}`);
    expect(evidence.headers['content-type']).toContain('application/json');
    expect(evidenceAnswerSchema.parse(JSON.parse(evidence.text)).evidence.length).toBeGreaterThan(0);
  });

  it('lets a reader of a run go on behind what was heard', async () => {
    const run = await startRun(tree.live, { blocks: [block] });
    await run.done;
    const path = `/api/v1/runs/${run.state.id}/events`;
    const ids = [...(await ask(path)).text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id ?? '');
    const rest = await ask(path, { headers: { 'last-event-id': ids[1] ?? '' } });
    expect([...rest.text.matchAll(/^event: (.*)$/gm)].map(([, type]) => type)).toEqual(['block-end', 'end']);
  });

  it.each([
    ['no JSON', '{', 400, 'bad-request'],
    ['a list', [], 400, 'bad-request'],
    ['no blocks', { blocks: [] }, 400, 'bad-request'],
    ['a key that is not there', { blocks: [block], target: 'x' }, 400, 'bad-request'],
    ['a parameter that is no text', { blocks: [block], params: { path: 1 } }, 400, 'bad-request'],
    ['an unknown block', { blocks: ['runbooks/network/one#frist'] }, 404, 'unknown-block'],
    [
      'a parameter that nothing asks for',
      { blocks: [block], params: { url: 'http://127.0.0.1' } },
      400,
      'unknown-parameter',
    ],
    ['a body of a megabyte', { blocks: ['x'.repeat(1_000_000)] }, 413, 'too-large'],
  ])('refuses %s in words', async (_, body, status, code) => {
    const answer = await write(body);
    expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
    expect(errorOf(answer).message).toMatch(/^[A-Z`].*[.?]$/s);
    expect(tree.service.count).toBe(0);
  });

  it.each(['/api/v1/nothing', '/api/v2/health', '/api/', '/api/v1/runs/none', '/api/v1/runs/none/events'])(
    'says in JSON that there is no %s',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, errorOf(answer).code]).toEqual([404, 'not-found']);
    },
  );

  it('describes itself, each route with the permission it needs', async () => {
    const document = JSON.parse((await ask('/api/v1/openapi.json')).text) as {
      paths: Record<string, Record<string, { summary: string }>>;
    };
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { summary }]) => `${method} ${path} ${/`(\w+)`\.$/.exec(summary)?.[1]}`),
    );
    expect(routes.sort()).toEqual([
      'get /blocks view',
      'get /events view',
      'get /evidence view',
      'get /health view',
      'get /runs/{id} view',
      'get /runs/{id}/events view',
      'post /packets run',
      'post /runs run',
    ]);
  });
});

describe('the stream of all blocks', () => {
  /** Reads the stream until `count` events came. */
  async function read(count: number, after?: string): Promise<{ type: string; id: string | null; data: string }[]> {
    const answer = await fetch(`${server.url}api/v1/events`, {
      headers: after === undefined ? {} : { 'last-event-id': after },
      signal: AbortSignal.timeout(5000),
    });
    const events: { type: string; id: string | null; data: string }[] = [];
    let text = '';
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part;
      const whole = text.split('\n\n');
      text = whole.pop() ?? '';
      for (const each of whole) {
        const [, type] = /^event: (.*)$/m.exec(each) ?? [];
        if (type)
          events.push({ type, id: /^id: (.*)$/m.exec(each)?.[1] ?? null, data: /^data: (.*)$/m.exec(each)?.[1] ?? '' });
      }
      if (events.length >= count) break;
    }
    return events;
  }

  it('begins by saying that there may be more to know, then tells what happens', async () => {
    const reading = read(3);
    await expect.poll(() => tree.live.events.readers).toBe(1);
    await startRun(tree.live, { blocks: [block] });
    const events = await reading;
    expect(events.map(({ type }) => type)).toEqual(['reset', 'block-start', 'block-end']);
    expect(JSON.parse(events[2]?.data ?? '')).toMatchObject({ block, proof: { verdict: 'pass', by: 'server' } });
  });

  it('goes on where a lost connection broke off, without a reset', async () => {
    const reading = read(2);
    await expect.poll(() => tree.live.events.readers).toBe(1);
    const run = await startRun(tree.live, { blocks: [block] });
    const [, begun] = await reading;
    await run.done;
    const rest = await read(1, begun?.id ?? '');
    expect(rest.map(({ type }) => type)).toEqual(['block-end']);
  });

  it('forgets readers who have gone', async () => {
    await read(1);
    await expect.poll(() => tree.live.events.readers).toBe(0);
  });

  it('ends when the server closes', async () => {
    const answer = await fetch(`${server.url}api/v1/events`);
    await server.close();
    await expect(answer.text().catch(() => 'cut')).resolves.toMatch(/reset|cut/);
  });
});

describe('the site', () => {
  it('is served with its own page for what is not there', async () => {
    expect((await ask('/a/')).text).toContain('<p>A</p>');
    const nowhere = await ask('/nothing/');
    expect([nowhere.status, nowhere.text]).toEqual([404, '<p>Nowhere</p>']);
  });

  it('can only be read', async () => {
    const origin = `http://127.0.0.1:${server.port}`;
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask('/a/', { method, headers: { origin } })).status).toBe(405);
  });

  it.each(['/../package.json', '/%2e%2e/%2e%2e/runlight.config.ts', '/..%2f..%2frunlight.config.ts', '//etc/passwd'])(
    'holds nothing outside of its folder: %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('may not be framed, sniffed or read by other origins', async () => {
    for (const path of ['/', '/api/v1/health', '/nothing']) {
      expect((await ask(path)).headers).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
    }
  });
});
