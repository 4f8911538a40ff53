import { describe, expect, it } from 'vitest';
import { ConfigProblem } from './failure.ts';
import { asPercent, type Take, takeNumber, takes } from './take-number.ts';

/** What `take` makes of these values, and the titles of the evidence it keeps. */
function taken(take: Take, ...values: number[]): { number: number | null; titles: string[] } {
  const titles: string[] = [];
  const series = values.map((value, index) => ({ name: `s${index}`, value }));
  return { number: takeNumber(series, take, (title) => titles.push(title)), titles };
}

describe('takeNumber', () => {
  it('takes the one number, whatever it is to take', () => {
    for (const take of takes) expect(taken(take, 4)).toEqual({ number: 4, titles: ['The series'] });
  });

  it('combines several series as it is told', () => {
    expect(taken('max', 1, -7, 3).number).toBe(3);
    expect(taken('min', 1, -7, 3).number).toBe(-7);
    expect(taken('sum', 1, -7, 3).number).toBe(-3);
    expect(() => taken('only', 1, 1)).toThrow(ConfigProblem);
  });

  it('gives nothing where there is nothing', () => {
    for (const take of takes) expect(taken(take).number).toBe(null);
  });

  it('never hides a number that is none behind others', () => {
    for (const take of ['max', 'min', 'sum'] as const) {
      expect(taken(take, 1, Number.NaN, 2).number).toBe(null);
      expect(taken(take, Number.NaN, 2).titles).toContain('No number');
    }
    expect(taken('sum', Number.MAX_VALUE, Number.MAX_VALUE).number).toBe(null);
  });
});

describe('asPercent', () => {
  it('is free of the dust of floating point', () => {
    expect(asPercent(0.07)).toBe(7);
    expect(asPercent(0.291)).toBe(29.1);
    expect(asPercent(0)).toBe(0);
  });

  it('keeps absent what is absent, or beyond all numbers', () => {
    expect(asPercent(null)).toBe(null);
    expect(asPercent(Number.MAX_VALUE)).toBe(null);
  });
});
