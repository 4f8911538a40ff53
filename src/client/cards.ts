import { card, cardData } from '../markdown/vocabulary.ts';

/** The check blocks of this page, with their ids, in reading order. */
export function findCards(): { block: string; root: HTMLElement }[] {
  return [...document.querySelectorAll<HTMLElement>(`.${card.root}`)].map((root) => ({
    block: root.dataset[cardData.block] ?? '',
    root,
  }));
}
