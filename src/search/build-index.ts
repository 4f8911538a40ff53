import type { Audience } from '../schemas/frontmatter.ts';
import type { IndexedDocument, SearchDocument, SearchIndex } from '../schemas/search.ts';
import type { SearchKind } from '../schemas/search-kinds.ts';
import { analyse, type Language, makeLanguage } from './analyse.ts';
import { type IndexWords, passagesOf, writePlaces } from './index-words.ts';
import { splitText } from './split-text.ts';
import { stopWords } from './stop-words.ts';
import type { Meaning } from './synonyms/en.ts';
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
  const byLocale = new Map(languages.map((each) => [each, makeLanguage(each, synonyms[each] ?? {})]));
  const passages = new Map<string, number[]>();
  const bodies = new Map<string, number[]>();
  let place = 0;
  for (const [index, document] of documents.entries()) {
    const own = byLocale.get(document.locale);
    if (!own) continue;
    for (const [at, text] of passagesOf(document).entries()) {
      const terms = termsOf(text, own);
      if (at === 0) for (const meaning of byNature[document.kind] ?? []) terms.add(`#${meaning}`);
      for (const term of terms) add(passages, term, place);
      place += 1;
    }
    for (const stem of wordsOf([...document.headings, document.text].join('\n'), own)) add(bodies, stem, index);
  }
  // What only one place says, and what most say, tells documents apart too little for its weight on the wire.
  for (const [stem, places] of bodies) if (places.length > documents.length / 3) bodies.delete(stem);
  const words: IndexWords = { languages, synonyms, passages: written(passages), bodies: written(bodies) };
  const places = popular.flatMap((url) => {
    const found = documents.findIndex((each) => each.url === url);
    return found === -1 ? [] : [found];
  });
  return { version: 1, audience, locale, documents: documents.map(shown), popular: places, words };
}

/** What a document of a kind is by nature: whoever asks for a reply wants a macro. */
const byNature: Readonly<Partial<Record<SearchKind, readonly Meaning[]>>> = {
  macro: ['reply'],
  provider: ['vendor', 'contact'],
};

function shown({ headings: _, text: __, journeys: ___, ...document }: SearchDocument): IndexedDocument {
  return document;
}

/** Stems and meanings of a passage, each once. Words that say nothing are left to phrases. */
export function termsOf(text: string, language: Language): Set<string> {
  const { units, phrases } = analyse(text, [language]);
  return new Set([
    ...units.flatMap(({ isStop, stems }) => (isStop ? [] : stems)),
    ...phrases.map(({ meaning }) => `#${meaning}`),
  ]);
}

function wordsOf(text: string, { stem }: Language): Set<string> {
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
