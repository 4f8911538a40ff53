import type { SearchIndex } from '../schemas/search.ts';
import type { MatchField, SearchKind } from '../schemas/search-kinds.ts';
import { analyse, type Language, makeLanguage, type Unit } from './analyse.ts';
import { type IndexWords, passagesOf, readPlaces } from './index-words.ts';
import { wordsIn } from './split-text.ts';
import type { Meaning } from './synonyms/en.ts';

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
  /** The words of a passage; read when they are first asked for, and kept. */
  unitsOf(place: number): readonly Unit[];
  /** All words of a passage, with a blank around each; kept, too. */
  wordsOf(place: number): string;
  /** By document: the things that it is about, as `#meanings`; none where it is about everybody's trouble. */
  topics: readonly (readonly string[])[];
  /** Stems of passages and of what people say, sorted. */
  vocabulary: readonly string[];
}

export function openIndex({ documents, words: shipped }: SearchIndex): OpenIndex {
  const { languages: locales, synonyms, bodies } = shipped as IndexWords;
  const languages = locales.map((locale) => makeLanguage(locale, synonyms[locale] ?? {}));
  const passages = documents.flatMap((document, index) =>
    passagesOf(document).map((text, place): Passage => ({ document: index, field: fieldAt(document, place), text })),
  );
  const units: Unit[][] = [];
  const byPassage = new Map<string, number[]>();
  for (const [place, { document, text, field }] of passages.entries()) {
    const { kind, locale } = documents[document] ?? {};
    const own = languages[locales.indexOf(locale ?? '')];
    if (!kind || !own) continue;
    const { terms, said } = readPassage(text, own);
    // Where there is no other language, this is how its words are read for good.
    if (languages.length === 1) units[place] = said;
    if (field === 'title') for (const meaning of byNature[kind] ?? []) terms.add(`#${meaning}`);
    for (const term of terms) {
      const list = byPassage.get(term);
      if (list) list.push(place);
      else byPassage.set(term, [place]);
    }
  }
  const byBody = lists(bodies);
  // A glossary has an entry for each code, most of few families: counted, they would make rare what is common.
  const isCounted = documents.map(({ kind }) => kind !== 'glossary');
  const all = isCounted.filter(Boolean).length;
  const weights = new Map<string, number>();
  const weightOf = (term: string): number => {
    const known = weights.get(term);
    if (known !== undefined) return known;
    const having = new Set((byPassage.get(term) ?? []).map((place) => passages[place]?.document ?? 0));
    const places = having.size > 0 ? [...having] : (byBody.get(term) ?? []);
    const count = places.filter((place) => isCounted[place]).length;
    const weight = Math.log(1 + (all - count + 0.5) / (count + 0.5));
    weights.set(term, weight);
    return weight;
  };
  const unitsOf = (place: number): readonly Unit[] => {
    const known = units[place] ?? analyse(passages[place]?.text ?? '', languages).units.filter(({ isStop }) => !isStop);
    units[place] = known;
    return known;
  };
  const words: string[] = [];
  const wordsOf = (place: number): string => {
    const known = words[place] ?? wordsIn(passages[place]?.text ?? '');
    words[place] = known;
    return known;
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
    unitsOf,
    wordsOf,
    topics: topicsOf(documents.length, passages, byPassage),
    vocabulary: [...vocabulary].sort(),
  };
}

/** What a document of a kind is by nature: whoever asks for a reply wants a macro. */
const byNature: Readonly<Partial<Record<SearchKind, readonly Meaning[]>>> = {
  macro: ['reply'],
  provider: ['vendor', 'contact'],
};

/** Stems and meanings of a passage, each once. Words that say nothing are left to phrases. */
function readPassage(text: string, language: Language): { terms: Set<string>; said: Unit[] } {
  const { units, phrases } = analyse(text, [language]);
  const said = units.filter(({ isStop }) => !isStop);
  const terms = [...said.flatMap(({ stems }) => stems), ...phrases.map(({ meaning }) => `#${meaning}`)];
  return { terms: new Set(terms), said };
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

/** Meanings that are things: who writes about one names it. */
const things =
  'bitcoin tron solana cosmos memo stake bridge card kyc verify3ds sell connect approval phrase slippage lookalike airdrop transfer'
    .split(' ')
    .map((meaning) => `#${meaning}`);

/** A thing is a document's topic where its title names it, or four in ten of its passages do. */
function topicsOf(
  count: number,
  passages: readonly Passage[],
  inPassages: ReadonlyMap<string, readonly number[]>,
): string[][] {
  const sizes = Array.from({ length: count }, () => 0);
  for (const { document } of passages) sizes[document] = (sizes[document] ?? 0) + 1;
  const topics: string[][] = sizes.map(() => []);
  for (const thing of things) {
    const times = new Map<number, number>();
    for (const place of inPassages.get(thing) ?? []) {
      const passage = passages[place];
      if (!passage) continue;
      const much = passage.field === 'title' ? (sizes[passage.document] ?? 1) : 1;
      times.set(passage.document, (times.get(passage.document) ?? 0) + much);
    }
    for (const [document, much] of times) if (much >= 0.4 * (sizes[document] ?? 1)) topics[document]?.push(thing);
  }
  return topics;
}
