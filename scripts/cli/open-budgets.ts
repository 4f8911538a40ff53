import { join } from 'node:path';
import { type Budgets, createBudgets, memoryLedger } from '../../src/runner/budgets.ts';
import type { ResolvedTarget } from '../../src/schemas/planned-block.ts';
import { stateFolder } from './state-folder.ts';

/** The budgets of a run's targets, shared with every other run on this machine. */
export async function openBudgets(targets: Readonly<Record<string, ResolvedTarget>>): Promise<Budgets & Disposable> {
  if (Object.values(targets).every(({ budget }) => budget === null))
    return { ...createBudgets(memoryLedger()), [Symbol.dispose]() {} };
  const { openBudgetLedger } = await import('../../src/store/budget-ledger.ts');
  try {
    const ledger = await openBudgetLedger(join(stateFolder, 'budgets.sqlite'));
    return { ...createBudgets(ledger), [Symbol.dispose]: () => ledger[Symbol.dispose]() };
  } catch (error) {
    process.stderr.write(
      `Budgets are kept for this run alone, not for this machine: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return { ...createBudgets(memoryLedger()), [Symbol.dispose]() {} };
  }
}
