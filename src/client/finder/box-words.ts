import type { FinderWords } from '../../schemas/finder-words.ts';
import type { BoxSettings } from './box-settings.ts';

/** Loads what the box says. Rejects when the site is gone. */
export async function loadBoxWords({ base, locale }: BoxSettings): Promise<FinderWords> {
  const answer = await fetch(`${base}search/words/${locale}.json`);
  if (!answer.ok) throw new Error(`The words are not there: ${answer.status}.`);
  return (await answer.json()) as FinderWords;
}
