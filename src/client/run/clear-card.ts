import { card, cardData } from '../../markdown/vocabulary.ts';
import { mark } from '../elements.ts';

/** A card as it was before any result. */
export function clearCard(root: HTMLElement, notRun: string): void {
  delete root.dataset[cardData.state];
  root.querySelector(`.${card.verdict}`)?.replaceChildren(...mark('skip', notRun));
  for (const added of root.querySelectorAll('.rl-age, .rl-reason, .rl-hint')) added.remove();
  for (const cell of root.querySelectorAll<HTMLElement>(`tr .${card.now}`)) {
    delete cell.dataset[cardData.state];
    cell.replaceChildren();
  }
}
