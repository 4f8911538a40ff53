import type { Findings, FoundDocument, IndexedDocument, SearchIndex } from '../schemas/search.ts';
import { explain } from './explain.ts';
import { findErrors } from './find-errors.ts';
import { openIndex } from './open-index.ts';
import { rank } from './rank.ts';
import { longestQuery, readQuery } from './read-query.ts';
import { makeSpeller } from './speller.ts';

export interface FindOptions {
  /** How many results at most; 10 by default. */
  limit?: number;
}

/** Finds documents of one site in one language. */
export interface Finder {
  /** Synchronous, a few milliseconds. Nothing is refused here: a phrase or key must be recognised before. */
  find(query: string, options?: FindOptions): Findings;
  /** What others look for: shown when nothing is typed, and under “nothing found”. */
  popular(): IndexedDocument[];
}

/** Opens what a site ships as `/search/<locale>.json`. Takes some milliseconds; do it once. */
export function createFinder(index: SearchIndex): Finder {
  const open = openIndex(index);
  const spellers = open.locales.map((locale) =>
    makeSpeller(open.vocabulary, locale, (stem) => open.inPassages.get(stem)?.length ?? 0),
  );
  return {
    find(given, { limit = 10 } = {}) {
      // Some keyboards and files write an accent as a character of its own, which no word of an index has.
      const query = given.normalize('NFC').slice(0, longestQuery);
      const read = readQuery(query, open, spellers);
      const errors = findErrors(query, read, open);
      const ranked = rank(read, errors, index, open).slice(0, limit);
      const results = ranked.map(({ document, score, best }): FoundDocument | null => {
        const found = index.documents[document];
        if (!found) return null;
        const { kind, slug, locale, title, description, url, active } = found;
        const reasons = explain(read, best, errors, document, open);
        return { kind, slug, locale, title, description, url, active, score, reasons };
      });
      const there = results.filter((each) => each !== null);
      return {
        results: there,
        groups: [...Map.groupBy(there, ({ kind }) => kind)].map(([kind, of]) => ({ kind, results: of })),
        errors: [...new Set(errors.map(({ text }) => text))],
        corrected: [...read.corrected].map(([typed, found]) => ({ typed, found })),
      };
    },
    popular: () => index.popular.flatMap((place) => index.documents[place] ?? []),
  };
}
