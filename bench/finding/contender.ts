import type { SearchDocument } from '../../src/schemas/search.ts';

/** What a contender is given: the documents of one site in one language. */
export interface Shelf {
  documents: readonly SearchDocument[];
  audience: 'public' | 'internal';
  locale: string;
  /** An empty folder. */
  folder: string;
}

/** A contender that is ready to find. */
export interface Opened {
  /** Places in `documents`, the best first, at most ten. */
  find(query: string): Promise<number[]> | number[];
  /** Bytes of what a browser loads before the first result, compressed with Brotli: its index, without its code. */
  indexBytes: number | null;
}

export interface FindingContender {
  id: string;
  title: string;
  /** Its code as a browser loads it: a module to bundle; `null` where it is part of the index. */
  module: string | null;
  open(shelf: Shelf): Promise<Opened>;
}
