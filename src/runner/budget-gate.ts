import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { because } from './conclude.ts';
import type { Outcome } from './messages.ts';
import { spentSentence } from './pay-for.ts';
import type { RunSettings } from './run-options.ts';
import type { Schedule } from './schedule.ts';
import type { Unit } from './unit.ts';

/** Lets blocks begin as their target's budget allows. */
export interface BudgetGate {
  /**
   * Sets a request aside for the attempt's first question: `go`. Where one is free within an attempt's
   * timeout, the unit waits for it with all that ask the same target: `later`. Else what it comes to.
   */
  admit(unit: Unit): 'go' | 'later' | Outcome;
  /** The attempt asks a target now: 0, or the milliseconds until it may. */
  spend(unit: Unit, target: ResolvedTarget): number;
  /** The attempt is over; what was set aside for it is free again. */
  leave(unit: Unit): void;
  close(): void;
}

/** `resume` is called when units may have become free to begin. */
export function createBudgetGate(schedule: Schedule<Unit>, settings: RunSettings, resume: () => void): BudgetGate {
  const timers = new Set<NodeJS.Timeout>();
  /** By target: attempts that have begun and not asked yet. A request counts from when it is made. */
  const aside = new Map<string, Set<Unit>>();
  const asideOf = (name: string): Set<Unit> => {
    const units = aside.get(name) ?? new Set();
    aside.set(name, units);
    return units;
  };
  return {
    admit(unit) {
      const name = unit.planned.target;
      const target = name === null ? undefined : settings.targets[name];
      if (!target || target.budget === null) return 'go';
      const waiting = asideOf(target.name);
      const waitMs = settings.budgets.waitFor(target, waiting.size + 1);
      if (waitMs === 0) {
        waiting.add(unit);
        return 'go';
      }
      if (waitMs > settings.timeoutMs) {
        const at = { evidence: [], startedAt: new Date().toISOString(), durationMs: 0 };
        return { ...because('budget', spentSentence(target, waitMs)), ...at };
      }
      const wake = schedule.rest(unit);
      const timer = setTimeout(() => {
        timers.delete(timer);
        wake();
        resume();
      }, waitMs);
      timers.add(timer);
      return 'later';
    },
    spend(unit, target) {
      aside.get(target.name)?.delete(unit);
      return settings.budgets.take(target);
    },
    leave(unit) {
      aside.get(unit.planned.target ?? '')?.delete(unit);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
