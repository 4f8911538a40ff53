/** What is removed from a text, as far as it parts what stands before it from what stands behind. */
export interface Fences {
  /** Where the last thing ends that is, or was, removed before `at`; 0 where there is none near. */
  before(at: number): number;
  /** Where the next thing begins that is removed behind `at`, or was. */
  after(at: number): number;
}

const markStart = /\[[A-Za-z -]{3,20} removed\]|\u2039secret:/;
const markEnd = / removed\]|\u203a/g;
/** So far do words count, in characters: longer than any recogniser looks. */
const reach = 128;

/**
 * Fences of a text: of `removals` (in its order), and of marks that an earlier redaction has left. So a
 * text that was redacted already is judged as it was before.
 */
export function fencesOf(text: string, removals: readonly { start: number; end: number }[]): Fences {
  /** How many of them begin before `at`. */
  const count = (at: number): number => {
    let low = 0;
    let high = removals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((removals[middle]?.start ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    before(at) {
      const from = Math.max(0, at - reach);
      const mark = [...text.slice(from, at).matchAll(markEnd)].at(-1);
      return Math.max(removals[count(at) - 1]?.end ?? 0, mark ? from + mark.index + mark[0].length : 0);
    },
    after(at) {
      const mark = markStart.exec(text.slice(at, at + reach));
      return Math.min(removals[count(at)]?.start ?? text.length, mark ? at + mark.index : text.length);
    },
  };
}
