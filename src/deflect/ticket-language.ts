import { functionWords, type ListedLanguage, otherFunctionWords } from './function-words.ts';
import { fold } from './stem.ts';

/** The languages that are told apart. */
export const ticketLanguages = ['en', 'es', 'pt', 'other'] as const;
export type TicketLanguage = (typeof ticketLanguages)[number];

const latin = /\p{Script=Latin}/gu;
const letter = /\p{L}/gu;
const word = /[\p{L}'’]+/gu;

/** Letters and endings that one of the languages has and its neighbours have not. */
const telling: readonly (readonly [ListedLanguage, RegExp, number])[] = [
  ['es', /[ñ¿¡]/g, 3],
  ['es', /(?:ción|ciones|dad(?:es)?|ll[aeo]|ué)\b/g, 1.5],
  ['pt', /[ãõ]/g, 3],
  ['pt', /ç|[âêô]/g, 1.5],
  ['pt', /(?:ção|ções|dade|nh[aeo]s?|lh[aeo]s?|agem|eu|ei|ou)\b/g, 1.2],
  ['es', /(?:aron|ieron|iendo|ó)\b/g, 1],
  ['pt', /(?:aram|eram|endo|indo)\b/g, 0.5],
  ['en', /(?:ing|tion|ed|'t|n’t|'s|wh\w+|th\w+|ck|ght|ly)\b/g, 0.6],
];

/**
 * The language of a ticket by its function words, weighed by how few languages have them, and by letters and
 * endings that tell. `other`: another script, another language's words, or nothing that tells at all.
 */
export function ticketLanguage(text: string): TicketLanguage {
  const sample = text.slice(0, 600).toLowerCase();
  const letters = sample.match(letter)?.length ?? 0;
  if (letters === 0 || (sample.match(latin)?.length ?? 0) < letters / 2) return 'other';
  const scores: Record<ListedLanguage, number> = { en: 0, es: 0, pt: 0 };
  let other = 0;
  let words = 0;
  for (const [match] of fold(sample).matchAll(word)) {
    words += 1;
    const having = listed.filter((language) => functionWords[language].has(match));
    for (const language of having) scores[language] += having.length === 1 ? 2 : having.length === 2 ? 0.7 : 0.3;
    if (having.length === 0 && otherFunctionWords.has(match)) other += 2;
    else if (otherFunctionWords.has(match)) other += 0.4;
  }
  for (const [language, sign, weight] of telling) scores[language] += (sample.match(sign)?.length ?? 0) * weight;
  const [best, second] = listed.toSorted((a, b) => scores[b] - scores[a]);
  if (best === undefined || second === undefined) return 'other';
  if (other > scores[best] || scores[best] < Math.min(1.5, words * 0.2)) return 'other';
  return best;
}

const listed: readonly ListedLanguage[] = ['en', 'es', 'pt'];
