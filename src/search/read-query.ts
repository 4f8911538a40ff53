import type { MatchWay } from '../schemas/search-kinds.ts';
import { analyse, type Unit, weak } from './analyse.ts';
import type { OpenIndex } from './open-index.ts';
import type { Speller } from './speller.ts';

/** Something that was asked for: a word, or a phrase. A document has it through any of its terms. */
export interface Wanted {
  /** As it was typed. */
  typed: string;
  /** How much it counts. */
  weight: number;
  /** Stems and `#meanings` that satisfy it, and how well, from 0 to 1. */
  terms: Map<string, { strength: number; way: MatchWay }>;
}

export interface ReadQuery {
  wanted: Wanted[];
  /** What was typed, and the stem that was taken instead. */
  corrected: Map<string, string>;
}

/** As much as is read of what is pasted. */
export const longestQuery = 4000;
/** So many different words are looked for; of a longer text, those that tell most. */
const mostWanted = 28;

const strengths = { same: 1, form: 1, start: 0.75, typo: 0.85, synonym: 0.9 } as const satisfies Record<
  MatchWay,
  number
>;

/** Reads what was typed or pasted. */
export function readQuery(query: string, index: OpenIndex, spellers: readonly Speller[]): ReadQuery {
  const corrected = new Map<string, string>();
  const isKnown = (stem: string, place: number): boolean =>
    index.inPassages.has(stem) || index.inBodies.has(stem) || (index.languages[place]?.stems.has(stem) ?? false);
  const { units, phrases } = analyse(query, index.languages, (stems, { word }) => {
    if (stems.some(isKnown)) return stems;
    for (const [place, speller] of spellers.entries()) {
      const stem = stems[place];
      const near = stem === undefined ? null : speller.nearest(stem);
      if (near === null || near === stem) continue;
      corrected.set(word, near);
      return stems.map((each, at) => (at === place ? near : each));
    }
    return stems;
  });
  const wanted: Wanted[] = [];
  const byTyped = new Map<string, Wanted>();
  const last = units.at(-1);
  for (const [at, unit] of units.entries()) {
    if (unit.isStop) continue;
    const known = byTyped.get(unit.word);
    if (known) continue;
    const terms: Wanted['terms'] = new Map();
    const way = corrected.has(unit.word) ? 'typo' : 'same';
    for (const stem of unit.stems) terms.set(stem, { strength: strengths[way], way });
    for (const meaning of unit.meanings)
      if (index.inPassages.has(`#${meaning}`))
        terms.set(`#${meaning}`, { strength: strengths.synonym * (way === 'typo' ? 0.9 : 1), way: 'synonym' });
    const joined = joinedWith(unit, units[at + 1], index);
    if (joined) terms.set(joined, { strength: 1, way: 'form' });
    const isUnfinished = unit === last && /\w$/.test(query);
    if (unit.word.length >= 3 && (isUnfinished || !unit.stems.some((stem) => index.inPassages.has(stem))))
      for (const speller of spellers.slice(0, 1))
        for (const stem of speller.startingWith(unit.word, 8))
          if (!terms.has(stem)) terms.set(stem, { strength: strengths.start, way: 'start' });
    const each = {
      typed: query.slice(unit.start, unit.end),
      weight: weightOf(terms, index) * trustOf(unit, units.length),
      terms,
    };
    byTyped.set(unit.word, each);
    wanted.push(each);
  }
  const seen = new Set<string>();
  for (const { meaning, from, to } of phrases) {
    const term = `#${meaning}`;
    if (from === to || seen.has(meaning) || !index.inPassages.has(term)) continue;
    seen.add(meaning);
    const [first, final] = [units[from], units[to]];
    if (!first || !final) continue;
    wanted.push({
      typed: query.slice(first.start, final.end),
      weight: index.weightOf(term) * 0.5,
      terms: new Map([[term, { strength: 1, way: 'synonym' }]]),
    });
  }
  if (wanted.length > mostWanted) wanted.sort((a, b) => b.weight - a.weight).length = mostWanted;
  return { wanted, corrected };
}

/** `wallet connect` is `walletconnect`. */
function joinedWith(unit: Unit, next: Unit | undefined, index: OpenIndex): string | null {
  if (!next || unit.word.length + next.word.length < 6) return null;
  for (const { stem } of index.languages) {
    const joined = stem(unit.word + next.word);
    if (index.inPassages.has(joined)) return joined;
  }
  return null;
}

/** A short number is rather an amount or an hour than a code, unless it is all that was typed. */
function trustOf({ word, meanings, isWeak }: Unit, among: number): number {
  if (isWeak) return weak;
  if (/^\d[\d.,]*k?$/.test(word)) return among <= 2 || word.length >= 4 ? 1 : 0.2;
  // Everybody who writes is one.
  return meanings.includes('user') ? 0.3 : 1;
}

/** What nobody wrote tells little: a name, or small talk. */
function weightOf(terms: Wanted['terms'], index: OpenIndex): number {
  let weight = 0;
  for (const [term, { way }] of terms)
    if (way !== 'start' && (index.inPassages.has(term) || index.inBodies.has(term)))
      weight = Math.max(weight, index.weightOf(term) * (way === 'synonym' ? 0.95 : 1));
  return weight === 0 ? 0.9 : weight;
}
