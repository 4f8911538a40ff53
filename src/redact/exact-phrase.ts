import { validateMnemonic } from '@scure/bip39';
import type { WordLists } from './load-word-lists.ts';
import { foldWord, type Word } from './split-words.ts';

const lengths = [24, 21, 18, 15, 12];
/** So many words of the text around may be words of the list, too, on each side. */
const mostAround = 2;

const written = new WeakMap<readonly string[], Map<string, string>>();
function writtenIn(list: readonly string[]): Map<string, string> {
  const known = written.get(list) ?? new Map(list.map((word) => [foldWord(word), word]));
  written.set(list, known);
  return known;
}

/**
 * Where in a run of words (`first` up to and with `last`) the phrase itself stands, without words of the
 * text around that only happen to be in the list; `null` where that is not sure. It is when the checksum
 * holds, and at one end at least something else stands between than between the phrase's words. Then the
 * words left out are too few to be the rest of a longer phrase.
 */
export function exactPhrase(
  text: string,
  words: readonly Word[],
  [first, last]: readonly [number, number],
  lists: WordLists,
): readonly [number, number] | null {
  const count = last - first + 1;
  const gap = (index: number): string | null => {
    const [one, next] = [words[index - 1], words[index]];
    return one && next ? text.slice(one.end, next.start).replace(/\d+/g, '') : null;
  };
  for (const length of lengths) {
    if (length >= count || count - length > 2 * mostAround) continue;
    for (let skip = 0; skip <= mostAround && skip + length <= count; skip += 1) {
      if (count - length - skip > mostAround) continue;
      const from = first + skip;
      const inside = new Set(Array.from({ length: length - 1 }, (_, index) => gap(from + 1 + index)));
      if (inside.has(gap(from)) && inside.has(gap(from + length))) continue;
      if (isValid(words.slice(from, from + length), lists)) return [from, from + length - 1];
    }
  }
  return null;
}

function isValid(words: readonly Word[], lists: WordLists): boolean {
  return lists.languages.some(({ bit, words: list }) => {
    if (!words.every(({ text }) => ((lists.words.get(text) ?? 0) & bit) !== 0)) return false;
    const known = writtenIn(list);
    return validateMnemonic(words.map(({ text }) => known.get(text)).join(' '), [...list]);
  });
}
