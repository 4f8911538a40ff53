import { expect, test } from 'vitest';
import { mainSpan } from './main-span.ts';

const days = (...list: [number, number][]) => new Map(list);

test('the main span is the whole of an export without a long silence', () => {
  expect(mainSpan(days([3, 1], [1, 2], [28, 5]))).toEqual({ from: 1, to: 28 });
  expect(mainSpan(new Map())).toBe(null);
});

test('a row with a wrong date, long before or after, is no part of it', () => {
  expect(mainSpan(days([-10_000, 1], [100, 40], [101, 50], [9000, 1]))).toEqual({ from: 100, to: 101 });
});
