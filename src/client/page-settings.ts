import words from 'virtual:runlight/result-words';
import type { ResultWords } from '../schemas/site-words.ts';
import type { WrittenSettings } from '../schemas/written-settings.ts';

/** What scripts know of the page that they paint. */
export interface PageSettings extends Omit<WrittenSettings, 'locale'> {
  words: ResultWords;
}

/** What the page says to its scripts, with the words of its language; `null` on a page that shows no results. */
export function readSettings(): PageSettings | null {
  const written = JSON.parse(document.getElementById('rl-page')?.textContent ?? 'null') as WrittenSettings | null;
  if (!written) return null;
  const own = words[written.locale] ?? Object.values(words)[0];
  return own ? { ...written, words: own } : null;
}
