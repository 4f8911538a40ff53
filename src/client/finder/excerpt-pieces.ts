import type { Piece } from './marked-text.ts';

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  nbsp: '\u00a0',
};

/** Pagefind's excerpt (escaped text, with `<mark>` around what was found) as text. Anything else that looks like a tag stays text. */
export function excerptPieces(excerpt: string): Piece[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, index) => ({ text: decode(text), isMarked: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

const decode = (text: string): string =>
  text.replace(/&(#?\w{2,4});/g, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
