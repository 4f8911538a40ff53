import { expect, it } from 'vitest';
import type { BlockStatus } from '../../schemas/block-status.ts';
import { createPaint } from './paint.ts';
import { statusLines, statusSummary } from './status-lines.ts';

const paint = createPaint(false);
const one = (over: Partial<BlockStatus>): BlockStatus => ({
  block: 'runbooks/a#b',
  title: 'The node keeps up',
  page: 'runbooks/a.md',
  layer: 'provider',
  target: 'bsc-rpc',
  journeys: [],
  state: 'pass',
  verdict: 'pass',
  reason: null,
  provenAt: '2026-11-25T11:59:30.000Z',
  ageMs: 40_000,
  freshForMs: 60_000,
  environment: 'lab',
  by: 'server',
  ...over,
});
const failing = one({
  page: 'runbooks/z.md',
  state: 'fail',
  verdict: 'fail',
  reason: { code: 'expectation', message: '`blockAge` is 4 min.', hint: 'Look.' },
});
const stale = one({ page: 'runbooks/m.md', state: 'stale', verdict: 'pass', ageMs: 7_200_000, by: 'ci' });
const never = one({ page: 'runbooks/m.md', state: 'never', verdict: null, provenAt: null, ageMs: null, by: null });

it('shows the worst page first, and lines of their own only for what is wrong', () => {
  expect(statusLines([one({}), stale, never, failing], { paint, width: 80, every: false })).toEqual([
    '✕ runbooks/z.md  0 of 1 healthy, oldest proof 40 s ago',
    '  ✕ Failing         The node keeps up  40 s ago by the server',
    '    `blockAge` is 4 min.',
    '◌ runbooks/m.md  0 of 2 healthy, 1 stale, 1 never run, oldest proof 2 h ago',
    '● runbooks/a.md  1 of 1 healthy, oldest proof 40 s ago',
  ]);
});

it('shows every block when asked, a stale one with what it was, and where from', () => {
  expect(statusLines([stale, never], { paint, width: 80, every: true }).slice(1)).toEqual([
    '  ◌ Stale           The node keeps up  was healthy, 2 h ago in CI',
    '  ○ Never run       The node keeps up',
  ]);
});

it('stays within the width, whatever a title or a reason says', () => {
  const long = one({
    ...failing,
    title: 'ä'.repeat(200),
    reason: { code: 'expectation', message: `${'word '.repeat(60)}\u001b[31m`, hint: '' },
  });
  const lines = statusLines([long], { paint, width: 60, every: true });
  for (const line of lines.slice(1)) expect([...line].length).toBeLessThanOrEqual(60);
  expect(lines.join('')).not.toContain('\u001b');
});

it('counts at the end, and says what to do about what is not known', () => {
  expect(statusSummary([failing, stale, never], 'lab', paint)).toEqual([
    '0 healthy · 0 degraded · 1 failing · 0 could not tell · 1 stale · 1 never run · 0 not run',
    'environment lab',
    'Prove them again: press Run on the page, or `npx runlight check --publish dist`.',
  ]);
  expect(statusSummary([one({})], 'lab', paint)).toHaveLength(2);
  expect(statusSummary([], 'lab', paint)[0]).toBe('There are no check blocks here.');
});
