import type { Pool } from './pool.ts';

/** A pool whose threads can be replaced while they work. */
export interface RenewablePool extends Pool {
  /** What comes from now on runs in new threads, which import checks as they are now. What runs goes on in the old ones. */
  renew(): void;
}

interface Generation {
  pool: Pool;
  running: number;
}

/** Hands work to the newest pool that `create` made; an older one is closed when its work is done. */
export function createRenewablePool(create: () => Pool): RenewablePool {
  let newest: Generation = { pool: create(), running: 0 };
  const older = new Set<Generation>();
  const closing = new Set<Promise<void>>();

  function closeIfDone(its: Generation): void {
    if (its === newest || its.running > 0 || !older.delete(its)) return;
    const closed = its.pool.close().finally(() => closing.delete(closed));
    closing.add(closed);
  }

  return {
    warm: () => newest.pool.warm(),
    async run(job, run, signal) {
      const its = newest;
      its.running += 1;
      try {
        return await its.pool.run(job, run, signal);
      } finally {
        its.running -= 1;
        closeIfDone(its);
      }
    },
    renew() {
      const before = newest;
      newest = { pool: create(), running: 0 };
      newest.pool.warm();
      older.add(before);
      closeIfDone(before);
    },
    async close() {
      await Promise.all([newest, ...older].map(({ pool }) => pool.close()));
      await Promise.all(closing);
    },
  };
}
