import type { Findings, IndexedDocument } from '../schemas/search.ts';

export interface FindOptions {
  /** How many results at most; 10 by default. */
  limit?: number;
}

/** Finds documents of one site in one language. */
export interface Finder {
  /** Synchronous, a few milliseconds. Nothing is refused here: ask `mayHoldPhrase` and the like before. */
  find(query: string, options?: FindOptions): Findings;
  /** What others look for: shown when nothing is typed, and under “nothing found”. */
  popular(): IndexedDocument[];
}
