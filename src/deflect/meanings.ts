import { functionWords } from './function-words.ts';
import { fold, stem } from './stem.ts';

/** Finds what people mean in the words of a text, whatever they call it and in which of the languages. */
export interface Meanings {
  /** Names of meanings in the text, each once, as `#pending`. `words` are folded, in the text's order. */
  of(words: readonly string[]): string[];
}

/** `tables`: per language, phrases apart by commas, by what they mean. */
export function createMeanings(tables: readonly Readonly<Record<string, string>>[]): Meanings {
  const byFirst = new Map<string, { rest: readonly string[]; name: string }[]>();
  for (const table of tables) {
    for (const [name, phrases] of Object.entries(table)) {
      for (const phrase of phrases.split(',')) {
        const words = stems(phrase);
        const [first, ...rest] = words;
        // A lone word that says nothing (`still`, `sigue`) means nothing by itself.
        if (first === undefined || (rest.length === 0 && isEmpty(fold(phrase).trim()))) continue;
        const list = byFirst.get(first) ?? [];
        list.push({ rest, name: `#${name}` });
        byFirst.set(first, list);
      }
    }
  }
  return {
    of(words) {
      const found = new Set<string>();
      const text = words.map(stem);
      for (const [index, word] of text.entries()) {
        for (const { rest, name } of byFirst.get(word) ?? [])
          if (rest.every((each, nth) => text[index + 1 + nth] === each)) found.add(name);
      }
      return [...found];
    },
  };
}

const stems = (phrase: string): string[] => (fold(phrase).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
const isEmpty = (word: string): boolean => Object.values(functionWords).some((list) => list.has(word));
