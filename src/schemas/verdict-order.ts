/** What a block, or one row of it, came to. The order is from best to worst. Apart from its schema, which is too heavy for a browser. */
export const verdicts = ['pass', 'skip', 'warn', 'error', 'fail'] as const;
export type Verdict = (typeof verdicts)[number];

/** The worse of two verdicts: `fail` over `error` over `warn` over `skip` over `pass`. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b;
}
