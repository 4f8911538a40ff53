import { z } from 'zod';
import { type Verdict, verdicts } from './verdict-order.ts';

export { type Verdict, verdicts, worse } from './verdict-order.ts';

export const verdictSchema = z.enum(verdicts);

/** What a card looks like: a verdict, or one past its freshness. Before any results it has none. */
export type CardState = Verdict | 'stale';

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
