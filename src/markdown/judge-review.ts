import type { Diagnostic } from '../schemas/diagnostic.ts';
import type { Position } from '../schemas/page.ts';
import { showDuration } from '../text/show-value.ts';
import { makeFindings } from './page-world.ts';

/** When a page was reviewed and when it must be again. */
export interface Review {
  /** `YYYY-MM-DD`. */
  reviewed: string;
  /** By `Date.now()`. */
  due: number;
  position: Position;
}

/** Holds a page's review against the calendar: apart from the scanner, whose findings do not change overnight. */
export function judgeReview(path: string, review: Review | null, now: Date): Diagnostic[] {
  const late = review === null ? 0 : now.getTime() - review.due;
  if (review === null || late <= 0) return [];
  const findings = makeFindings(path);
  findings.add(
    'review-overdue',
    review.position,
    `The review of ${review.reviewed} is overdue by ${showDuration(late)}.`,
  );
  return findings.list;
}
