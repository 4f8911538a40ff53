import { validateMnemonic } from '@scure/bip39';
import type { WordLists } from './load-word-lists.ts';
import { foldWord, type Word } from './split-words.ts';

const lengths = [24, 21, 18, 15, 12];
/** So many words of the text around may be taken for the phrase's: beyond a mark, and where there is none. */
const mostBeyondMark = 8;
const mostBeside = 2;

const written = new WeakMap<readonly string[], Map<string, string>>();
function writtenIn(list: readonly string[]): Map<string, string> {
  const known = written.get(list) ?? new Map(list.map((word) => [foldWord(word), word]));
  written.set(list, known);
  return known;
}

/**
 * Where in a run of words (`first` up to and with `last`) the phrase itself stands, without words of the
 * text around that only happen to be in the list; `null` where that is not sure. It is when the checksum
 * holds, and at one end at least a mark stands that is nowhere between the phrase's words. Where there is
 * no mark, the words left out are too few to be the rest of a longer phrase.
 */
export function exactPhrase(
  text: string,
  words: readonly Word[],
  [first, last]: readonly [number, number],
  lists: WordLists,
): readonly [number, number] | null {
  const count = last - first + 1;
  if (
    count > 24 + 2 * mostBeyondMark ||
    (lengths.includes(count) && isValidPhrase(words.slice(first, last + 1), lists))
  )
    return null;
  const marksBefore = (index: number): string[] => {
    const [one, next] = [words[index - 1], words[index]];
    return one && next ? [...text.slice(one.end, next.start).replace(/[\d\s]+/g, '')] : [];
  };
  for (const length of lengths) {
    if (length >= count) continue;
    for (let from = first; from + length - 1 <= last; from += 1) {
      const inside = new Set(Array.from({ length: length - 1 }, (_, index) => marksBefore(from + 1 + index)).flat());
      const isMarked = [from, from + length].map((at) => marksBefore(at).some((mark) => !inside.has(mark)));
      if (!isMarked.includes(true)) continue;
      const around = [from - first, last + 1 - from - length];
      if (around.some((left, side) => left > (isMarked[side] ? mostBeyondMark : mostBeside))) continue;
      if (isValidPhrase(words.slice(from, from + length), lists)) return [from, from + length - 1];
    }
  }
  return null;
}

/** Whether words are a phrase of one language, with the checksum that it must have. */
export function isValidPhrase(words: readonly Word[], lists: WordLists): boolean {
  return lists.languages.some(({ bit, words: list }) => {
    if (!words.every(({ text }) => ((lists.words.get(text) ?? 0) & bit) !== 0)) return false;
    const known = writtenIn(list);
    return validateMnemonic(words.map(({ text }) => known.get(text)).join(' '), [...list]);
  });
}
