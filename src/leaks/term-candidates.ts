/**
 * Which of many terms a text may hold at all, by their numbers in ascending order, so that few have to
 * be looked for: names times files grow with the square of a tree. A term is only left out when one of
 * its words is not a word of the text, and without that it cannot stand there: within a term its words
 * have something else between them, and at its ends no letter or digit may follow.
 */
export function candidatesFor(terms: readonly string[]): (text: string) => number[] {
  const wordsOf = terms.map((term) => [...plainWords(term)]);
  const uses = new Map<string, number>();
  for (const word of wordsOf.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  const always: number[] = [];
  const byWord = new Map<string, number[]>();
  for (const [nth, words] of wordsOf.entries()) {
    const [rarest] = words.sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
    if (rarest === undefined) always.push(nth);
    else byWord.set(rarest, [...(byWord.get(rarest) ?? []), nth]);
  }
  return (text) => {
    const found = [...always];
    const spoken = plainWords(text);
    for (const word of spoken)
      for (const nth of byWord.get(word) ?? []) if (wordsOf[nth]?.every((each) => spoken.has(each))) found.push(nth);
    return found.sort((a, b) => a - b);
  };
}

/**
 * The different words of a text that are plain ASCII, in lower case. Of all other letters only `ſ` and
 * the Kelvin sign count as one of these where case does not matter, and they become it here.
 */
function plainWords(text: string): Set<string> {
  const folded = text.replaceAll('\u017f', 's').replaceAll('\u212a', 'k');
  const words = new Set<string>();
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) if (/^[a-z0-9]+$/i.test(word)) words.add(word.toLowerCase());
  return words;
}
