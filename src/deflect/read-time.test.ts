import { expect, it } from 'vitest';
import { mondayOf, showDay } from './calendar.ts';
import { readDay, tellsDayFirst } from './read-time.ts';

it.each([
  ['2026-11-25T23:30:00Z', '2026-11-25'],
  ['2026-11-25T23:30:00-03:00', '2026-11-26'],
  ['2026-11-25 23:30', '2026-11-25'],
  ['11/25/2026 9:05 AM', '2026-11-25'],
  ['25/11/2026 9:05', '2026-11-25'],
  ['25.11.2026', '2026-11-25'],
  ['Nov 25, 2026 9:05 AM UTC', '2026-11-25'],
  [1_795_600_800, '2026-11-25'],
  ['1795600800000', '2026-11-25'],
])('%s is %s', (written, day) => {
  const read = readDay(written);
  expect(read === null ? null : showDay(read)).toBe(day);
});

it.each(['', null, 'yesterday', '42', '2026-02-31', '99/99/2026', '0001-01-01', 'SUP-2026'])(
  '%s is no day',
  (written) => {
    expect(readDay(written)).toBeNull();
  },
);

it('a date that can be meant in two ways is meant as the others of its file', () => {
  expect(tellsDayFirst('25/11/2026')).toBe(true);
  expect(tellsDayFirst('11/25/2026')).toBe(false);
  expect(tellsDayFirst('04/05/2026')).toBeNull();
  expect(showDay(readDay('04/05/2026', { dayFirst: true }) ?? 0)).toBe('2026-05-04');
  expect(showDay(readDay('04/05/2026') ?? 0)).toBe('2026-04-05');
});

it('a week begins on Monday', () => {
  expect(showDay(mondayOf(readDay('2026-11-26') ?? 0))).toBe('2026-11-23');
  expect(showDay(mondayOf(readDay('2026-11-23') ?? 0))).toBe('2026-11-23');
  expect(showDay(mondayOf(readDay('2026-11-22') ?? 0))).toBe('2026-11-16');
});
