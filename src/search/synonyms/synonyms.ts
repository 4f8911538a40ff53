import type { Audience } from '../../schemas/frontmatter.ts';
import { en, type Meaning } from './en.ts';
import { es } from './es.ts';
import { ptBr } from './pt-br.ts';

/** By meaning: phrases apart by commas. */
export type Synonyms = Readonly<Record<string, string>>;

const byLanguage: Readonly<Record<string, Synonyms>> = { en, es, pt: ptBr };

/** What only the team asks for; users’ sites do not carry it. */
const ofTheTeam: ReadonlySet<string> = new Set<Meaning>([
  'many',
  'user',
  'node',
  'incident',
  'whodecides',
  'statement',
  'handover',
  'escalate',
  'onboard',
  'offboard',
  'accessright',
  'audit',
  'lessons',
  'article',
  'vendor',
  'social',
  'layer',
  'reply',
  'begin',
  'investigate',
]);

/** What people of a locale say, by what they mean; nothing for a language that has no list. */
export function synonymsOf(locale: string, audience: Audience): Synonyms {
  const all = byLanguage[locale.slice(0, 2)] ?? {};
  if (audience === 'internal') return all;
  return Object.fromEntries(Object.entries(all).filter(([meaning]) => !ofTheTeam.has(meaning)));
}
