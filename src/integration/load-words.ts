import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../project/folders.ts';
import type { Config } from '../schemas/config.ts';
import type { Words } from './words.ts';

/** The site's words in each of the configured languages, by URL prefix; English where there are none. */
export function loadWords(locales: Config['locales']): Record<string, Words> {
  const read = (lang: string): Partial<Words> => {
    const file = join(packageRoot, 'src/content/i18n', `${lang}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Words>) : {};
  };
  const english = read('en') as Words;
  return Object.fromEntries(
    Object.entries(locales).map(([locale, { lang }]) => [locale, { ...english, ...read(lang) }]),
  );
}
