import type { Result } from '../schemas/report.ts';
import { clip } from '../text/visible.ts';

/** Results that did not run for the same reason, so that it is told once; in the order of their first ones. */
export function groupByReason(results: readonly Result[]): [Result, ...Result[]][] {
  const groups = Map.groupBy(results, ({ reason }) =>
    JSON.stringify([reason?.code, clip(reason?.message ?? '', 2_000).text, clip(reason?.hint ?? '', 2_000).text]),
  );
  return [...groups.values()].flatMap(([first, ...more]) => (first ? [[first, ...more] as [Result, ...Result[]]] : []));
}
