import { describe, expect, it } from 'vitest';
import type { JourneyBlock } from '../../schemas/journeys-data.ts';
import type { Reason } from '../../schemas/reason.ts';
import type { LastResult } from '../read-results.ts';
import { findingsOfViews } from './findings-of-views.ts';

const now = Date.parse('2026-11-01T12:00:00Z');
const block: JourneyBlock = { title: 'The page’s', page: 'p', freshFor: 60_000, outcomes: {} };
const reason = (code: Reason['code']): Reason => ({ code, message: 'It is so.', hint: 'Look.' });
const result = (over: Partial<LastResult> = {}): LastResult => ({
  title: 'The result’s',
  verdict: 'pass',
  durationMs: null,
  provenAt: now - 30_000,
  freshFor: null,
  reason: null,
  readings: [],
  from: null,
  ...over,
});
const found = (
  its: LastResult | null,
  { skipped = null, outcomes = {} }: { skipped?: Reason | null; outcomes?: JourneyBlock['outcomes'] } = {},
) =>
  findingsOfViews({ 'p#a': { ...block, outcomes } }, new Map([['p#a', { result: its, skipped, info: null }]]), now).get(
    'p#a',
  );

describe('findingsOfViews', () => {
  it('takes the last result, with its own title and time', () => {
    expect(found(result())).toEqual({
      title: 'The result’s',
      verdict: 'pass',
      isStale: false,
      reason: null,
      readings: [],
      provenAt: '2026-11-01T11:59:30.000Z',
      step: null,
    });
  });

  it('calls a proof stale by its own freshness, else by its page’s', () => {
    expect(found(result({ provenAt: now - 61_000 }))?.isStale).toBe(true);
    expect(found(result({ provenAt: now - 61_000, freshFor: 120_000 }))?.isStale).toBe(false);
    expect(found(result({ freshFor: 10_000 }))?.isStale).toBe(true);
  });

  it('says what the page says to do, else the reason’s hint, but no hint that leads back to the page', () => {
    const failed = result({ verdict: 'fail', reason: reason('timeout') });
    expect(found(failed, { outcomes: { Failing: 'Switch it.', Healthy: 'Go on.' } })?.step).toBe('Switch it.');
    expect(found(failed, { outcomes: { Healthy: 'Go on.' } })?.step).toBe('Look.');
    expect(found(result({ verdict: 'fail', reason: reason('expectation') }))?.step).toBeNull();
  });

  it('has nothing of a block that nobody ran; and why, where its run came to nothing', () => {
    expect(found(null)).toBeUndefined();
    expect(findingsOfViews({ 'p#a': block }, new Map(), now).size).toBe(0);
    expect(found(null, { skipped: reason('no-secret') })).toMatchObject({ verdict: 'skip', step: 'Look.' });
  });

  it('keeps an earlier proof where the newest run came to nothing', () => {
    expect(found(result(), { skipped: reason('budget') })?.verdict).toBe('pass');
  });
});
