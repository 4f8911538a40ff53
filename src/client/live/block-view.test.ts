import { expect, it } from 'vitest';
import type { Blocks, LiveBlock, PageEvent } from '../../schemas/api.ts';
import type { Proof } from '../../schemas/proof.ts';
import { afterEvent, viewsOf } from './block-view.ts';

const at = '2026-11-22T12:00:00.000Z';
const proof: Proof = {
  title: 'A title',
  verdict: 'pass',
  reason: null,
  provenAt: at,
  durationMs: 5,
  freshFor: 1000,
  flaky: false,
  readings: [],
  environment: 'lab',
  by: 'server',
};
const block = (over: Partial<LiveBlock> = {}): LiveBlock =>
  ({
    block: 'p#a',
    problem: null,
    asks: [],
    running: false,
    proof: null,
    skipped: null,
    evidence: 0,
    ...over,
  }) as LiveBlock;
const answer = (...blocks: LiveBlock[]): Blocks => ({ live: true, environment: 'lab', at, blocks });
const start: PageEvent = { type: 'block-start', at, block: 'p#a' };
const end: PageEvent = { type: 'block-end', at, block: 'p#a', proof, skipped: null, evidence: 2 };

it('goes from nothing over running to a proof', () => {
  const none = viewsOf(answer(block()), new Map()).get('p#a');
  const running = afterEvent(none && { ...none, waiting: true }, start);
  expect(running).toMatchObject({ running: true, waiting: false, startedAt: Date.parse(at), result: null });
  const done = afterEvent(running ?? undefined, end);
  expect(done).toMatchObject({ running: false, startedAt: null, evidence: 2, skipped: null });
  expect(done?.result).toMatchObject({
    verdict: 'pass',
    provenAt: Date.parse(at),
    from: { environment: 'lab', by: 'server' },
  });
});

it('keeps the proof before, and says why the newest run came to nothing', () => {
  const known = viewsOf(answer(block({ proof })), new Map()).get('p#a');
  const skipped = { code: 'budget', message: 'm', hint: 'h' } as const;
  const done = afterEvent(known, { ...end, skipped });
  expect(done?.result?.verdict).toBe('pass');
  expect(done?.skipped).toEqual(skipped);
});

it('does not begin anew where a start is told twice, and hears only what is about it', () => {
  const running = viewsOf(answer(block({ running: true })), new Map()).get('p#a');
  const since = running && { ...running, startedAt: 5 };
  expect(afterEvent(since, start)?.startedAt).toBe(5);
  expect(afterEvent(since, { ...start, block: 'p#b' })).toBeNull();
  expect(afterEvent(since, { type: 'reset', at, environment: 'lab' })).toBeNull();
  expect(afterEvent(undefined, start)).toBeNull();
});

it('remembers over a new answer since when a block runs, and that it waits', () => {
  const views = viewsOf(answer(block({ running: true }), block({ block: 'p#b' })), new Map());
  const [a, b] = ['p#a', 'p#b'].map((id) => views.get(id));
  if (!a || !b) throw new Error('Both blocks are in the answer.');
  const before = new Map([
    ['p#a', { ...a, startedAt: 7 }],
    ['p#b', { ...b, waiting: true }],
  ]);
  const after = viewsOf(answer(block({ running: true }), block({ block: 'p#b' })), before);
  expect(after.get('p#a')?.startedAt).toBe(7);
  expect(after.get('p#b')?.waiting).toBe(true);
  const later = viewsOf(answer(block(), block({ block: 'p#b', running: true })), after);
  expect(later.get('p#a')?.startedAt).toBeNull();
  expect(later.get('p#b')?.waiting).toBe(false);
});

it('takes nothing from what was found with other values than the person’s own', () => {
  const known = viewsOf(answer(block({ ownOnly: true })), new Map()).get('p#a');
  expect(afterEvent(known, start)).toBeNull();
  expect(afterEvent(known, end)).toBeNull();
});
