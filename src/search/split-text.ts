import { foldText } from '../text/fold-text.ts';

/** A word, number or code, with its place in the text: `[start, end)`. */
export interface Token {
  /** Folded, without apostrophes and signs: `dont`, `32002`, `0xe450d38c`, `trc20`. */
  word: string;
  start: number;
  end: number;
}

const pattern = /0x[0-9a-f]+|\d+(?:[.,]\d+)*(?:[a-z]+)?|[a-z][a-z0-9]*(?:'[a-z]+)?(?:-\d+)?/g;

/** Words in their order. `OUT_OF_ENERGY` is three; what belongs together is told by `identifiersIn`. */
export function splitText(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of foldText(text).matchAll(pattern))
    tokens.push({ word: word.replace(/['-]/g, ''), start: index, end: index + word.length });
  return tokens;
}

/** The words with a blank around each, so that some in a row can be looked for. */
export const wordsIn = (text: string): string =>
  ` ${splitText(text)
    .map(({ word }) => word)
    .join(' ')} `;

const identifier = /[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[A-Za-z]+[a-z0-9](?:[A-Z][a-z0-9]+)+/g;

/** Names that programs use, in one piece: `timeout_3d_secure`, `setApprovalForAll`. */
export function identifiersIn(text: string): Token[] {
  if (!/_|[a-z\d][A-Z]/.test(text)) return [];
  return [...text.matchAll(identifier)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}
