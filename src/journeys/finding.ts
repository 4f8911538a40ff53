import type { Reason } from '../schemas/reason.ts';
import type { ReadingResult } from '../schemas/report.ts';
import type { Verdict } from '../schemas/verdict.ts';

/** What the last run of a block found, as far as a journey needs it. */
export interface Finding {
  title: string;
  verdict: Verdict;
  /** Past its freshness: it says nothing of now. */
  isStale: boolean;
  /** Why, where it is not `pass`. */
  reason: Pick<Reason, 'code' | 'message'> | null;
  readings: readonly Omit<ReadingResult, 'degraded'>[];
  /** ISO 8601. */
  provenAt: string;
  /** What the page says to do first for this verdict. */
  step: string | null;
}

/** By block id, `<page id>#<id>`. */
export type Findings = ReadonlyMap<string, Finding>;
