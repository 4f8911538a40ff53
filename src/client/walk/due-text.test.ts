import { expect, it } from 'vitest';
import { dueText, utcText } from './due-text.ts';

const now = Date.parse('2026-11-25T23:50:00Z');

it.each([
  [15 * 60_000, 'in 15 min'],
  [15 * 60_000 - 1, 'in 15 min'],
  [14 * 60_000, 'in 14 min'],
  [61_000, 'in 2 min'],
  [59_000, 'in 59 s'],
  [1001, 'in 2 s'],
  [0, 'now'],
  [-999, 'now'],
  [-40_000, '40 s ago'],
  [-119_000, '1 min ago'],
  [60 * 60_000, 'in 1 h'],
  [65 * 60_000, 'in 1 h 5 min'],
])('says a time that is %i ms off', (left, text) => {
  expect(dueText(now + left, now)).toBe(text);
});

it('says the hour in UTC, and the day where it is another', () => {
  expect(utcText(now + 5 * 60_000, now)).toBe('23:55 UTC');
  expect(utcText(now + 15 * 60_000, now)).toBe('Nov 26, 00:05 UTC');
});
