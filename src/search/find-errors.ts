import Fuse from 'fuse.js/basic';
import { foldText } from '../text/fold-text.ts';
import type { OpenIndex } from './open-index.ts';
import type { ReadQuery } from './read-query.ts';
import { wordsIn } from './split-text.ts';

/** An error text of a document that stands in what was typed or pasted. */
export interface FoundError {
  passage: number;
  text: string;
  /** From 0 to 1: how surely it is the one, by what it tells and how exactly it stands there. */
  certainty: number;
}

/** The more a text tells, the surer: a short one such as `STF` may stand anywhere. */
const certaintyOf = (weight: number): number => weight / (weight + 2.5);

/** `FAILED` is a state, and failed a word: one word of letters alone is meant where it stands as it is printed, or alone. */
const isMeant = (text: string, query: string): boolean =>
  !/^[A-Za-z]+$/.test(text) ||
  (/[A-Z]/.test(text) && query.includes(text)) ||
  query.trim().toLowerCase() === text.toLowerCase();

/**
 * Finds the error texts that documents know inside a query, which may be a whole message or a stack: first
 * those that stand there word by word, then, of those that share most of their words with it, the ones that
 * Fuse finds there with a few other letters.
 */
export function findErrors(query: string, { wanted }: ReadQuery, index: OpenIndex): FoundError[] {
  const words = wordsIn(query);
  const shared = new Map<number, number>();
  for (const { terms } of wanted)
    for (const [term, { way }] of terms)
      if (way !== 'synonym' && way !== 'start')
        for (const place of index.inPassages.get(term) ?? []) {
          const field = index.passages[place]?.field;
          if (field === 'error' || field === 'symptom')
            shared.set(place, (shared.get(place) ?? 0) + index.weightOf(term));
        }
  const found: FoundError[] = [];
  const near: { place: number; weight: number }[] = [];
  for (const [place, weight] of shared) {
    const passage = index.passages[place];
    if (!passage) continue;
    const own = index.wordsOf(place);
    if (words.includes(own)) {
      if (own.trim().includes(' ') || (passage.field === 'error' && isMeant(passage.text, query)))
        found.push({ passage: place, text: passage.text, certainty: certaintyOf(weight) });
    } else if (passage.field === 'error' && passage.text.length >= 12) near.push({ place, weight });
  }
  const isCovered = found.some(({ certainty }) => certainty > 0.75);
  if (!isCovered) {
    const text = foldText(query).slice(0, 400);
    for (const { place, weight } of near.sort((a, b) => b.weight - a.weight).slice(0, 6)) {
      const passage = index.passages[place];
      if (!passage || weight < 4) continue;
      const match = Fuse.match(foldText(passage.text).slice(0, 32), text, { ignoreLocation: true, threshold: 0.3 });
      if (match.isMatch)
        found.push({
          passage: place,
          text: passage.text,
          certainty: certaintyOf(weight) * (1 - match.score) * 0.9,
        });
    }
  }
  return found.sort((a, b) => b.certainty - a.certainty);
}
