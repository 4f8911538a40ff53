import type { SearchIndex } from '../schemas/search.ts';
import type { MatchField } from '../schemas/search-kinds.ts';
import { type Language, makeLanguage } from './analyse.ts';
import { type IndexWords, passagesOf, readPlaces } from './index-words.ts';

export interface Passage {
  /** Place of its document. */
  document: number;
  field: MatchField;
  text: string;
}

/** An index as it is searched. */
export interface OpenIndex {
  languages: Language[];
  locales: readonly string[];
  passages: Passage[];
  /** By stem or `#meaning`: the passages it is in. */
  inPassages: ReadonlyMap<string, readonly number[]>;
  /** By stem: the documents whose other text has it. */
  inBodies: ReadonlyMap<string, readonly number[]>;
  /** How much a term tells: less the more documents have it. */
  weightOf(term: string): number;
  /** Stems of passages and of what people say, sorted. */
  vocabulary: readonly string[];
}

export function openIndex({ documents, words }: SearchIndex): OpenIndex {
  const { languages: locales, synonyms, passages: inPassages, bodies } = words as IndexWords;
  const languages = locales.map((locale) => makeLanguage(locale, synonyms[locale] ?? {}));
  const passages = documents.flatMap((document, index) =>
    passagesOf(document).map((text, place): Passage => ({ document: index, field: fieldAt(document, place), text })),
  );
  const byPassage = lists(inPassages);
  const byBody = lists(bodies);
  const weights = new Map<string, number>();
  const weightOf = (term: string): number => {
    const known = weights.get(term);
    if (known !== undefined) return known;
    const having = new Set((byPassage.get(term) ?? []).map((place) => passages[place]?.document));
    const count = having.size > 0 ? having.size : (byBody.get(term)?.length ?? 0);
    const weight = Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
    weights.set(term, weight);
    return weight;
  };
  const vocabulary = new Set([...byPassage.keys()].filter((term) => !term.startsWith('#')));
  for (const { stems } of languages) for (const stem of stems) vocabulary.add(stem);
  return {
    languages,
    locales,
    passages,
    inPassages: byPassage,
    inBodies: byBody,
    weightOf,
    vocabulary: [...vocabulary].sort(),
  };
}

function fieldAt({ symptoms }: { symptoms: readonly string[] }, place: number): MatchField {
  if (place === 0) return 'title';
  if (place === 1) return 'description';
  return place - 2 < symptoms.length ? 'symptom' : 'error';
}

function lists([terms, places]: readonly [string, string]): Map<string, number[]> {
  const each = readPlaces(places);
  return new Map(terms === '' ? [] : terms.split(' ').map((term, index) => [term, each[index] ?? []]));
}
