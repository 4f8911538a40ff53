import type { BoardBlock } from '../../schemas/board-data.ts';
import type { CardState } from '../../schemas/verdict.ts';
import type { LastResult } from '../read-results.ts';
import { stateOf } from '../verdict-state.ts';

/** The worst first. An old proof is worse than none: somebody may still count on it. */
export const statesByWeight = ['fail', 'error', 'warn', 'stale', 'skip', 'pass'] as const satisfies CardState[];

/** How some blocks are, taken together. */
export interface Summary {
  /** The worst of them; without any blocks, `skip`. */
  state: CardState;
  counts: Record<CardState, number>;
  total: number;
  /** The first block of the worst state. */
  worst: BoardBlock | null;
  /** Milliseconds since 1970: the oldest proof among them; `null` where nothing was proven. */
  oldest: number | null;
}

/** A block's state, as the board shows it: without a result it was not run. */
export function blockState(block: BoardBlock, result: LastResult | null | undefined, now: number): CardState {
  return result ? stateOf(result, block.freshFor, now) : 'skip';
}

/** `known` is by block id; `now` in milliseconds since 1970. */
export function summarise(
  blocks: readonly BoardBlock[],
  known: ReadonlyMap<string, { result: LastResult | null }>,
  now: number,
): Summary {
  const counts: Record<CardState, number> = { fail: 0, error: 0, warn: 0, stale: 0, skip: 0, pass: 0 };
  const first: Partial<Record<CardState, BoardBlock>> = {};
  let oldest: number | null = null;
  for (const block of blocks) {
    const result = known.get(block.id)?.result;
    const state = blockState(block, result, now);
    counts[state] += 1;
    first[state] ??= block;
    // What was skipped proved nothing.
    if (result && result.verdict !== 'skip') oldest = Math.min(oldest ?? result.provenAt, result.provenAt);
  }
  const state = statesByWeight.find((each) => counts[each] > 0) ?? 'skip';
  return { state, counts, total: blocks.length, worst: first[state] ?? null, oldest };
}
