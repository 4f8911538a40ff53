import type { BoardBlock } from '../../schemas/board-data.ts';
import type { RunWords } from '../../schemas/site-words.ts';
import type { CardState } from '../../schemas/verdict.ts';
import type { BlockView } from '../live/block-view.ts';
import type { Live } from '../live.ts';
import { setDisabled } from '../run/button.ts';
import { ageWords, isBusy, runnable, runText } from '../run/run-state.ts';
import { ageText } from '../verdict-state.ts';
import { hasText, wordsOf } from './board-view.ts';
import { say, showState } from './paint-head.ts';
import type { BoardParts } from './start-board.ts';
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

/** The parts of `BoardRow.astro`, in its order: they are found a thousand times. */
type RowParts = [
  verdict: HTMLElement,
  what: HTMLElement,
  where: HTMLElement,
  when: HTMLElement,
  run: HTMLButtonElement,
  why: HTMLElement,
];

/** Fills one copy of the row's form. */
export function boardRow(
  form: HTMLElement,
  block: BoardBlock,
  { base, words }: Pick<BoardParts, 'base' | 'words'>,
): BoardRow {
  const element = form.cloneNode(true) as HTMLElement;
  const [verdict, what, where, when, run, why] = [...element.children] as RowParts;
  const [link, page] = [...what.children] as [HTMLAnchorElement, HTMLElement];
  link.href = `${base}${block.page}/#${block.id.slice(block.page.length + 1)}`;
  link.textContent = block.title;
  page.textContent = block.pageTitle;
  const [target, provider] = [...where.children] as [HTMLElement, HTMLElement];
  target.textContent = block.target;
  target.hidden = block.target === null;
  provider.textContent = block.provider;
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
      row.state = blockState(block, result, now);
      const age = result ? ageText(result, row.state, { ...words, ...ageWords(result.from, words.run) }, now) : '';
      const reason = whyText(view, row.state, words.run);
      const hasRun = live.state !== 'static' && runnable([view]).length > 0;
      const says = view ? runText(view, now, words.run) : words.run.run;
      const isOff = live.state !== 'live' || isBusy(view);
      const next = [row.state, age, reason, hasRun, says, isOff].join('\n');
      if (next === last) return;
      last = next;
      element.dataset.state = row.state;
      showState(verdict, row.state, words.states[row.state]);
      say(when, age);
      say(why, reason.replaceAll('`', ''));
      if (run.hidden === hasRun) run.hidden = !hasRun;
      if (!hasRun) return;
      say(run, says);
      run.ariaLabel = `${says}: ${block.title}`;
      setDisabled(run, isOff);
    },
  };
  return row;
}

/** What a reader must know at once; of the others the age says enough. */
const alarming: readonly CardState[] = ['fail', 'error', 'warn'];

/** Why it is as it is; or why nothing came of running it, or nothing would. */
function whyText(view: BlockView | undefined, state: CardState, words: RunWords): string {
  if (view?.skipped) return words.skipped.replace('{reason}', view.skipped.message);
  if (alarming.includes(state)) return view?.result?.reason?.message ?? '';
  const problem = view?.info?.problem;
  return problem ? words.problem.replace('{reason}', problem.message) : '';
}
