import { hidden } from './hide-people.ts';
import { fold } from './stem.ts';

/** Which words may be shown: those that several tickets have, and articles. */
export interface SharedWords {
  add(text: string, tickets: number): void;
  /** A text with `…` for every word that hardly anybody else used. */
  show(text: string): string;
  /** Whether this word may be shown, as it is written. */
  has(word: string): boolean;
}

/** So many tickets at least must have written a word. */
const fewest = 3;
const word = /[\p{L}\p{M}\p{N}]+(?:['’_-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Counts words over all tickets without an article. Names are written with a capital, so a word counts where
 * it is written in small letters; `known` are the articles' own words, which may always be shown.
 */
export function createSharedWords(known: ReadonlySet<string>): SharedWords {
  const seen = new Map<string, number>();
  const has = (written: string): boolean => {
    const plain = fold(written);
    return known.has(plain) || plain.length < 3 || (seen.get(plain) ?? 0) >= fewest;
  };
  return {
    add(text, tickets) {
      const small = new Set<string>();
      for (const [match] of text.matchAll(word)) if (match === match.toLowerCase()) small.add(fold(match));
      for (const each of small) seen.set(each, (seen.get(each) ?? 0) + tickets);
    },
    has,
    show: (text) =>
      text
        .replace(word, (match) => (has(match) ? match : hidden))
        .replace(/…(?:[\s,.;:/-]*…)+/g, hidden)
        .trim(),
  };
}

/** The words of articles, as they are compared. */
export const wordsIn = (texts: readonly string[]): Set<string> =>
  new Set(texts.flatMap((text) => text.match(word) ?? []).map(fold));
