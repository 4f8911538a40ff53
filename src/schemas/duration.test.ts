import { describe, expect, it } from 'vitest';
import { parseDuration, writeDuration } from './duration.ts';

describe('writeDuration', () => {
  it.each([
    [900_000, '15 min'],
    [90_000, '90 s'],
    [90 * 60_000, '90 min'],
    [86_400_000, '1 d'],
    [1500, '1500 ms'],
  ])('writes %i ms as `%s`, which reads as the same', (ms, text) => {
    expect(writeDuration(ms)).toBe(text);
    expect(parseDuration(text)).toBe(ms);
  });
});
