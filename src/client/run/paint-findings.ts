import { card, cardData } from '../../markdown/vocabulary.ts';
import type { CardState } from '../../schemas/verdict.ts';
import { showValue } from '../../text/show-value.ts';
import { child, element, prose } from '../elements.ts';
import type { LastResult } from '../read-results.ts';
import { clip, shapes } from '../verdict-state.ts';

/** Shows what a run found on its card: the reason, what to do, and each reading. */
export function paintFindings(
  root: HTMLElement,
  { reason, readings }: Pick<LastResult, 'reason' | 'readings'>,
  state: CardState,
  { base, states, hint }: { base: string; states: Record<CardState, string>; hint: string },
): void {
  // What a stale proof found may be over; the age line says what its verdict was.
  if (state === 'stale' || !reason) {
    root.querySelector('.rl-reason')?.remove();
    root.querySelector('.rl-hint')?.remove();
  } else {
    const head = root.querySelector(`.${card.head}`) ?? root;
    const code = element('a', 'rl-code', reason.code) as HTMLAnchorElement;
    code.href = `${base}codes/${encodeURIComponent(reason.code)}/`;
    child(head, 'p', 'rl-reason').replaceChildren(...prose(reason.message), ' ', code);
    if (hint === '') root.querySelector('.rl-hint')?.remove();
    else child(head, 'p', 'rl-hint').replaceChildren(...prose(hint));
  }
  // By the reading's name, which is the head of its row.
  const cells = new Map<string, HTMLElement>();
  for (const cell of root.querySelectorAll<HTMLElement>(`tr .${card.now}`)) {
    delete cell.dataset[cardData.state];
    cell.replaceChildren();
    cells.set(cell.parentElement?.querySelector('th')?.textContent ?? '', cell);
  }
  for (const { name, value, unit, verdict } of readings) {
    const cell = cells.get(name);
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
    cell.replaceChildren(`${shown} `, shape, element('span', 'sr-only', states[rowState]));
  }
}
