import { foldWord } from './split-words.ts';

/** The languages of BIP-39. */
export const phraseLanguages = [
  'english',
  'spanish',
  'portuguese',
  'french',
  'italian',
  'czech',
  'japanese',
  'korean',
  'simplified-chinese',
  'traditional-chinese',
] as const;
export type PhraseLanguage = (typeof phraseLanguages)[number];

// Each import is written out, so that a bundler makes one small file of each list.
const loaders: Record<PhraseLanguage, () => Promise<{ wordlist: readonly string[] }>> = {
  english: () => import('@scure/bip39/wordlists/english.js'),
  spanish: () => import('@scure/bip39/wordlists/spanish.js'),
  portuguese: () => import('@scure/bip39/wordlists/portuguese.js'),
  french: () => import('@scure/bip39/wordlists/french.js'),
  italian: () => import('@scure/bip39/wordlists/italian.js'),
  czech: () => import('@scure/bip39/wordlists/czech.js'),
  japanese: () => import('@scure/bip39/wordlists/japanese.js'),
  korean: () => import('@scure/bip39/wordlists/korean.js'),
  'simplified-chinese': () => import('@scure/bip39/wordlists/simplified-chinese.js'),
  'traditional-chinese': () => import('@scure/bip39/wordlists/traditional-chinese.js'),
};

/** Word lists, ready to be asked: each language is one bit, so that a word is looked up once for all of them. */
export interface WordLists {
  languages: { name: PhraseLanguage; bit: number; words: readonly string[] }[];
  /** Folded words; the bits of the languages that have them. */
  words: ReadonlyMap<string, number>;
  /** What is stamped into metal plates: the first four letters of a word, or the whole of a shorter one. */
  shortForms: ReadonlyMap<string, number>;
}

/** The languages whose script the text holds; the others cannot be in it. */
export function languagesIn(text: string): PhraseLanguage[] {
  const languages: PhraseLanguage[] = [];
  if (/\p{Script=Latin}/u.test(text)) languages.push('english', 'spanish', 'portuguese', 'french', 'italian', 'czech');
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) languages.push('japanese');
  if (/\p{Script=Hangul}/u.test(text)) languages.push('korean');
  if (/\p{Script=Han}/u.test(text)) languages.push('simplified-chinese', 'traditional-chinese');
  return languages;
}

const letters = /^[a-z]+$/;

/**
 * Loads the lists of these languages. Lists stay with the caller: whoever reads many texts loads
 * them once. Rejects when a list cannot be loaded (in a browser: the site is gone).
 */
export async function loadWordLists(languages: readonly PhraseLanguage[] = phraseLanguages): Promise<WordLists> {
  return indexWords(
    await Promise.all(languages.map(async (name) => ({ name, words: (await loaders[name]()).wordlist }))),
  );
}

/** Lists at hand, made ready to be asked. */
export function indexWords(lists: readonly { name: PhraseLanguage; words: readonly string[] }[]): WordLists {
  const loaded = lists.map((list, index) => ({ ...list, bit: 1 << index }));
  const words = new Map<string, number>();
  const shortForms = new Map<string, number>();
  for (const { bit, words: list } of loaded) {
    for (const written of list) {
      const word = foldWord(written);
      words.set(word, (words.get(word) ?? 0) | bit);
      if (!letters.test(word)) continue;
      const short = word.slice(0, 4);
      shortForms.set(short, (shortForms.get(short) ?? 0) | bit);
    }
  }
  return { languages: loaded, words, shortForms };
}
