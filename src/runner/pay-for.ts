import { setTimeout as sleep } from 'node:timers/promises';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { showDuration } from '../text/show-value.ts';
import type { HttpContext } from './http-context.ts';

/** The target's budget is used up: `skip: budget`. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** A request that is free again within this time is worth its wait. */
const patienceMs = 1000;

/** Takes one request from the target's budget, or throws `BudgetSpent`. */
export async function payFor(target: ResolvedTarget, { spend, signal }: HttpContext): Promise<void> {
  if (target.budget === null) return;
  for (let waitMs = await spend(target); waitMs > 0; waitMs = await spend(target)) {
    if (waitMs > patienceMs) throw new BudgetSpent(spentSentence(target, waitMs));
    // Out of time before it is free: the wait was ours, not the target's.
    await sleep(waitMs, undefined, { signal }).catch(() => {
      throw new BudgetSpent(spentSentence(target, waitMs));
    });
  }
}

export function spentSentence({ name, budget }: ResolvedTarget, waitMs: number): string {
  return `\`${name}\` may be asked ${budget?.source ?? 'no more'}, and was; it may be asked again in ${showDuration(Math.max(1000, Math.ceil(waitMs / 1000) * 1000))}.`;
}
