/** Shape and English word of a verdict: with the colour, each alone is enough to tell it. Apart from the schemas, which no page loads. */
export const verdictMarks = {
  pass: { shape: '●', word: 'Healthy' },
  warn: { shape: '▲', word: 'Degraded' },
  fail: { shape: '✕', word: 'Failing' },
  error: { shape: '?', word: 'Could not tell' },
  skip: { shape: '○', word: 'Not run' },
} as const satisfies Record<string, { shape: string; word: string }>;

/** A verdict past its freshness. Stale is never green. */
export const staleMark = { shape: '◌', word: 'Stale' } as const;
