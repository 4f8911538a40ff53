import { randomUUID } from 'node:crypto';

/** An event with the id by which a reader who lost the connection goes on behind it. */
export interface Entry<E> {
  id: string;
  event: E;
}

/** The newest events, for any number of readers. */
export interface EventLog<E> {
  push(event: E): void;
  /**
   * Everything behind `after` that is still known, then what comes. `isWhole` says whether nothing is
   * missing in between; without `after`, or with one of another life of this log, something is.
   */
  follow(after: string | null, listener: (entry: Entry<E>) => void): { isWhole: boolean; stop(): void };
  /** Behind this come all events; for a log that keeps all of them. */
  readonly beginning: string;
  readonly readers: number;
}

/** A log that keeps the last `keep` events. */
export function createEventLog<E>(keep: number): EventLog<E> {
  // Another start of the server counts anew, and must not be taken for this one.
  const life = randomUUID().slice(0, 8);
  const kept: Entry<E>[] = [];
  const listeners = new Set<(entry: Entry<E>) => void>();
  let last = 0;
  return {
    push(event) {
      last += 1;
      const entry = { id: `${life}-${last}`, event };
      kept.push(entry);
      if (kept.length > keep) kept.shift();
      for (const listener of listeners) listener(entry);
    },
    follow(after, listener) {
      const [, count] = (after?.startsWith(`${life}-`) && /-(\d+)$/.exec(after)) || [];
      const first = last - kept.length;
      const isWhole = count !== undefined && Number(count) >= first && Number(count) <= last;
      if (isWhole) for (const entry of kept.slice(Number(count) - first)) listener(entry);
      listeners.add(listener);
      return { isWhole, stop: () => listeners.delete(listener) };
    },
    beginning: `${life}-0`,
    get readers() {
      return listeners.size;
    },
  };
}
