import type { Part } from '../schemas/journey.ts';

/** The parts that a part's checks need besides it: the way they take, and what they compare with. */
export function helpersOf({ seenThrough, checks }: Part): string[] {
  return [
    ...new Set([...seenThrough, ...checks.flatMap((check) => (check.kind === 'compared' ? check.comparedWith : []))]),
  ];
}
