import type { Audience } from '../schemas/frontmatter.ts';
import type { IndexedDocument, SearchDocument, SearchIndex } from '../schemas/search.ts';
import { type IndexWords, writePlaces } from './index-words.ts';
import { splitText } from './split-text.ts';
import type { Stem } from './stem/by-suffix.ts';
import { stemOf } from './stem/stem.ts';
import { stopWords } from './stop-words.ts';
import { synonymsOf } from './synonyms/synonyms.ts';

export interface IndexOptions {
  audience: Audience;
  /** The site's language; its words come first. */
  locale: string;
  /** Urls of what others look for. */
  popular: readonly string[];
}

/** Makes what one site ships in one language. The same documents give the same index, to the letter. */
export function buildIndex(
  documents: readonly SearchDocument[],
  { audience, locale, popular }: IndexOptions,
): SearchIndex {
  const languages = [...new Set([locale, ...documents.map((each) => each.locale)])];
  const synonyms = Object.fromEntries(languages.map((each) => [each, synonymsOf(each, audience)]));
  const bodies = new Map<string, number[]>();
  for (const [index, { text, locale: own }] of documents.entries())
    for (const stem of wordsOf(text, stemOf(own))) add(bodies, stem, index);
  // Passages say what documents are about. Beside them, only what few say is worth its weight on the wire.
  const few = Math.max(3, documents.length / 30);
  for (const [stem, places] of bodies) if (places.length > few) bodies.delete(stem);
  const words: IndexWords = { languages, synonyms, bodies: written(bodies) };
  const places = popular.flatMap((url) => {
    const found = documents.findIndex((each) => each.url === url);
    return found === -1 ? [] : [found];
  });
  return { version: 1, audience, locale, documents: documents.map(shown), popular: places, words };
}

function shown({ text: _, ...document }: SearchDocument): IndexedDocument {
  return document;
}

function wordsOf(text: string, stem: Stem): Set<string> {
  const words = splitText(text).flatMap(({ word }) =>
    word.length < 3 || word.length > 30 || stopWords.has(word) ? [] : [stem(word)],
  );
  return new Set(words);
}

function add(lists: Map<string, number[]>, term: string, place: number): void {
  const list = lists.get(term);
  if (list) list.push(place);
  else lists.set(term, [place]);
}

function written(lists: ReadonlyMap<string, number[]>): [terms: string, places: string] {
  const terms = [...lists.keys()].sort();
  return [terms.join(' '), writePlaces(terms.map((term) => lists.get(term) ?? []))];
}
