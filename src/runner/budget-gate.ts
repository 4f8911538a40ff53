import { because } from './conclude.ts';
import type { Outcome } from './messages.ts';
import { spentSentence } from './pay-for.ts';
import type { RunSettings } from './run-options.ts';
import type { Schedule } from './schedule.ts';
import type { Unit } from './unit.ts';

/** Lets blocks begin as their target's budget allows. */
export interface BudgetGate {
  /**
   * Takes the attempt's first request from the budget: `go`. Where one is free within an attempt's
   * timeout, the unit waits for it with all that ask the same target: `later`. Else what it comes to.
   */
  admit(unit: Unit): 'go' | 'later' | Outcome;
  close(): void;
}

/** `resume` is called when units may have become free to begin. */
export function createBudgetGate(schedule: Schedule<Unit>, settings: RunSettings, resume: () => void): BudgetGate {
  const timers = new Set<NodeJS.Timeout>();
  return {
    admit(unit) {
      const name = unit.planned.target;
      const target = name === null ? undefined : settings.targets[name];
      const waitMs = target ? settings.budgets.take(target) : 0;
      if (!target || waitMs === 0) return 'go';
      if (waitMs > settings.timeoutMs)
        return {
          ...because('budget', spentSentence(target, waitMs)),
          evidence: [],
          startedAt: new Date().toISOString(),
          durationMs: 0,
        };
      const wake = schedule.rest(unit);
      const timer = setTimeout(() => {
        timers.delete(timer);
        wake();
        resume();
      }, waitMs);
      timers.add(timer);
      return 'later';
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
