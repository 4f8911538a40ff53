import type { Budget } from '../schemas/budget.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';

/** Keeps when each target was asked. */
export interface BudgetLedger {
  /**
   * Enters one request, now, where fewer than the budget's were made within its window, and returns 0;
   * else enters nothing and returns the milliseconds until one is free.
   */
  take(key: string, budget: Limit): number;
  /** Milliseconds until `count` requests are free; enters nothing. */
  waitFor(key: string, budget: Limit, count: number): number;
}

type Limit = Pick<Budget, 'requests' | 'windowMs'>;

/** Milliseconds since 1970, as `Date.now` gives them. */
export type WallClock = () => number;

/** What the targets of a run may still be asked. Every request counts, of every block and attempt. */
export interface Budgets {
  /** Takes one request; 0, or the milliseconds until one is free. Targets without a budget are always free. */
  take(target: ResolvedTarget): number;
  /** Milliseconds until so many are free. */
  waitFor(target: ResolvedTarget, count: number): number;
}

export function createBudgets(ledger: BudgetLedger): Budgets {
  // The address is part of it, so that trees which name a target alike do not share a budget.
  const keyOf = ({ name, url }: ResolvedTarget): string => `${name} ${url}`;
  return {
    take: (target) => (target.budget === null ? 0 : ledger.take(keyOf(target), target.budget)),
    waitFor: (target, count) => (target.budget === null ? 0 : ledger.waitFor(keyOf(target), target.budget, count)),
  };
}

/** A ledger that lasts as long as this process. */
export function memoryLedger(clock: WallClock = Date.now): BudgetLedger {
  const times = new Map<string, number[]>();
  const waitFor: BudgetLedger['waitFor'] = (key, { requests, windowMs }, count) => {
    const now = clock();
    // A clock that was put back a little counts what it has yet to reach; one put back far starts anew.
    const recent = (times.get(key) ?? []).filter((at) => at > now - windowMs && at <= now + windowMs);
    recent.sort((a, b) => a - b);
    times.set(key, recent);
    if (count > requests) return windowMs;
    const oldest = recent[recent.length - (requests - count + 1)];
    return oldest === undefined ? 0 : oldest + windowMs - now;
  };
  return {
    waitFor,
    take(key, budget) {
      const waitMs = waitFor(key, budget, 1);
      if (waitMs === 0) times.get(key)?.push(clock());
      return waitMs;
    },
  };
}
