const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word that somebody typed begins a word of `text`, whatever the accents and capitals. */
export function hasWords(text: string, typed: string): boolean {
  const words = folded(text).split(/[^\p{L}\p{N}]+/u);
  return folded(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .every((typedWord) => words.some((word) => word.startsWith(typedWord)));
}
