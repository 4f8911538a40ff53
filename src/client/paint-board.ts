import { cardData } from '../markdown/vocabulary.ts';
import type { ResultWords } from '../schemas/site-words.ts';
import { element, mark } from './elements.ts';
import type { PageSettings } from './page-settings.ts';
import type { LastResult } from './read-results.ts';
import { stateOf } from './verdict-state.ts';
import { type WorstPage, worstPages } from './worst-pages.ts';

/** On the desk: how many blocks there are of each verdict, and the pages to look at. */
export function paintBoard(
  results: ReadonlyMap<string, LastResult>,
  { freshFor, words, base }: PageSettings,
  now: number,
): void {
  const board = document.querySelector<HTMLElement>('[data-rl-board]');
  if (!board) return;
  const blocks = [...results].map(([id, result]) => ({
    id,
    title: result.title,
    state: stateOf(result, freshFor, now),
  }));
  const neverRun = Math.max(0, Number(board.dataset.rlBoard) - results.size);
  for (const item of board.querySelectorAll<HTMLElement>('li[data-state]')) {
    const { state } = item.dataset;
    const count = blocks.filter((each) => each.state === state).length + (state === 'skip' ? neverRun : 0);
    item.querySelector('b')?.replaceChildren(String(count));
    item.hidden = count === 0;
  }
  const list = board.querySelector<HTMLElement>('[data-rl-worst]');
  if (list) void paintWorst(list, worstPages(blocks), words, base);
}

/** As many pages as leave the desk on one screen; the others open. */
const namedPages = 4;

async function paintWorst(
  list: HTMLElement,
  worst: readonly WorstPage[],
  words: ResultWords,
  base: string,
): Promise<void> {
  const key = worst.map(({ block: { id, state } }) => `${state} ${id}`).join('\n');
  // A reader may have opened the list, or stand on one of its links.
  if (list.dataset.rlWorst === key) return;
  list.dataset.rlWorst = key;
  const titles = worst.length > 0 ? await askTitles(base) : {};
  const lines = worst.map(({ page, block }) => {
    const link = element('a', '', titles[page] ?? page) as HTMLAnchorElement;
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
  more.append(element('summary', '', (list.dataset.rlMore ?? '').replace('{count}', String(rest.length))), ...rest);
  list.replaceChildren(...lines.slice(0, named), ...(rest.length > 0 ? [more] : []));
}

let titles: Promise<Record<string, string>> | undefined;

/** Titles of pages by their ids; where there are none, an id says enough. */
function askTitles(base: string): Promise<Record<string, string>> {
  titles ??= fetch(`${base}titles.json`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<Record<string, string>>) : {}))
    .catch(() => ({}));
  return titles;
}
