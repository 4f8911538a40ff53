import { z } from 'zod';

/** What a block, or one row of it, came to. The order is from best to worst. */
export const verdicts = ['pass', 'skip', 'warn', 'error', 'fail'] as const;
export const verdictSchema = z.enum(verdicts);
export type Verdict = z.infer<typeof verdictSchema>;

/** What a card looks like: a verdict, or one past its freshness. Before any results it has none. */
export type CardState = Verdict | 'stale';

/** The worse of two verdicts: `fail` over `error` over `warn` over `skip` over `pass`. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b;
}

// For those who load schemas anyway.
export { staleMark, verdictMarks } from './verdict-marks.ts';
