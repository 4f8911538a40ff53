import { describe, expect, it } from 'vitest';
import type { PublicIncident } from '../schemas/public-status.ts';
import { history } from './history.ts';

const incident = (spans: PublicIncident['spans'], journeys = ['swap']): PublicIncident => ({
  id: 'i',
  phase: 'resolved',
  effect: null,
  headline: { en: 'x' },
  workaround: null,
  journeys,
  startedAt: spans[0]?.from ?? '',
  resolvedAt: null,
  updates: [],
  spans,
});
const now = Date.parse('2026-11-20T12:00:00Z');

describe('ninety days of a journey', () => {
  it('end today, and name each day in UTC', () => {
    const days = history([], 'swap', now);
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([90, '2026-08-23', '2026-11-20']);
    expect(days.every(({ effect }) => effect === null)).toBe(true);
  });

  it('hold the worst of each day, over midnight, and nothing of other journeys', () => {
    const one = incident([
      { from: '2026-11-18T23:50:00.000Z', to: '2026-11-19T00:10:00.000Z', effect: 'down' },
      { from: '2026-11-19T00:10:00.000Z', to: '2026-11-20T00:00:00.000Z', effect: 'slow' },
    ]);
    const by = (journey: string) =>
      history([one], journey, now)
        .slice(-3)
        .map(({ effect }) => effect);
    // It was over when the 20th began.
    expect(by('swap')).toEqual(['down', 'down', null]);
    expect(by('buy')).toEqual([null, null, null]);
  });

  it('go on until now for what is not over', () => {
    const one = incident([{ from: '2026-11-19T08:00:00.000Z', to: null, effect: 'slow' }]);
    expect(
      history([one], 'swap', now)
        .slice(-3)
        .map(({ effect }) => effect),
    ).toEqual([null, 'slow', 'slow']);
  });
});
