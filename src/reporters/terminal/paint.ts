import picocolors from 'picocolors';
import { type Verdict, verdictMarks } from '../../schemas/verdict.ts';

export interface Paint {
  bold(text: string): string;
  /** For what is there to look up, not to read. */
  dim(text: string): string;
  /** In the verdict's colour. */
  as(verdict: Verdict, text: string): string;
  /** Shape and word in the verdict's colour; the word padded to `width` columns. */
  mark(verdict: Verdict, width?: number): string;
}

/** Colours, or with `colour` off the same functions that change nothing. */
export function createPaint(colour: boolean): Paint {
  const { bold, dim, green, yellow, red, magenta } = picocolors.createColors(colour);
  const byVerdict = { pass: green, warn: yellow, fail: red, error: magenta, skip: dim };
  const as = (verdict: Verdict, text: string) => byVerdict[verdict](text);
  return {
    bold,
    dim,
    as,
    mark: (verdict, width = 0) =>
      as(verdict, `${verdictMarks[verdict].shape} ${verdictMarks[verdict].word}`.padEnd(width)),
  };
}
