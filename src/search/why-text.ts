import type { MatchedWord, MatchReason } from '../schemas/search.ts';

/** A reason in a sentence, in English: for the terminal and for scripts. */
export function whyText({ field, text, words }: MatchReason): string {
  const where = {
    error: `matches the error text “${text}”`,
    code: `matches the code ${text}`,
    title: `its title has ${listed(words)}`,
    symptom: `people say “${text}”`,
    description: `it is about ${listed(words)}`,
    text: `its text has ${listed(words)}`,
  }[field];
  const other = words
    .filter(({ way }) => way === 'typo' || way === 'synonym')
    .map(({ typed, found }) => [typed, found] as const);
  const read = [...new Map(other)].filter(([typed, found]) => typed.toLowerCase() !== found.toLowerCase()).slice(0, 2);
  return read.length === 0
    ? where
    : `${where} (${read.map(([typed, found]) => `“${typed}” as “${found}”`).join(', ')})`;
}

const listed = (words: readonly MatchedWord[]): string => {
  const found = [...new Set(words.map((word) => word.found.toLowerCase()))].slice(0, 4);
  return found.map((word) => `“${word}”`).join(', ');
};
