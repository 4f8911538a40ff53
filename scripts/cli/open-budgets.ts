import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import { type BudgetLedger, type Budgets, createBudgets, memoryLedger } from '../../src/runner/budgets.ts';
import type { ResolvedTarget } from '../../src/schemas/planned-block.ts';
import { dataFolder } from './data-file.ts';

/**
 * The budgets of a run's targets, shared with every other run on this machine. Where the shared file
 * cannot be used, or breaks during the run, it goes on with what this run alone has asked.
 */
export async function openBudgets(
  targets: Readonly<Record<string, ResolvedTarget>>,
  folder = dataFolder(packageRoot, process.env),
  say: (text: string) => void = (text) => process.stderr.write(`${text}\n`),
): Promise<Budgets & Disposable> {
  const own = memoryLedger();
  if (Object.values(targets).every(({ budget }) => budget === null))
    return { ...createBudgets(own), [Symbol.dispose]() {} };
  const { openBudgetLedger } = await import('../../src/store/budget-ledger.ts');
  const file = join(folder, 'budgets.sqlite');
  const giveUp = (error: unknown): void =>
    say(
      `Budgets are kept for this run alone, not for this machine: \`${file}\` cannot be used (${error instanceof Error ? error.message : String(error)}).`,
    );
  try {
    const shared = await openBudgetLedger(file);
    return { ...createBudgets(whileItWorks(shared, own, giveUp)), [Symbol.dispose]: () => shared[Symbol.dispose]() };
  } catch (error) {
    giveUp(error);
    return { ...createBudgets(own), [Symbol.dispose]() {} };
  }
}

/** `shared` until it throws, `own` from then on; `own` has all that this run was granted. */
function whileItWorks(shared: BudgetLedger, own: BudgetLedger, giveUp: (error: unknown) => void): BudgetLedger {
  let isBroken = false;
  const ask = (question: (ledger: BudgetLedger) => number): number => {
    if (!isBroken) {
      try {
        return question(shared);
      } catch (error) {
        isBroken = true;
        giveUp(error);
      }
    }
    return question(own);
  };
  return {
    waitFor: (key, budget, count) => ask((ledger) => ledger.waitFor(key, budget, count)),
    take(key, budget) {
      const waitMs = ask((ledger) => ledger.take(key, budget));
      if (!isBroken && waitMs === 0) own.take(key, budget);
      return waitMs;
    },
  };
}
