import { cardData } from '../../markdown/vocabulary.ts';
import { element, mark } from '../elements.ts';
import type { PageSettings } from '../page-settings.ts';
import type { WorstPage } from './worst-pages.ts';

/** As many pages as leave the desk on one screen; the others open. */
const namedPages = 4;

/** On the desk: the pages to look at first, each with its worst block. */
export function paintWorst(
  list: HTMLElement,
  worst: readonly WorstPage[],
  {
    words,
    base,
    titles,
    nothing,
  }: Pick<PageSettings, 'words' | 'base'> & {
    titles: ReadonlyMap<string, string>;
    /** What to say when there is no such page. */
    nothing: string;
  },
): void {
  const key = worst.length === 0 ? nothing : worst.map(({ block: { id, state } }) => `${state} ${id}`).join('\n');
  // A reader may have opened the list, or stand on one of its links.
  if (list.dataset.rlWorst === key) return;
  list.dataset.rlWorst = key;
  if (worst.length === 0) {
    list.replaceChildren(element('p', 'rl-small', nothing));
    return;
  }
  const lines = worst.map(({ page, block }) => {
    const link = element('a', '', titles.get(page) ?? page) as HTMLAnchorElement;
    link.href = `${base}${page}/#${block.id.slice(page.length + 1)}`;
    const line = element('p', '');
    line.dataset[cardData.state] = block.state;
    line.append(...mark(block.state, words.states[block.state]), ' ', link);
    if (block.title) line.append(' ', element('span', 'rl-small', block.title));
    return line;
  });
  // "and 1 more" takes the place of the one.
  const named = lines.length > namedPages + 1 ? namedPages : lines.length;
  const rest = lines.slice(named);
  const more = element('details', '');
  more.append(element('summary', '', `and ${rest.length} more`), ...rest);
  list.replaceChildren(...lines.slice(0, named), ...(rest.length > 0 ? [more] : []));
}
