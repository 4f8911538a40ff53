/** Reads a misspelt word as the known one that it is a letter away from. */
export interface Spelling {
  /** The word itself where it is known, or nothing is near. */
  nearest(word: string): string;
}

const shortest = 5;

/** One letter too many, too few, another one, or two swapped: what both words are without one of their letters. */
export function createSpelling(known: readonly string[]): Spelling {
  const words = new Set(known);
  const without = new Map<string, string>();
  for (const word of known) {
    if (word.length < shortest || word.startsWith('#') || /\d/.test(word)) continue;
    for (const variant of variants(word)) if (!without.has(variant)) without.set(variant, word);
  }
  return {
    nearest(word) {
      if (words.has(word) || word.length < shortest || /\d/.test(word)) return word;
      for (const variant of [word, ...variants(word)]) {
        const near = without.get(variant);
        if (near !== undefined && near.charCodeAt(0) === word.charCodeAt(0)) return near;
      }
      return word;
    },
  };
}

function variants(word: string): string[] {
  const list: string[] = [];
  for (let at = 1; at < word.length; at += 1) list.push(word.slice(0, at) + word.slice(at + 1));
  return list;
}
