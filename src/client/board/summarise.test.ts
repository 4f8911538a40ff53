import { describe, expect, it } from 'vitest';
import type { BoardBlock } from '../../schemas/board-data.ts';
import type { CardState, Verdict } from '../../schemas/verdict.ts';
import type { LastResult } from '../read-results.ts';
import { countsText, headline, nothingWrong, shareText, shortTitle, wrongText } from './board-text.ts';
import { summarise } from './summarise.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const minute = 60_000;
const block = (id: string, title = `Block ${id}`): BoardBlock => ({
  id,
  title,
  page: 'runbooks/a/b',
  pageTitle: 'B',
  journeys: [],
  area: 'a',
  layer: null,
  target: null,
  provider: null,
  freshFor: 15 * minute,
});
const result = (verdict: Verdict, minutes = 1, freshFor: number | null = null): { result: LastResult } => ({
  result: {
    title: null,
    verdict,
    provenAt: now - minutes * minute,
    durationMs: null,
    freshFor,
    reason: null,
    readings: [],
    from: null,
  },
});
const of = (...results: ({ result: LastResult } | null)[]) => {
  const blocks = results.map((_, index) => block(`p#${index}`));
  const known = new Map(results.flatMap((each, index) => (each ? [[`p#${index}`, each] as const] : [])));
  return summarise(blocks, known, now);
};
const words: Record<CardState, string> = {
  fail: 'Failing',
  error: 'Could not tell',
  warn: 'Degraded',
  stale: 'Stale',
  skip: 'Not run',
  pass: 'Healthy',
};

describe('summarise', () => {
  it('takes the worst: failing, could not tell, degraded, stale, not run, healthy', () => {
    const all = [result('fail'), result('error'), result('warn'), result('pass', 90), null, result('pass')];
    const order = ['fail', 'error', 'warn', 'stale', 'skip', 'pass'];
    for (const [index, state] of order.entries()) expect(of(...all.slice(index).reverse()).state).toBe(state);
  });

  it('counts every block once, and names the first of the worst', () => {
    const summary = of(result('pass'), result('fail'), result('fail'), result('skip'), null);
    expect(summary.counts).toEqual({ fail: 2, error: 0, warn: 0, stale: 0, skip: 2, pass: 1 });
    expect(summary.worst?.id).toBe('p#1');
    expect(summary.total).toBe(5);
  });

  it('a failure that is too old is stale, by the proof’s own freshness or else its page’s', () => {
    expect(of(result('fail', 16)).state).toBe('stale');
    expect(of(result('fail', 16, 60 * minute)).state).toBe('fail');
    expect(of(result('fail', 2, minute)).state).toBe('stale');
  });

  it('its age is its oldest proof’s; what was skipped proved nothing', () => {
    expect(of(result('pass', 3), result('warn', 7), result('skip', 50), null).oldest).toBe(now - 7 * minute);
    expect(of(null, result('skip')).oldest).toBeNull();
  });

  it('a view without a result was not run', () => {
    expect(summarise([block('p#0')], new Map([['p#0', { result: null }]]), now).state).toBe('skip');
  });
});

describe('what the desk says', () => {
  it.each([
    ['no blocks', of(), 'There are no check blocks yet', 'no blocks', ''],
    ['nothing run', of(null, null), 'Nothing has been proven yet', 'all 2 blocks', ''],
    ['one not run', of(null, result('pass')), '1 block was not run', '1 of 2 blocks', 'Block p#0'],
    ['one block', of(result('pass')), 'The block is healthy', '1 block', ''],
    ['all healthy', of(result('pass'), result('pass')), 'All 2 blocks are healthy', 'all 2 blocks', ''],
    ['all stale', of(result('pass', 90), result('fail', 90)), 'Every proof is too old to count on', 'all 2 blocks', ''],
    [
      'one stale',
      of(result('pass', 90), result('pass')),
      '1 block has a proof too old to count on',
      '1 of 2 blocks',
      'Block p#0',
    ],
    ['one failing', of(result('pass'), result('fail')), '1 block is failing', '1 of 2 blocks', 'Block p#1'],
    ['all failing', of(result('fail'), result('fail')), '2 blocks are failing', 'all 2 blocks', 'Block p#0'],
    ['one unknown', of(result('pass'), result('error')), 'Could not tell how 1 block is', '1 of 2 blocks', 'Block p#1'],
    ['two degraded', of(result('warn'), result('warn'), null), '2 blocks are degraded', '2 of 3 blocks', 'Block p#0'],
  ] as const)('%s', (_, summary, sentence, share, wrong) => {
    expect([headline(summary), shareText(summary), wrongText(summary)]).toEqual([sentence, share, wrong]);
  });

  it('calls nothing well that nobody proved', () => {
    expect(nothingWrong(of(result('pass')))).toContain('healthy');
    for (const summary of [of(null), of(result('pass', 90)), of(result('pass'), null)])
      expect(nothingWrong(summary)).not.toContain('healthy');
  });

  it('says a group’s counts, the worst first', () => {
    expect(countsText(of(result('pass'), null, result('fail'), result('pass')), words)).toBe(
      '1 Failing, 1 Not run, 2 Healthy',
    );
  });
});

describe('shortTitle', () => {
  it.each([
    ['The head moves', 'The head moves'],
    ['One two three four five six', 'One two three four five six'],
    ['Our first BNB Smart Chain node keeps up', 'Our first BNB Smart Chain…'],
    ['Requests to our API are answered fast', 'Requests to our API…'],
    ['Prometheus is ready, and its numbers are of now', 'Prometheus is ready…'],
    ['Prices, fees, rates, quotes, limits, and all the rest', 'Prices, fees, rates, quotes, limits…'],
    ['  spaces   in   between ', 'spaces in between'],
    ['', ''],
  ])('%s', (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });

  it('cuts words without an end by whole characters', () => {
    const short = shortTitle('😀'.repeat(100));
    expect([...short]).toHaveLength(60);
    expect(short.endsWith('…')).toBe(true);
  });
});
