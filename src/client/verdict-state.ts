import type { ResultWords } from '../schemas/site-words.ts';
import type { CardState } from '../schemas/verdict.ts';
import { showAge } from '../text/show-age.ts';
import type { LastResult } from './read-results.ts';

/** Shapes of `verdictMarks`, without the schemas that come with them; a test holds them together. */
export const shapes: Record<CardState, string> = { pass: '●', warn: '▲', fail: '✕', error: '?', skip: '○', stale: '◌' };

/** A proof past its freshness is stale, whatever it said. */
export function stateOf(result: LastResult, pageFreshFor: number, now: number): CardState {
  return now - result.provenAt > (result.freshFor ?? pageFreshFor) ? 'stale' : result.verdict;
}

/** A value as a table has room for it: a sentence fits, a page does not. */
export function clip(text: string): string {
  const characters = [...text];
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : text;
}

/** `proven 4 min ago`; of a stale proof, what it was: `2 h ago: Healthy`. */
export function ageText(result: LastResult, state: CardState, words: ResultWords, now: number): string {
  return (state === 'stale' ? words.was : words.age)
    .replace('{word}', words.states[result.verdict])
    .replace('{age}', showAge(now - result.provenAt));
}
