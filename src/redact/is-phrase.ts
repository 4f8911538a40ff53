import { validateMnemonic } from '@scure/bip39';
import { phraseWords } from './find-phrases.ts';
import type { WordLists } from './load-word-lists.ts';
import { ordinaryWords } from './ordinary-words.ts';

const lengths = [12, 15, 18, 21, 24];
const longest = 2000;

/** Chinese is written without spaces, and its list is its commonest characters: only the checksum tells a phrase. */
function isUnspacedChinese(text: string, lists: WordLists): boolean {
  const characters = [...text.replace(/[\s\p{P}]+/gu, '')];
  if (!lengths.includes(characters.length) || !characters.every((c) => /\p{Script=Han}/u.test(c))) return false;
  return lists.languages.some(
    ({ name, words }) => name.endsWith('chinese') && validateMnemonic(characters.join(' '), [...words]),
  );
}

/**
 * Whether the whole of a value is a recovery phrase, or what is left of one: exactly as many words
 * as a phrase has, all of one list (so also the same word many times); or eight to eleven of them,
 * few of which are ordinary. For form fields: in a longer text so little would say nothing.
 */
export function isPhrase(text: string, lists: WordLists): boolean {
  if (text.length > longest) return false;
  if (isUnspacedChinese(text, lists)) return true;
  const words = phraseWords(text, lists).map((word) => word.text);
  return lists.languages.some(({ bit }) => {
    const known = words.filter((word) => (lists.words.get(word) ?? 0) & bit);
    const missing = words.length - known.length;
    if (lengths.includes(words.length)) return missing === 0;
    if (words.length < 8 || words.length > 11) return false;
    const distinct = new Set(known.filter((word) => !ordinaryWords.has(word))).size;
    return missing <= (words.length < 10 ? 0 : 1) && distinct >= known.length - 2;
  });
}
