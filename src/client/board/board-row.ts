import type { BoardBlock } from '../../schemas/board-data.ts';
import type { CardState } from '../../schemas/verdict.ts';
import { prose } from '../elements.ts';
import type { Live } from '../live.ts';
import { ageText } from '../verdict-state.ts';
import type { BoardSettings } from './board-settings.ts';
import { hasText, wordsOf } from './board-view.ts';
import { showState } from './paint-head.ts';
import { isBusy } from './run-all.ts';
import { blockState } from './summarise.ts';

/** One block's line on the board. */
export interface BoardRow {
  block: BoardBlock;
  element: HTMLElement;
  /** As it was painted last. */
  state: CardState;
  has(text: string): boolean;
  /** Painting the same again changes nothing. */
  paint(live: Live, now: number): void;
}

const provers = { server: 'the server', terminal: 'a terminal', ci: 'CI' } as const;
/** What a reader must know at once; of the others the age says enough. */
const alarming: readonly CardState[] = ['fail', 'error', 'warn'];

/** Fills one copy of the row's form. */
export function boardRow(form: HTMLElement, block: BoardBlock, { base, words }: BoardSettings): BoardRow {
  const element = form.cloneNode(true) as HTMLElement;
  // In the form's order: this is done a thousand times.
  const [verdict, what, where, proven, run, why] = element.children as unknown as HTMLElement[];
  const [link, page] = (what as HTMLElement).children as unknown as [HTMLAnchorElement, HTMLElement];
  link.href = `${base}${block.page}/#${block.id.slice(block.page.length + 1)}`;
  link.textContent = block.title;
  page.textContent = block.pageTitle;
  const [target, provider] = (where as HTMLElement).children as unknown as HTMLElement[];
  if (block.target) (target as HTMLElement).textContent = block.target;
  else target?.remove();
  (provider as HTMLElement).textContent = block.provider ?? '';
  const [age, from] = (proven as HTMLElement).children as unknown as [HTMLElement, HTMLElement];
  element.dataset.block = block.id;
  let searched: string | undefined;
  let last = '';

  const row: BoardRow = {
    block,
    element,
    state: 'skip',
    has(text) {
      searched ??= wordsOf(block);
      return hasText(searched, text);
    },
    paint(live, now) {
      const view = live.blocks.get(block.id);
      const result = view?.result ?? null;
      const busy = isBusy(view);
      row.state = blockState(block, result, now);
      const when = busy ? 'running…' : result ? ageText(result, row.state, words, now) : '';
      const problem = view?.info?.problem ?? null;
      const reason = view?.skipped ?? (alarming.includes(row.state) ? result?.reason : null) ?? problem;
      const canRun = live.state === 'live' && view?.info != null && problem === null;
      const next = [row.state, when, result?.provenAt, canRun, reason?.message].join('\n');
      if (next === last) return;
      last = next;
      element.dataset.state = row.state;
      showState(verdict as HTMLElement, row.state, words.states[row.state]);
      age.textContent = when;
      from.textContent = result?.from ? `${result.from.environment}, by ${provers[result.from.by]}` : '';
      (run as HTMLElement).hidden = !canRun;
      (run as HTMLElement).ariaDisabled = String(busy);
      (run as HTMLElement).ariaLabel = `Run: ${block.title}`;
      (why as HTMLElement).hidden = !reason;
      (why as HTMLElement).replaceChildren(...(reason ? prose(reason.message) : []));
    },
  };
  return row;
}
