import { describe, expect, it } from 'vitest';
import { createSchedule } from './schedule.ts';

const items = ['a1', 'a2', 'a3', 'b1', 'c1'];
const open = (concurrency: number) =>
  createSchedule(items, {
    concurrency,
    laneOf: (item) => ({ name: item[0] ?? '', limit: 2 }),
    order: (item) => items.indexOf(item),
  });

describe('a schedule', () => {
  it('hands out items in order, past a lane that is full', () => {
    const schedule = open(9);
    expect([schedule.take(), schedule.take(), schedule.take(), schedule.take(), schedule.take()]).toEqual([
      'a1',
      'a2',
      'b1',
      'c1',
      null,
    ]);
    schedule.release('a1');
    expect(schedule.take()).toBe('a3');
    expect(schedule.isEmpty).toBe(true);
  });

  it('keeps the limit in all', () => {
    const schedule = open(1);
    expect([schedule.take(), schedule.take()]).toEqual(['a1', null]);
  });

  it('takes items back, and forgets all', () => {
    const schedule = open(9);
    const first = schedule.take() ?? '';
    schedule.release(first);
    schedule.putBack(first);
    expect(schedule.take()).toBe('a1');
    schedule.clear();
    expect([schedule.isEmpty, schedule.take()]).toEqual([true, null]);
  });
});
