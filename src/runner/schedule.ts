/** Hands out items in their order, so many at once in all and so many per lane. */
export interface Schedule<T> {
  /** The next item that may begin now, or `null`. */
  take(): T | null;
  /** An item that was taken is over. */
  release(item: T): void;
  /** Puts an item back, before all others of its lane. */
  putBack(item: T): void;
  /** Puts an item that was taken back, and hands out nothing of its lane until the returned function is called. */
  rest(item: T): () => void;
  /** Drops everything that has not begun. */
  clear(): void;
  readonly isEmpty: boolean;
}

export interface Lane {
  name: string;
  limit: number;
}

interface LaneState<T> {
  waiting: T[];
  next: number;
  active: number;
  limit: number;
  rests: number;
}

export function createSchedule<T>(
  items: readonly T[],
  options: { concurrency: number; laneOf(item: T): Lane; order(item: T): number },
): Schedule<T> {
  const lanes = new Map<string, LaneState<T>>();
  const lane = (item: T) => {
    const { name, limit } = options.laneOf(item);
    const known = lanes.get(name) ?? { waiting: [], next: 0, active: 0, limit, rests: 0 };
    lanes.set(name, known);
    return known;
  };
  for (const item of items) lane(item).waiting.push(item);
  let active = 0;
  let left = items.length;
  const release = (item: T): void => {
    lane(item).active -= 1;
    active -= 1;
  };
  const putBack = (item: T): void => {
    const its = lane(item);
    its.waiting.splice(its.next, 0, item);
    left += 1;
  };
  return {
    take() {
      if (active >= options.concurrency || left === 0) return null;
      let best: LaneState<T> | null = null;
      let bestOrder = Number.POSITIVE_INFINITY;
      for (const each of lanes.values()) {
        const head = each.waiting[each.next];
        if (head === undefined || each.active >= each.limit || each.rests > 0 || options.order(head) >= bestOrder)
          continue;
        best = each;
        bestOrder = options.order(head);
      }
      const item = best?.waiting[best.next];
      if (!best || item === undefined) return null;
      best.next += 1;
      best.active += 1;
      active += 1;
      left -= 1;
      return item;
    },
    release,
    putBack,
    rest(item) {
      const its = lane(item);
      release(item);
      putBack(item);
      its.rests += 1;
      return () => {
        its.rests -= 1;
      };
    },
    clear() {
      lanes.forEach((each) => {
        each.waiting = [];
        each.next = 0;
      });
      left = 0;
    },
    get isEmpty() {
      return left === 0;
    },
  };
}
