import type { Synonyms } from './synonyms/synonyms.ts';

/** What an index holds beside its documents; written by `buildIndex`, read by `createFinder`. */
export interface IndexWords {
  /** Languages of the documents, the site's own first. */
  languages: string[];
  /** By language: what its people say, by what they mean. */
  synonyms: Record<string, Synonyms>;
  /**
   * All that documents say beside their passages: stems apart by spaces, and for each of them the documents it
   * is in. What is in passages is not written down: they are shipped anyhow, to be shown, and are read faster
   * than lists of them are loaded.
   */
  bodies: [terms: string, places: string];
}

/** The texts of a document that are matched one by one, in their order. */
export const passagesOf = (document: {
  title: string;
  description: string;
  symptoms: readonly string[];
  errors: readonly string[];
}): string[] => [document.title, document.description, ...document.symptoms, ...document.errors];

/** Lists of places, in rising order: base 36, each counted from the one before, lists apart by spaces. */
export function writePlaces(lists: readonly (readonly number[])[]): string {
  return lists
    .map((places) => places.map((place, index) => (place - (places[index - 1] ?? 0)).toString(36)).join(','))
    .join(' ');
}

export function readPlaces(text: string): number[][] {
  return text === ''
    ? []
    : text.split(' ').map((list) => {
        let place = 0;
        return list.split(',').map((step) => (place += Number.parseInt(step, 36)));
      });
}
