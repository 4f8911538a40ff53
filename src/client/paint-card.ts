import { card, cardData } from '../markdown/vocabulary.ts';
import { showValue } from '../text/show-value.ts';
import { child, element, mark, prose } from './elements.ts';
import type { PageSettings } from './page-settings.ts';
import type { LastResult } from './read-results.ts';
import { ageText, clip, shapes, stateOf } from './verdict-state.ts';

/** Shows a block's last result on its card, and in the contents list. Painting the same again changes nothing. */
export function paintCard(
  root: HTMLElement,
  result: LastResult,
  { words, freshFor, base }: PageSettings,
  now: number,
): void {
  const state = stateOf(result, freshFor, now);
  const shows = `${state} ${result.provenAt}`;
  const isNew = root.dataset.shows !== shows;
  root.dataset.shows = shows;
  root.dataset[cardData.state] = state;
  child(root.querySelector(`.${card.meta}`) ?? root, 'span', 'rl-age').textContent = ageText(result, state, words, now);
  if (!isNew) return;
  root.querySelector(`.${card.verdict}`)?.replaceChildren(...mark(state, words.states[state]));
  const { reason } = result;
  // What a stale proof found may be over; the age line says what its verdict was.
  if (state === 'stale' || !reason) root.querySelector('.rl-reason')?.remove();
  else {
    const line = child(root.querySelector(`.${card.head}`) ?? root, 'p', 'rl-reason');
    const code = element('a', 'rl-code', reason.code) as HTMLAnchorElement;
    code.href = `${base}codes/${encodeURIComponent(reason.code)}/`;
    line.replaceChildren(...prose(reason.message), ' ', code);
  }
  for (const cell of root.querySelectorAll(`.${card.now}`)) cell.replaceChildren();
  for (const { name, value, unit, verdict } of result.readings) {
    const cell = root.querySelector<HTMLElement>(`tr[data-${cardData.reading}="${CSS.escape(name)}"] .${card.now}`);
    if (!cell) continue;
    // Of a stale proof no row is green either.
    const rowState = state === 'stale' ? state : verdict;
    cell.dataset[cardData.state] = rowState;
    const shape = element('span', card.shape, shapes[rowState]);
    shape.ariaHidden = 'true';
    const whole = showValue(value, unit);
    const shown = clip(whole);
    cell.title = shown === whole ? '' : whole;
    cell.classList.toggle('rl-long', whole.length > 24);
    cell.replaceChildren(`${shown} `, shape, element('span', 'sr-only', words.states[rowState]));
  }
  const title = root.querySelector('h2, h3');
  for (const link of title?.id
    ? document.querySelectorAll<HTMLElement>(`nav a[href="#${CSS.escape(title.id)}"]`)
    : []) {
    const dot = child(link, 'span', 'rl-dot');
    dot.dataset[cardData.state] = state;
    dot.textContent = shapes[state];
    dot.role = 'img';
    dot.ariaLabel = words.states[state];
  }
}
