import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LiveTree, onePage, openLiveTree, startRun, until } from '../../tests/contract/live-tree.ts';
import { createPool } from '../runner/pool.ts';
import type { PageEvent } from '../schemas/api.ts';
import type { Proof } from '../schemas/proof.ts';

const page = 'runbooks/network/one';
const [first, second, asks, limited] = ['first', 'second', 'asks', 'limited'].map((id) => `${page}#${id}`) as [
  string,
  string,
  string,
  string,
];

let tree: LiveTree;
const pool = createPool();
afterAll(() => pool.close());
beforeEach(async () => {
  tree = await openLiveTree(pool);
});
afterEach(() => tree[Symbol.asyncDispose]());

const proofOf = async (block: string) => (await tree.live.blocks(page))?.find((each) => each.block === block);
const listen = (): PageEvent[] => {
  const heard: PageEvent[] = [];
  tree.live.events.follow(null, ({ event }) => heard.push(event));
  return heard;
};

describe('what is known', () => {
  it('says of each block what it is, what it asks for, and that it was never run', async () => {
    const blocks = (await tree.live.blocks(page)) ?? [];
    expect(blocks.map(({ block, proof, running }) => [block, proof, running])).toEqual(
      [first, second, asks, limited].map((block) => [block, null, false]),
    );
    expect(blocks[0]).toMatchObject({ target: 'api', layer: 'api', journeys: ['swap'], pageTitle: 'One', asks: [] });
    expect(blocks.map(({ dashboard }) => dashboard)).toEqual(
      [1, 2, 3].map((): string | null => 'https://dashboards.example/api?from={from}&to={to}').concat(null),
    );
    expect(blocks[2]?.asks).toMatchObject([{ name: 'path', example: '/example', required: false }]);
  });

  it('waits for a value where the example is one of a lab that is not there', async () => {
    const text = onePage
      .replace('path: /example', 'path: lab:orders.stuck')
      .replace('ask="path"', 'path="/x" ask="path"');
    tree.live.follow(await tree.rewrite('runbooks/network/one.md', text));
    expect(await proofOf(asks)).toMatchObject({ problem: null, asks: [{ name: 'path', example: '/x' }] });
  });

  it('is nothing for a page that is not there', async () => {
    expect(await tree.live.blocks('runbooks/none')).toBeNull();
    expect(tree.live.evidence(`${page}#none`)).toBeNull();
  });

  it('survives the end of the process, with its time', async () => {
    await (await startRun(tree.live, { blocks: [first] })).done;
    const before = (await proofOf(first))?.proof;
    expect(before).toMatchObject({ verdict: 'pass', by: 'server', environment: 'staging' });
    const next = await tree.reopen();
    expect((await next.blocks(page))?.[0]?.proof).toEqual(before);
  });

  it('is forgotten when the block comes to claim something else, and only then', async () => {
    await (await startRun(tree.live, { blocks: [first, second] })).done;
    tree.live.follow(
      await tree.rewrite('runbooks/network/one.md', `${onePage.replace('= ok', '= fine')}\nMore text.\n`),
    );
    expect((await proofOf(first))?.proof).toBeNull();
    expect((await proofOf(second))?.proof).toMatchObject({ verdict: 'pass' });
  });

  it('takes what was published with the site where that is newer, and only of this environment', async () => {
    const proof = (over: Partial<Proof>): Proof => ({
      title: 'x',
      verdict: 'warn',
      reason: null,
      provenAt: '2026-11-20T00:00:00.000Z',
      durationMs: 1,
      freshFor: 1000,
      flaky: false,
      readings: [],
      environment: 'staging',
      by: 'ci',
      ...over,
    });
    tree.published[first] = proof({});
    tree.published[second] = proof({ environment: 'production' });
    expect((await proofOf(first))?.proof).toMatchObject({ verdict: 'warn', by: 'ci' });
    expect((await proofOf(second))?.proof).toBeNull();
    await (await startRun(tree.live, { blocks: [first] })).done;
    expect((await proofOf(first))?.proof).toMatchObject({ verdict: 'pass', by: 'server' });
  });
});

describe('what was published', () => {
  it('says nothing of a block that was edited since, though it was published before', async () => {
    await (await startRun(tree.live, { blocks: [first] })).done;
    const proof = (await proofOf(first))?.proof;
    if (!proof) throw new Error('It has no proof.');
    tree.published[first] = proof;
    tree.live.follow(await tree.rewrite('runbooks/network/one.md', onePage.replace('= ok', '= fine')));
    expect((await proofOf(first))?.proof).toBeNull();
    // Published since by somebody else: the site was built with it.
    tree.published[first] = { ...proof, provenAt: new Date(Date.now() + 1000).toISOString(), by: 'ci' };
    expect((await proofOf(first))?.proof).toMatchObject({ by: 'ci' });
  });
});

describe('runs', () => {
  it('tell all readers that a block begins, and what came of it', async () => {
    const heard = listen();
    tree.answer.status = 'down';
    await (await startRun(tree.live, { blocks: [first] })).done;
    expect(heard).toMatchObject([
      { type: 'block-start', block: first },
      { type: 'block-end', block: first, proof: { verdict: 'fail', reason: { code: 'expectation' } }, skipped: null },
    ]);
    expect(tree.live.evidence(first)?.length).toBeGreaterThan(0);
  });

  it('are joined by whoever presses while one is under way: the target is asked once', async () => {
    tree.answer.afterMs = 100;
    const runs = await Promise.all(Array.from({ length: 20 }, () => startRun(tree.live, { blocks: [first] })));
    await Promise.all(runs.map(({ done }) => done));
    expect(tree.asked).toEqual(['/']);
    expect(runs.filter(({ state }) => state.blocks[0]?.joined)).toHaveLength(19);
    for (const { state } of runs) expect(state.blocks).toMatchObject([{ state: 'done', result: { verdict: 'pass' } }]);
    await (await startRun(tree.live, { blocks: [first] })).done;
    expect(tree.asked).toHaveLength(2);
  });

  it('join what is under way, and run only the rest', async () => {
    tree.answer.afterMs = 100;
    const one = await startRun(tree.live, { blocks: [first] });
    const all = await startRun(tree.live, { blocks: [first, second] });
    await Promise.all([one.done, all.done]);
    expect(tree.asked.sort()).toEqual(['/', '/second']);
    expect(all.state.blocks.map(({ joined }) => joined)).toEqual([true, false]);
  });

  it('keep to a target’s budget for everybody, and leave the earlier proof as it was', async () => {
    await (await startRun(tree.live, { blocks: [limited] })).done;
    await (await startRun(tree.live, { blocks: [limited] })).done;
    const before = (await proofOf(limited))?.proof;
    const heard = listen();
    const third = await startRun(tree.live, { blocks: [limited] });
    await third.done;
    expect(tree.service.count).toBe(2);
    expect(third.state.blocks[0]?.result).toMatchObject({ verdict: 'skip', reason: { code: 'budget' } });
    expect(heard.at(-1)).toMatchObject({ proof: before, skipped: { code: 'budget' } });
    expect(await proofOf(limited)).toMatchObject({ proof: before, skipped: { code: 'budget' } });
  });

  it('with a person’s own value prove nothing of the block, and are told to nobody else', async () => {
    await (await startRun(tree.live, { blocks: [asks] })).done;
    const before = (await proofOf(asks))?.proof;
    const heard = listen();
    tree.answer.status = 'down';
    const own = await startRun(tree.live, { blocks: [asks], params: { path: '/mine' } });
    await own.done;
    expect(tree.asked).toEqual(['/example', '/mine']);
    expect(own.state).toMatchObject({ own: true, blocks: [{ result: { verdict: 'fail' } }] });
    expect((await proofOf(asks))?.proof).toEqual(before);
    expect(heard).toEqual([]);
    expect(await tree.store.all('staging')).toHaveLength(1);
  });

  it('with the example given by hand are the block’s own', async () => {
    const run = await startRun(tree.live, { blocks: [asks], params: { path: '/example' } });
    await run.done;
    expect(run.state.own).toBe(false);
    expect((await proofOf(asks))?.proof).toMatchObject({ verdict: 'pass' });
  });

  it('of two people with values of their own are two', async () => {
    tree.answer.afterMs = 50;
    const [a, b, c] = await Promise.all(
      ['/a', '/b', '/a'].map((path) => startRun(tree.live, { blocks: [asks], params: { path } })),
    );
    await Promise.all([a?.done, b?.done, c?.done]);
    expect(tree.asked.sort()).toEqual(['/a', '/b']);
    expect(c?.state.blocks[0]?.joined).toBe(true);
  });

  it.each([
    [{ blocks: [first, `${page}#frist`] }, 'unknown-block', '`runbooks/network/one#first`'],
    [{ blocks: [first], params: { path: '/x' } }, 'unknown-parameter', 'None of these blocks asks for `path`'],
    [{ blocks: [asks], params: { target: 'limited' } }, 'unknown-parameter', '`target`'],
    [
      { blocks: [asks], params: { path: `${'abandon '.repeat(11)}about` } },
      'secret',
      'This looks like a recovery phrase, so it was not sent',
    ],
    [{ blocks: [asks], params: { path: `0x${'ab'.repeat(32)}` } }, 'secret', 'This looks like a private key'],
    [{ blocks: [asks], params: { path: '' } }, 'bad-value', 'a path below the target’s address'],
  ])('are refused where they ask for what is not theirs to ask: %j', async (request, code, says) => {
    const refused = await tree.live.start(request);
    expect(refused).toMatchObject({ code });
    expect('message' in refused && refused.message).toContain(says);
    expect(JSON.stringify(refused)).not.toMatch(/abandon|abab/);
    expect(tree.service.count).toBe(0);
  });

  it('are interrupted when the server closes, and everybody hears it', async () => {
    tree.answer.afterMs = 2000;
    const heard = listen();
    const run = await startRun(tree.live, { blocks: [first, second] });
    await until(() => heard.length === 2);
    await tree.live.close();
    await run.done;
    expect(run.state.blocks.map(({ state }) => state)).toEqual(['interrupted', 'interrupted']);
    expect(heard.slice(2)).toMatchObject([
      { type: 'block-end', proof: null },
      { type: 'block-end', proof: null },
    ]);
    expect(tree.live.running).toBe(0);
  });

  it('go on when the store breaks, which is said once', async () => {
    await tree.store[Symbol.asyncDispose]();
    await (await startRun(tree.live, { blocks: [first] })).done;
    await (await startRun(tree.live, { blocks: [first] })).done;
    expect((await proofOf(first))?.proof).toMatchObject({ verdict: 'pass' });
    expect(tree.said).toHaveLength(1);
    expect(tree.said[0]).toContain('Verdicts cannot be kept beyond this process');
  });
});

describe('a run’s own events', () => {
  it('are its beginning, each block’s, and its end, for whoever comes late, too', async () => {
    const run = await startRun(tree.live, { blocks: [first] });
    await run.done;
    const types: string[] = [];
    run.log.follow(run.log.beginning, ({ event }) => types.push(event.type));
    expect(types).toEqual(['start', 'block-start', 'block-end', 'end']);
    expect(tree.live.run(run.state.id)).toBe(run);
  });
});
