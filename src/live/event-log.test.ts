import { describe, expect, it } from 'vitest';
import { createEventLog } from './event-log.ts';

function reader(log: ReturnType<typeof createEventLog<number>>, after: string | null) {
  const seen: number[] = [];
  let last = after;
  const followed = log.follow(after, ({ id, event }) => {
    seen.push(event);
    last = id;
  });
  return { seen, ...followed, last: () => last };
}

describe('a reader', () => {
  it('who comes for the first time hears what comes, and knows that it is not all', () => {
    const log = createEventLog<number>(10);
    log.push(1);
    const { seen, isWhole } = reader(log, null);
    log.push(2);
    expect([seen, isWhole]).toEqual([[2], false]);
  });

  it('who comes back goes on behind the last that it heard', () => {
    const log = createEventLog<number>(10);
    const before = reader(log, null);
    log.push(1);
    before.stop();
    log.push(2);
    log.push(3);
    const after = reader(log, before.last());
    log.push(4);
    expect(before.seen).toEqual([1]);
    expect([after.seen, after.isWhole]).toEqual([[2, 3, 4], true]);
  });

  it('who missed nothing hears nothing twice', () => {
    const log = createEventLog<number>(10);
    const before = reader(log, null);
    log.push(1);
    expect(reader(log, before.last())).toMatchObject({ seen: [], isWhole: true });
  });

  it('who was away for longer than the log keeps is told so', () => {
    const log = createEventLog<number>(2);
    const before = reader(log, null);
    for (const event of [1, 2, 3, 4]) log.push(event);
    before.stop();
    const [first] = [createEventLog<number>(2)];
    expect(reader(log, log.beginning).isWhole).toBe(false);
    expect(reader(log, before.last()).isWhole).toBe(true);
    expect(first.readers).toBe(0);
  });

  it.each(['', 'x', 'other-3', '-1'])('with the id %j of another life is told so', (id) => {
    const log = createEventLog<number>(5);
    log.push(1);
    expect(reader(log, id)).toMatchObject({ seen: [], isWhole: false });
  });

  it('of all events gets them from the beginning', () => {
    const log = createEventLog<number>(5);
    log.push(1);
    log.push(2);
    expect(reader(log, log.beginning)).toMatchObject({ seen: [1, 2], isWhole: true });
  });

  it('that stops is no longer counted', () => {
    const log = createEventLog<number>(5);
    const { stop } = reader(log, null);
    expect(log.readers).toBe(1);
    stop();
    expect(log.readers).toBe(0);
  });
});
