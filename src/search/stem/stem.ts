import type { Stem } from './by-suffix.ts';
import { english } from './english.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

const byLanguage: Readonly<Record<string, Stem>> = { en: english, es: spanish, pt: portuguese };

/** The stemmer of a locale's language; of a language that has none, words stay as they are. */
export const stemOf = (locale: string): Stem => byLanguage[locale.slice(0, 2)] ?? ((word) => word);
