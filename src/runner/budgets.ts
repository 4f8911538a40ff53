import type { ResolvedTarget } from '../schemas/planned-block.ts';

/** Keeps when each target was asked. */
export interface BudgetLedger {
  /**
   * Enters one request at `now` (by `Date.now()`) where fewer than `requests` were made within
   * `windowMs`, and returns 0; else enters nothing and returns the milliseconds until one is free.
   */
  take(key: string, budget: { requests: number; windowMs: number }, now: number): number;
}

/** What the targets of a run may still be asked. Every request counts, of every block and attempt. */
export interface Budgets {
  /** Takes one request; 0, or the milliseconds until one is free. Targets without a budget are always free. */
  take(target: ResolvedTarget): number;
}

export function createBudgets(ledger: BudgetLedger): Budgets {
  return {
    take: (target) =>
      target.budget === null ? 0 : ledger.take(`${target.name} ${target.url}`, target.budget, Date.now()),
  };
}

/** A ledger that lasts as long as this process. */
export function memoryLedger(): BudgetLedger {
  const times = new Map<string, number[]>();
  return {
    take(key, { requests, windowMs }, now) {
      const recent = (times.get(key) ?? []).filter((at) => at > now - windowMs && at <= now);
      times.set(key, recent);
      const oldest = recent[recent.length - requests];
      if (oldest !== undefined) return oldest + windowMs - now;
      recent.push(now);
      return 0;
    },
  };
}
