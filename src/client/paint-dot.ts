import { cardData } from '../markdown/vocabulary.ts';
import { child } from './elements.ts';

/** Says in the contents list how a card is: `shape` is seen, `word` is heard. */
export function paintDot(root: HTMLElement, state: string, shape: string, word: string): void {
  const title = root.querySelector('h2, h3');
  if (!title?.id) return;
  for (const link of document.querySelectorAll(`nav a[href="#${CSS.escape(title.id)}"]`)) {
    const dot = child(link, 'span', 'rl-dot');
    if (dot.ariaLabel === word && dot.dataset[cardData.state] === state) continue;
    dot.dataset[cardData.state] = state;
    dot.textContent = shape;
    dot.role = 'img';
    dot.ariaLabel = word;
  }
}
