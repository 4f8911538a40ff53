import type { Verdict } from './verdict-order.ts';

/** Shape and English word of a verdict: with the colour, each alone is enough to tell it. */
export const verdictMarks = {
  pass: { shape: '●', word: 'Healthy' },
  warn: { shape: '▲', word: 'Degraded' },
  fail: { shape: '✕', word: 'Failing' },
  error: { shape: '?', word: 'Could not tell' },
  skip: { shape: '○', word: 'Not run' },
} as const satisfies Record<Verdict, { shape: string; word: string }>;
