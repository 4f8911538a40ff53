import { describe, expect, test } from 'vitest';
import { createHeadClock } from './head-clock.ts';
import { seeChain } from './seen-chain.ts';

const from = { height: 1_000, time: Date.UTC(2026, 0, 1) };

describe.each([0, 0.1, 0.45])('a clock with a jitter of %d', (jitter) => {
  const clock = createHeadClock({ from, spacing: 600_000, jitter });

  test('keeps blocks in order, and on average as far apart as it says', () => {
    const times = Array.from({ length: 500 }, (_, index) => clock.timeOf(700 + index));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 499 / 600_000).toBeCloseTo(1, 1);
  });

  test('has as its head the newest block that is not in the future, before and after its start', () => {
    for (let now = from.time - 40 * 600_000; now < from.time + 40 * 600_000; now += 77_777) {
      const head = clock.headAt(now);
      expect(clock.timeOf(head)).toBeLessThanOrEqual(now);
      expect(clock.timeOf(head + 1)).toBeGreaterThan(now);
    }
  });
});

test('two nodes see one chain, until one of them stands still or branches off', () => {
  const clock = createHeadClock({ from, spacing: 600_000 });
  const [one, other] = [seeChain('chain', clock), seeChain('chain', clock)];
  const head = other.head();
  expect([one.head(), one.hashOf(head)]).toEqual([head, other.hashOf(head)]);
  const mend = one.see((newest) => newest - 5);
  expect(one.head()).toBe(head - 5);
  mend();
  const join = one.branchOff(head - 2);
  expect(one.hashOf(head - 2)).toBe(other.hashOf(head - 2));
  expect(one.hashOf(head - 1)).not.toBe(other.hashOf(head - 1));
  join();
  expect([one.head(), one.hashOf(head)]).toEqual([head, other.hashOf(head)]);
  expect(seeChain('another', clock).hashOf(head)).not.toBe(other.hashOf(head));
});
