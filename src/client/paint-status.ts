import { userStatus } from '../incidents/user-status.ts';
import { cardData } from '../markdown/vocabulary.ts';
import type { PublicStatus } from '../schemas/public-status.ts';
import type { ResultWords } from '../schemas/site-words.ts';
import { worstPages } from './board/worst-pages.ts';
import { child, mark } from './elements.ts';
import type { PageSettings } from './page-settings.ts';
import type { LastResult } from './read-results.ts';
import { stateOf } from './verdict-state.ts';

const looks = { works: 'pass', slow: 'warn', down: 'fail' } as const;

/** On the help centre's home page: how things are, in one line; nothing where nothing fresh is known. */
export function paintStatus(
  results: ReadonlyMap<string, LastResult>,
  status: Pick<PublicStatus, 'journeys' | 'incidents'>,
  { freshFor, words }: PageSettings,
  now: number,
): void {
  const line = document.querySelector<HTMLElement>('[data-rl-status]');
  if (!line) return;
  // From nothing but what the status page says: an article's own block is told on its tile.
  const { state } = userStatus(status, now);
  const worst = state === 'unknown' ? undefined : looks[state];
  line.hidden = !worst;
  if (worst) {
    line.dataset[cardData.state] = worst;
    line.replaceChildren(...mark(worst, words.status[worst]));
  }
  paintTiles(results, freshFor, words, now);
}

/** On an article's tile: whether what the article checks is slow or down. */
function paintTiles(results: ReadonlyMap<string, LastResult>, freshFor: number, words: ResultWords, now: number): void {
  const worst = worstPages(
    [...results].map(([id, result]) => ({ id, title: null, state: stateOf(result, freshFor, now) })),
  );
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.rl-home > ul > li > a')) {
    const state = worst.find(({ page }) => link.pathname.endsWith(`/${page}/`))?.block.state;
    // That we could not tell is not a user's news.
    if (state !== 'fail' && state !== 'warn') {
      link.querySelector('.rl-tile')?.remove();
      continue;
    }
    const said = child(link, 'span', 'rl-tile');
    if (said.dataset[cardData.state] === state) continue;
    said.dataset[cardData.state] = state;
    said.replaceChildren(...mark(state, words.states[state]));
  }
}
