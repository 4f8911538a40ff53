/** A word of a text: as word lists are compared, and where it stands (UTF-16 units). */
export interface Word {
  text: string;
  start: number;
  end: number;
}

// What stands between words without being one: tags and entities of copied HTML, escapes of JSON
// and of addresses. Attributes with spaces in their value are text: a phrase may stand in one.
const tag =
  /<\/?(?:a|b|br|code|div|em|h[1-6]|i|img|li|ol|p|picture|pre|source|span|strong|table|tbody|td|th|tr|ul)(?:\s+[\w-]{1,30}="?[^"\s<>]{0,120}"?){0,9}\s*\/?>/
    .source;
const escaped = /&(?:[a-z]{2,8}|#\d{1,6});|\\[nrt]|%[0-9a-f]{2}/.source;
// Soft hyphens and zero-width characters are inside a word: they come along when pages are copied.
const word = /(?![ªº])\p{L}[\p{L}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]*/u.source;
const wordsAndBetween = new RegExp(`${tag}|${escaped}|(${word})`, 'giu');

const accents = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * A word as lists and texts are compared: lower case, without accents, wide letters made narrow,
 * katakana as hiragana. People type phrases without accents; in no list do two words differ by them alone.
 */
export function foldWord(word: string): string {
  if (/^[a-z]+$/.test(word)) return word;
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/** The words of a text, folded; numbers, punctuation and mark-up are left out. Linear in the text's length. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordsAndBetween)) {
    const found = match[1];
    if (found === undefined) continue;
    words.push({ text: foldWord(found), start: match.index, end: match.index + found.length });
  }
  return words;
}

const skip = new RegExp(`${tag}|${escaped}`, 'iuy');
const oneWord = new RegExp(word, 'uy');

/** Where the tag, entity or escape ends that begins at `at`; `at` itself where there is none. */
export function skipped(text: string, at: number): number {
  skip.lastIndex = at;
  return skip.test(text) ? skip.lastIndex : at;
}

/** Where the word ends that begins at `at`; `at` itself where none does. */
export function wordFrom(text: string, at: number): number {
  oneWord.lastIndex = at;
  return oneWord.test(text) ? oneWord.lastIndex : at;
}
