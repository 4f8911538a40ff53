import { card, cardData } from '../markdown/vocabulary.ts';
import type { ResultWords } from '../schemas/site-words.ts';
import type { CardState } from '../schemas/verdict.ts';
import { showValue } from '../text/show-value.ts';
import { type LastResult, readResults } from './read-results.ts';
import { ageText, clip, shapes, showAge, stateOf } from './verdict-state.ts';
import { type WorstPage, worstPages } from './worst-pages.ts';

/** What `Results.astro` says of the page. */
interface PageSettings {
  audience: 'internal' | 'public';
  /** The path that the site is served under; ends in a slash. */
  base: string;
  freshFor: number;
  words: ResultWords;
}

const settings = JSON.parse(document.getElementById('rl-page')?.textContent ?? 'null') as PageSettings | null;
const cards = [...document.querySelectorAll<HTMLElement>(`.${card.root}`)];

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Shape, then the word: for the eye, and for those who hear the page. */
function mark(state: CardState, word: string): (Node | string)[] {
  const shape = element('span', card.shape, shapes[state]);
  shape.ariaHidden = 'true';
  return [shape, ` ${word}`];
}

/** What stands between backticks is code. The text itself comes from outside, and stays text. */
function prose(text: string): (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? element('code', '', part) : part));
}

/** The child of a card that this script adds once, and then changes. */
function child(parent: Element, tag: string, className: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(`.${className}`);
  if (found) return found;
  const made = element(tag, className);
  parent.append(made);
  return made;
}

function paint(root: HTMLElement, result: LastResult, { words, freshFor, base }: PageSettings, now: number): void {
  const state = stateOf(result, freshFor, now);
  const isNew = root.dataset[cardData.state] !== state;
  root.dataset[cardData.state] = state;
  child(root.querySelector(`.${card.meta}`) ?? root, 'span', 'rl-age').textContent = ageText(result, state, words, now);
  if (!isNew) return;
  root.querySelector(`.${card.verdict}`)?.replaceChildren(...mark(state, words.states[state]));
  const { reason } = result;
  // What a stale proof found may be over; the age line says what its verdict was.
  if (state === 'stale') root.querySelector('.rl-reason')?.remove();
  else if (reason) {
    const line = child(root.querySelector(`.${card.head}`) ?? root, 'p', 'rl-reason');
    const code = element('a', 'rl-code', reason.code) as HTMLAnchorElement;
    code.href = `${base}codes/${encodeURIComponent(reason.code)}/`;
    line.replaceChildren(...prose(reason.message), ' ', code);
  }
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

/** The whole page's age is its oldest proof's. */
function paintPage(results: readonly LastResult[], words: ResultWords, now: number): void {
  const line = document.querySelector<HTMLElement>('[data-rl-page-age]');
  if (!line || results.length === 0) return;
  line.hidden = false;
  line.textContent = words.page.replace('{age}', showAge(now - Math.min(...results.map(({ provenAt }) => provenAt))));
}

/** On the desk: how many blocks there are of each verdict, and the pages to look at. */
function paintBoard(
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

/** On the help centre's home page: how things are, in one line; nothing where nothing fresh is known. */
function paintStatus(results: ReadonlyMap<string, LastResult>, { freshFor, words }: PageSettings, now: number): void {
  const line = document.querySelector<HTMLElement>('[data-rl-status]');
  if (!line) return;
  const states = new Set([...results.values()].map((result) => stateOf(result, freshFor, now)));
  const worst = (['fail', 'warn', 'pass'] as const).find((state) => states.has(state));
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

async function start(page: PageSettings): Promise<void> {
  const answer = await fetch(`${page.base}results.json`).catch(() => null);
  const results = readResults(answer?.ok ? await answer.json().catch(() => null) : null);
  if (results.size === 0) return;
  const repaint = (): void => {
    const now = Date.now();
    const here: LastResult[] = [];
    for (const root of cards) {
      const result = results.get(root.dataset[cardData.block] ?? '');
      if (!result) continue;
      here.push(result);
      paint(root, result, page, now);
    }
    paintPage(here, page.words, now);
    paintBoard(results, page, now);
    paintStatus(results, page, now);
  };
  repaint();
  setInterval(repaint, 10_000);
}

if (settings) {
  const page = settings;
  // A user's article costs nothing for its blocks until they come into view; the team wants all of them at once.
  if (page.audience === 'internal' || cards.length === 0) void start(page);
  else {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void start(page);
      },
      { rootMargin: '200px' },
    );
    for (const root of cards) observer.observe(root);
  }
}
