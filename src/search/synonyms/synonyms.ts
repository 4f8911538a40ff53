import { en } from './en.ts';
import { es } from './es.ts';
import { ptBr } from './pt-br.ts';

/** By meaning: phrases apart by commas. */
export type Synonyms = Readonly<Record<string, string>>;

const byLanguage: Readonly<Record<string, Synonyms>> = { en, es, pt: ptBr };

/** What people of a locale say, by what they mean; nothing for a language that has no list. */
export const synonymsOf = (locale: string): Synonyms => byLanguage[locale.slice(0, 2)] ?? {};
