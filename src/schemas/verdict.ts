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

/** Shape and English word of a verdict: with the colour, each alone is enough to tell it. */
export const verdictMarks = {
  pass: { shape: '●', word: 'Healthy' },
  warn: { shape: '▲', word: 'Degraded' },
  fail: { shape: '✕', word: 'Failing' },
  error: { shape: '?', word: 'Could not tell' },
  skip: { shape: '○', word: 'Not run' },
} as const satisfies Record<Verdict, { shape: string; word: string }>;

/** A verdict past its freshness. Stale is never green. */
export const staleMark = { shape: '◌', word: 'Stale' } as const;
