import { findPhrases } from './find-phrases.ts';
import { isPhrase } from './is-phrase.ts';
import { languagesIn, loadWordLists } from './load-word-lists.ts';

/** Whether a value holds a recovery phrase, or is what is left of one. Loads the lists of the scripts that the value has. */
export async function holdsPhrase(text: string): Promise<boolean> {
  const lists = await loadWordLists(languagesIn(text));
  return isPhrase(text, lists) || !findPhrases(text, lists).next().done;
}
