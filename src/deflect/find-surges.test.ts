import { describe, expect, it } from 'vitest';
import { findSurges, median } from './find-surges.ts';

const from = 20_700;
const to = from + 55;
/** So many tickets on each day, and other numbers on some. */
const series = (usual: (day: number) => number, others: Record<number, number> = {}) => {
  const days = new Map<number, number>();
  for (let day = from; day <= to; day += 1) days.set(day, others[day - from] ?? usual(day - from));
  return [{ of: 'article' as const, id: 'a', title: 'A', days }];
};

describe('surges', () => {
  it('a day far above its own baseline is one, with what was usual', () => {
    const [surge, ...more] = findSurges(
      series((day) => 10 + (day % 3), { 40: 60 }),
      from,
      to,
    );
    expect(more).toEqual([]);
    expect(surge).toMatchObject({ unit: 'day', tickets: 60, usual: 11, from: surge?.to });
  });

  it('days in a row are one, and are no baseline for what follows', () => {
    const found = findSurges(
      series(() => 10, { 40: 50, 41: 70, 42: 55 }),
      from,
      to,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ tickets: 70, usual: 10 });
    expect(found[0]?.from).not.toBe(found[0]?.to);
  });

  it('one earlier peak hides no later one: medians, not means', () => {
    expect(
      findSurges(
        series(() => 10, { 20: 900, 45: 60 }),
        from,
        to,
      ).map(({ tickets }) => tickets),
    ).toEqual([900, 60]);
  });

  it('chance is none: few tickets, weekends, and a slow growth', () => {
    expect(
      findSurges(
        series((day) => (day % 5 === 0 ? 4 : 1)),
        from,
        to,
      ),
    ).toEqual([]);
    expect(
      findSurges(
        series((day) => (day % 7 < 5 ? 40 : 8)),
        from,
        to,
      ),
    ).toEqual([]);
    expect(
      findSurges(
        series((day) => 20 + day),
        from,
        to,
      ),
    ).toEqual([]);
  });

  it('a week that is only slightly higher every day is found as a week', () => {
    const days = Object.fromEntries(
      Array.from({ length: 7 }, (_, nth) => [((((4 - from - 3) % 7) + 14) % 7) + 42 + nth - 0, 9]),
    );
    const found = findSurges(
      series(() => 2, days),
      from,
      to,
    );
    expect(found.every(({ unit }) => unit === 'week')).toBe(true);
  });

  it('nothing is said without a baseline', () => {
    expect(
      findSurges(
        series(() => 10, { 3: 500 }),
        from,
        to,
      ),
    ).toEqual([]);
  });

  it('decades that one wrong date makes cost nothing', () => {
    const [one] = series(() => 1);
    if (!one) throw new Error('There is no series.');
    const before = performance.now();
    expect(
      findSurges(
        Array.from({ length: 120 }, () => one),
        7400,
        43_000,
      ),
    ).toEqual([]);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('a median of an even number lies between', () => {
    expect([median([]), median([3]), median([4, 1, 3, 2])]).toEqual([0, 3, 2.5]);
  });
});
