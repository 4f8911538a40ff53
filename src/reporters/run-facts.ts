import type { Report } from '../schemas/report.ts';
import { showDuration } from '../text/show-value.ts';

/** How long the run took, as people read it. */
export function tookOf({ run }: Report): string {
  return showDuration(Math.max(0, Date.parse(run.endedAt) - Date.parse(run.startedAt)));
}

/** Why blocks that were planned have no result; `null` where each has one. */
export function unfinished({ run, summary }: Report, plannedCount: number): string | null {
  if (run.interrupted) return `Interrupted: ${summary.total} of ${plannedCount} blocks have a result.`;
  const missing = plannedCount - summary.total;
  return missing > 0 && summary.total > 0
    ? `Stopped at the first failure: ${missing} of ${plannedCount} blocks did not run.`
    : null;
}

/** How many of the healthy were not so at once; `null` where none. */
export function flakyNote({ summary }: Report): string | null {
  return summary.flaky > 0 ? `${summary.flaky} of the healthy passed only after a retry.` : null;
}
