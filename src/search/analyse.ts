import { identifiersIn, splitText, type Token } from './split-text.ts';
import type { Stem } from './stem/by-suffix.ts';
import { stemOf } from './stem/stem.ts';
import { stopWords, weakWords } from './stop-words.ts';
import type { Synonyms } from './synonyms/synonyms.ts';

/** A word with what stands for it in an index. */
export interface Unit extends Token {
  /** Its stem in each language it may be of, in their order. */
  stems: string[];
  /** What it means, alone or within a phrase. */
  meanings: string[];
  /** It says nothing by itself. */
  isStop: boolean;
  /** By itself it says little. Within a phrase that means something it counts as any other. */
  isWeak: boolean;
}

/** A phrase that means something: places of its first and last word among the units. */
export interface Phrase {
  meaning: string;
  from: number;
  to: number;
}

/** How much a weak word counts. */
export const weak = 0.35;

export interface Analysis {
  units: Unit[];
  phrases: Phrase[];
}

export interface Language {
  stem: Stem;
  /** Phrases by the stem of their first word, the longest first. */
  phrases: ReadonlyMap<string, readonly { stems: readonly string[]; meaning: string }[]>;
  /** Every word of a phrase, as a stem. */
  stems: ReadonlySet<string>;
}

/** A language as an index is read with: its stemmer and what its people say. */
export function makeLanguage(locale: string, synonyms: Synonyms): Language {
  const stem = remembered(stemOf(locale));
  const phrases = new Map<string, { stems: string[]; meaning: string }[]>();
  const known = new Set<string>();
  for (const [meaning, list] of Object.entries(synonyms)) {
    for (const phrase of list.split(',')) {
      const stems = splitText(phrase).map(({ word }) => stem(word));
      const [first] = stems;
      if (first === undefined) continue;
      for (const each of stems) known.add(each);
      const others = phrases.get(first);
      if (others) others.push({ stems, meaning });
      else phrases.set(first, [{ stems, meaning }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return { stem, phrases, stems: known };
}

/** An index has the same words again and again. */
function remembered(stem: Stem): Stem {
  const known = new Map<string, string>();
  return (word) => {
    const had = known.get(word);
    if (had !== undefined) return had;
    const found = stem(word);
    known.set(word, found);
    return found;
  };
}

/** Reads a text in the given languages, of which the first is its own. `correct` says which stems were meant. */
export function analyse(
  text: string,
  languages: readonly Language[],
  correct: (stems: string[], token: Token) => string[] = (stems) => stems,
): Analysis {
  const identifiers = identifiersIn(text);
  let tokens = splitText(text);
  if (identifiers.length > 0) tokens = [...tokens, ...identifiers].sort((a, b) => a.start - b.start || b.end - a.end);
  const units = tokens.map((token): Unit => {
    const isStop = stopWords.has(token.word);
    const isWeak = weakWords.has(token.word);
    const stems = languages.map(({ stem }) => stem(token.word));
    return {
      ...token,
      stems: isStop || isWeak ? stems : correct(stems, token),
      meanings: isTiny(token.word) ? ['lookalike'] : [],
      isStop,
      isWeak,
    };
  });
  const phrases: Phrase[] = [];
  for (const [place, language] of languages.entries())
    for (let from = 0; from < units.length; from += 1) addPhrases(units, from, language, place, phrases);
  return { units, phrases };
}

function addPhrases(units: readonly Unit[], from: number, language: Language, place: number, phrases: Phrase[]): void {
  for (const { stems, meaning } of language.phrases.get(units[from]?.stems[place] ?? '') ?? []) {
    if (!standsAt(units, from, place, stems)) continue;
    const to = from + stems.length - 1;
    if (phrases.some((each) => each.meaning === meaning && each.from <= from && each.to >= to)) continue;
    phrases.push({ meaning, from, to });
    for (const unit of units.slice(from, to + 1)) {
      if (!unit.meanings.includes(meaning)) unit.meanings.push(meaning);
      unit.isWeak = false;
    }
  }
}

function standsAt(units: readonly Unit[], from: number, place: number, stems: readonly string[]): boolean {
  // The first one is how the phrase was found.
  for (let offset = 1; offset < stems.length; offset += 1)
    if (units[from + offset]?.stems[place] !== stems[offset]) return false;
  return true;
}

/** An amount that nobody sends for its worth: `0.00001`. */
const isTiny = (word: string): boolean => word.startsWith('0') && /^0[.,]0{2,}\d+$/.test(word);
