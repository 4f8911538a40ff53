import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveTree, openLiveTree, startRun, trees } from '../../tests/contract/live-tree.ts';
import { createPool } from '../runner/pool.ts';
import type { LiveBlock, PageEvent } from '../schemas/api.ts';

const first = 'runbooks/network/one#first';
const asks = 'runbooks/network/one#asks';
const own = 'trees/network#own';
const mine = 'trees/orders#mine';

let tree: LiveTree;
const pool = createPool();
afterAll(() => pool.close());
beforeEach(async () => {
  tree = await openLiveTree(pool);
});
afterEach(() => tree[Symbol.asyncDispose]());

const blocksOf = async (page: string): Promise<Map<string, LiveBlock>> =>
  new Map((await tree.live.blocks(page))?.map((each) => [each.block, each]));
const listen = (): PageEvent[] => {
  const heard: PageEvent[] = [];
  tree.live.events.follow(null, ({ event }) => heard.push(event));
  return heard;
};

describe('the checks of a tree', () => {
  it('are loaded without a mistake', () => {
    expect(tree.project.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are its own and its pages’, and those of the trees that it leads to', async () => {
    expect([...(await blocksOf('trees/network')).keys()].sort()).toEqual([asks, first, own, mine].sort());
    expect([...(await blocksOf('trees/orders')).keys()].sort()).toEqual([asks, mine].sort());
    expect(await tree.live.blocks('trees/none')).toBeNull();
  });

  it('that the tree holds itself are blocks of its page', async () => {
    expect((await blocksOf('trees/network')).get(own)).toMatchObject({
      page: 'trees/network',
      pageTitle: 'The network',
      title: 'Is own well?',
      check: 'http-json',
      target: 'api',
      layer: 'api',
      problem: null,
      ownOnly: false,
    });
  });

  it('that no page has are not among the blocks of all pages', async () => {
    expect((await tree.live.blocks(null))?.map(({ page }) => page)).toEqual(
      Array.from({ length: 4 }, () => 'runbooks/network/one'),
    );
  });

  it('are as the tree says now', async () => {
    const heard = listen();
    tree.live.follow(await tree.rewrite('src/content/trees/network.yaml', trees.network.replaceAll(/own\b/g, 'other')));
    expect(heard).toMatchObject([{ type: 'reset' }]);
    expect([...(await blocksOf('trees/network')).keys()]).toContain('trees/network#other');
    expect(await tree.live.start({ blocks: [own] })).toMatchObject({ code: 'unknown-block' });
    await (await startRun(tree.live, { blocks: ['trees/network#other'] })).done;
    expect(tree.asked).toEqual(['/other']);
  });

  it('that cannot be run as they are written are left out, and lint says why', async () => {
    for (const [from, to] of [
      ['use: http-json', 'use: http-jsn'],
      ['"= ok"', '"=== ok"'],
    ] as const) {
      tree.live.follow(await tree.rewrite('src/content/trees/network.yaml', trees.network.replace(from, to)));
      expect([...(await blocksOf('trees/network')).keys()].sort()).toEqual([asks, first, mine].sort());
    }
  });
});

describe('a check that a tree holds itself', () => {
  it('runs, is told to all, and keeps its proof and its evidence', async () => {
    const heard = listen();
    tree.answer.status = 'down';
    await (await startRun(tree.live, { blocks: [own], page: 'trees/network' })).done;
    expect(tree.asked).toEqual(['/own']);
    expect(heard).toMatchObject([
      { type: 'block-start', block: own },
      { type: 'block-end', block: own, proof: { verdict: 'fail', by: 'server' } },
    ]);
    expect((await blocksOf('trees/network')).get(own)?.proof).toMatchObject({ verdict: 'fail' });
    expect(tree.live.evidence(own)?.length).toBeGreaterThan(0);
    expect(
      (await (await tree.reopen()).blocks('trees/network'))?.find(({ block }) => block === own)?.proof,
    ).toMatchObject({ verdict: 'fail' });
  });

  it('shows the proof of a page’s block that asks for nothing, and gives it one', async () => {
    await (await startRun(tree.live, { blocks: [first] })).done;
    const proof = (await blocksOf('runbooks/network/one')).get(first)?.proof;
    expect((await blocksOf('trees/network')).get(first)?.proof).toEqual(proof);
    await (await startRun(tree.live, { blocks: [first], page: 'trees/network' })).done;
    const next = (await blocksOf('runbooks/network/one')).get(first)?.proof;
    expect(next?.provenAt).not.toBe(proof?.provenAt);
  });
});

describe('a check that asks for something, in a tree', () => {
  it('has no example, needs every value, and knows nothing of what the example came to', async () => {
    await (await startRun(tree.live, { blocks: [asks] })).done;
    expect(tree.asked).toEqual(['/example']);
    for (const block of [asks, mine])
      expect((await blocksOf('trees/network')).get(block)).toMatchObject({
        ownOnly: true,
        asks: [{ name: 'path', example: null, required: true }],
        problem: null,
        proof: null,
        evidence: 0,
      });
    expect((await blocksOf('runbooks/network/one')).get(asks)).toMatchObject({
      ownOnly: false,
      asks: [{ example: '/example', required: false }],
      proof: { verdict: 'pass' },
    });
  });

  it.each([
    [asks, 'trees/network'],
    [mine, 'trees/orders'],
    [mine, null],
  ])('is refused without one: %s of %s', async (block, page) => {
    const heard = listen();
    expect(await tree.live.start({ blocks: page === 'trees/orders' ? [block] : [first, block], page })).toMatchObject({
      code: 'missing-value',
      parameter: 'path',
      message: expect.stringContaining('a path below the target’s address'),
    });
    expect([tree.asked, heard]).toEqual([[], []]);
  });

  it('runs with the person’s own value, which is told to that person alone, though it be the example', async () => {
    const heard = listen();
    for (const path of ['/mine', '/example']) {
      const run = await startRun(tree.live, { blocks: [asks, mine], page: 'trees/network', params: { path } });
      await run.done;
      expect(run.state).toMatchObject({
        own: true,
        blocks: [{ result: { verdict: 'pass' } }, { result: { verdict: 'pass' } }],
      });
    }
    expect(tree.asked.sort()).toEqual(['/example', '/example', '/mine', '/mine']);
    expect(heard).toEqual([]);
    expect(await tree.store.all('staging')).toEqual([]);
  });

  it('is refused a value that is none of its own, or a secret', async () => {
    const start = (path: string) => tree.live.start({ blocks: [mine], params: { path } });
    expect(await start(`${'abandon '.repeat(11)}about`)).toMatchObject({ code: 'secret' });
    expect(await start('')).toMatchObject({ code: 'bad-value' });
    expect(await tree.live.start({ blocks: [own], params: { path: '/x' } })).toMatchObject({
      code: 'unknown-parameter',
    });
  });
});

it.each(['trees/orders', 'trees/none', 'runbooks/none'])(
  'a page that does not have a block does not run it: %s',
  async (page) => {
    expect(await tree.live.start({ blocks: [first], page })).toMatchObject({
      code: 'unknown-block',
      message: expect.stringContaining('There is no such block on that page.'),
    });
  },
);
