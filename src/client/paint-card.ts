import { card, cardData } from '../markdown/vocabulary.ts';
import type { CardState } from '../schemas/verdict.ts';
import { child, mark } from './elements.ts';
import type { PageSettings } from './page-settings.ts';
import type { LastResult } from './read-results.ts';
import { ageText, stateOf } from './verdict-state.ts';

/** Shows a block's verdict and its age on its card. Painting the same again changes nothing. */
export function paintCard(
  root: HTMLElement,
  result: LastResult,
  { words, freshFor }: Pick<PageSettings, 'words' | 'freshFor'>,
  now: number,
): CardState {
  const state = stateOf(result, freshFor, now);
  const isNew = root.dataset[cardData.state] !== state;
  root.dataset[cardData.state] = state;
  child(root.querySelector(`.${card.meta}`) ?? root, 'span', 'rl-age').textContent = ageText(result, state, words, now);
  if (isNew) root.querySelector(`.${card.verdict}`)?.replaceChildren(...mark(state, words.states[state]));
  return state;
}
