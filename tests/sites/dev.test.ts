/** `npm run dev`, and `astro dev` alone, on a small tree: the API, the overlay, and what a save does. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { launchBrowser } from '../browser.ts';
import { apiClient, eventually } from './api-client.ts';
import { freePort, remains, type Served, serve } from './served.ts';
import { checkPath, nodeBlock, otherBlocks, ownCheck, pagePath, servedPage, writeServedTree } from './served-tree.ts';

const node = 'runbooks/network/nodes#node';
const own = 'runbooks/network/nodes#own';
/** A tree below a path, as behind a proxy. */
const base = '/team/';
let root = '';
let server: Served;
let url = '';
let api: ReturnType<typeof apiClient>;
let browser: Browser;
let page: Page;

const save = (path: string, text: string): Promise<void> => writeFile(join(root, path), text);
const saveBlock = (block: string, words?: string): Promise<void> =>
  save(pagePath, servedPage(`${block}\n${otherBlocks}`, words));

beforeAll(async () => {
  root = await writeServedTree();
  server = serve('scripts/dev.ts', ['--root', root, '--port', String(await freePort())], {
    RUNLIGHT_BASE: base,
    RUNLIGHT_STATE: join(root, '.state'),
  });
  [, url = ''] = await server.says(/Local\s+(http:\/\/127\.0\.0\.1:\d+\/team\/?)/);
  if (!url.endsWith('/')) url += '/';
  await server.says('watching for file changes');
  api = apiClient(url);
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  if (server?.child.exitCode === null) server.child.kill('SIGKILL');
  await server?.ended;
  await rm(root, { recursive: true, force: true });
});

// Each goes on where the one before has left the tree.
describe('`npm run dev`', () => {
  it('has the API of `npm start`, for pages of its own address alone', async () => {
    const blocks = await api.blocks();
    expect(blocks.map(({ block, proof }) => [block, proof])).toEqual([
      [node, null],
      ['runbooks/network/nodes#tx', null],
      [own, null],
    ]);
    expect((await api.post({ blocks: [node] }, { origin: 'http://localhost:1' })).status).toBe(403);
    expect((await api.post({ blocks: [node] }, { 'content-type': 'text/plain' })).status).toBe(415);
    // Vite would let every local address read.
    const read = await fetch(api.url('blocks'), { headers: { origin: 'http://localhost:1' } });
    expect(read.headers.get('access-control-allow-origin')).toBeNull();
    // Outside of its base nothing of the API is there; Astro may answer with what a site without a server says.
    expect(await (await fetch(new URL('/api/v1/blocks', url))).text()).not.toContain('"live":true');
    expect((await fetch(new URL('/api/v1/health', url))).status).toBe(404);
  });

  it('runs blocks against the lab, and tells of it while it happens', async () => {
    const stream = await fetch(api.url('events'));
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    // Nothing is kept back until there is more.
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    let told = '';
    const reading = (async () => {
      while (!told.includes('event: block-end')) told += (await reader?.read())?.value ?? '';
    })();
    const events = await api.run([node]);
    await reading;
    await reader?.cancel();
    expect(events.find(({ type }) => type === 'block-end')).toMatchObject({ result: { verdict: 'pass' } });
    expect(told).toMatch(/event: reset[\s\S]*event: block-start[\s\S]*event: block-end/);
    expect((await api.block(node)).proof?.verdict).toBe('pass');
  });

  it('shows a saved page', async () => {
    await page.goto(new URL('runbooks/network/nodes/', url).href);
    await page.getByText('First words.').waitFor();
    await saveBlock(nodeBlock(), 'Other words.');
    await page.getByText('Other words.').waitFor({ timeout: 5000 });
    // What the block claims is the same.
    expect((await api.block(node)).proof?.verdict).toBe('pass');
  });

  it('knows no proof of a block that was edited, until it has run', async () => {
    await saveBlock(nodeBlock('= 2'));
    const edited = await eventually(
      () => api.block(node),
      ({ proof }) => proof === null,
    );
    expect(edited.proof).toBeNull();
    await api.run([node]);
    expect((await api.block(node)).proof?.verdict).toBe('fail');
    await saveBlock(nodeBlock());
  });

  it('runs a saved check as it was saved', async () => {
    await api.run([own]);
    expect((await api.block(own)).proof?.verdict).toBe('pass');
    await save(checkPath, ownCheck(7));
    const found = await eventually(
      async () => {
        await api.run([own]);
        return api.block(own);
      },
      ({ proof }) => proof?.verdict === 'fail',
    );
    expect(found.proof).toMatchObject({ verdict: 'fail', readings: [{ name: 'value', value: 7 }] });
    await save(checkPath, ownCheck(1));
  });

  it('runs the check of a saved tree, as it was saved', async () => {
    const tree = (healthy: string): string => `title: Nodes
description: For tests.
owner: engineering
start: node
nodes:
  node:
    kind: check
    check: { use: evm-rpc, with: { target: ethereum-rpc }, expect: { chainId: { healthy: "${healthy}" } } }
    question: Is the node on its chain?
    choices:
      yes: { label: "Yes", on: [pass, warn], to: done }
      no: { label: "No", on: [fail], to: done }
  done:
    kind: outcome
    outcome: It is known.
    severity: sev3
    owner: { role: engineering-on-call }
    channel: "#network"
    acknowledge: 1 h
    next: { role: support-lead, after: 1 h }
    do: [Tell the channel.]
    attach: [The time]
`;
    const check = 'trees/nodes#node';
    // The first tree of all: its folder was not there when the server began.
    await mkdir(join(root, 'src/content/trees'), { recursive: true });
    for (const [healthy, verdict] of [
      ['= 1', 'pass'],
      ['= 2', 'fail'],
    ] as const) {
      await save('src/content/trees/nodes.yaml', tree(healthy));
      const found = await eventually(
        async () => {
          await api.run([check]).catch(() => null);
          return (await api.blocks('trees/nodes'))[0];
        },
        (block) => block?.proof?.verdict === verdict,
      );
      expect(found).toMatchObject({ block: check, proof: { verdict } });
    }
    expect((await api.blocks()).map(({ block }) => block)).not.toContain(check);
  });

  it('asks where a saved target says', async () => {
    const targets = 'src/content/targets/lab.yaml';
    const before = await readFile(join(root, targets), 'utf8');
    // Nobody listens there.
    await save(targets, `ethereum-rpc:\n  url: http://127.0.0.1:${await freePort()}/\n`);
    const found = await eventually(
      async () => {
        await api.run([node]);
        return api.block(node);
      },
      ({ proof }) => proof?.verdict === 'fail',
    );
    expect(found.proof?.reason?.code).toBe('unreachable');
    await save(targets, before);
  });

  it('shows a mistake in place of its page, at its line, and the page again when it is corrected', async () => {
    const text = servedPage(`${nodeBlock('= 1', 'chainIdd')}\n${otherBlocks}`, 'With a mistake.');
    const line = text.split('\n').findIndex((each) => each.includes('chainIdd')) + 1;
    await save(pagePath, text);
    const overlay = page.locator('vite-error-overlay');
    await overlay.getByText(`nodes.md:${line}:`).first().waitFor({ timeout: 10_000 });
    await overlay.getByText('Did you mean `chainId`?').first().waitFor();
    await saveBlock(nodeBlock(), 'Corrected.');
    await page.getByText('Corrected.').waitFor({ timeout: 10_000 });
    expect(await overlay.count()).toBe(0);
  });

  it('keeps what is known when Astro sets its server up anew', async () => {
    await api.run([node]);
    const before = await api.block(node);
    // Left open, it would load again by itself.
    await page.close();
    const config = join(packageRoot, 'astro.config.mjs');
    await writeFile(config, await readFile(config));
    await server.says('server restarted');
    const after = await api.block(node);
    expect(after.proof?.provenAt).toBe(before.proof?.provenAt);
    expect((await api.run([node])).at(-1)?.type).toBe('end');
    page = await browser.newPage();
    await page.goto(new URL('runbooks/network/nodes/', url).href);
    await saveBlock(nodeBlock(), 'Words after that.');
    await page.getByText('Words after that.').waitFor({ timeout: 10_000 });
  });

  it('ends with all that it started', async () => {
    expect((await server.alive()).length).toBeGreaterThan(2);
    const at = performance.now();
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(performance.now() - at).toBeLessThan(8000);
    expect(await remains(server)).toEqual([]);
  });
});

describe('`astro dev` alone', () => {
  it('says that its pages cannot run blocks, and how they can', async () => {
    const alone = serve(
      'node_modules/astro/bin/astro.mjs',
      ['dev', '--ignore-lock', '--port', String(await freePort())],
      {
        RUNLIGHT_ROOT: root,
      },
    );
    await alone.says('`npm run dev` starts the lab and the API with them.');
    await alone.says('watching for file changes');
    alone.child.kill('SIGTERM');
    await alone.ended;
    expect(await remains(alone)).toEqual([]);
  });
});
