import { foldText } from '../text/fold-text.ts';

/** Without accents and capitals, however its accents are written. */
export const fold = (text: string): string => foldText(text.normalize('NFC'));

const endings =
  /(?:amentos?|imentos?|aciones|acion|acoes|acao|ando|endo|iendo|adas?|ados?|idas?|idos?|ations?|ings?|ed|ly|mente|es|s|[aeo])$/;

/** One stem for a word's forms, alike for English, Spanish and Portuguese: rough, and the same on both sides. */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word.length === 4 && word.endsWith('s') ? word.slice(0, 3) : word;
  let short = word.replace(/(?:'s|’s)$/, '');
  for (let round = 0; round < 2; round += 1) {
    const cut = short.replace(endings, '');
    if (cut.length < 4 || cut === short) break;
    short = cut;
  }
  return short;
}
