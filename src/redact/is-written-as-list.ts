import type { Word } from './split-words.ts';

/** Gaps between twelve words, and how many of them must be of a list's kind. */
const window = 11;
const fewest = 10;

/** White space, numbers as lists have them, commas, bullets, the mark of a quoted mail. */
const soft = /^(?:\s|[,;]|\d[.):]?|[•·*|>](?=\s))*$/u;
/** The end of a key in JSON, but for one that is a number. */
const keyEnd = /(?:^|\D)["']\s*:/;

/**
 * Whether words stand as people and programs write a phrase: with the same between all of them, or two
 * things in turn (columns), or at least nothing but spaces, numbers and commas. The names in mark-up and
 * code, many of which stand in word lists, do not.
 */
export function isWrittenAsList(text: string, words: readonly Word[]): boolean {
  if (words.length <= 1) return true;
  const gaps = words.slice(1).map((word, index) => text.slice(words[index]?.end ?? 0, word.start));
  const shapes = gaps.map((gap) => (keyEnd.test(gap) ? null : gap.replace(/\d+/g, '').replace(/\s+/g, ' ')));
  const isSoft = gaps.map((gap) => soft.test(gap));
  const least = Math.min(fewest, gaps.length);
  for (let from = 0; from === 0 || from + window <= shapes.length; from += 1) {
    const some = shapes.slice(from, from + window);
    const counts = new Map<string, number>();
    let regular = 0;
    some.forEach((shape, index) => {
      if (shape === null) return;
      if (isSoft[from + index]) regular += 1;
      else counts.set(shape, (counts.get(shape) ?? 0) + 1);
    });
    const [first = 0, second = 0] = [...counts.values()].sort((a, b) => b - a);
    if (regular + first + second >= least) return true;
  }
  return false;
}
