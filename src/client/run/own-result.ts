import type { Result } from '../../schemas/report.ts';
import type { LastResult } from '../read-results.ts';

/** What came of a run with a person's own value, as the card shows it. It has the page's freshness. */
export function ownResult({ title, verdict, startedAt, durationMs, reason, readings }: Result): LastResult {
  return {
    title,
    verdict,
    provenAt: Date.parse(startedAt) + durationMs,
    durationMs,
    freshFor: null,
    reason,
    readings,
    from: null,
  };
}
