import type { CardState } from '../../schemas/verdict.ts';
import { mark } from '../elements.ts';
import type { Live } from '../live.ts';
import { setDisabled } from '../run/button.ts';
import { isBusy } from '../run/run-state.ts';
import { shapes } from '../verdict-state.ts';
import { headline } from './board-text.ts';
import { type RunMany, startable } from './run-many.ts';
import type { Summary } from './summarise.ts';

/**
 * Sets a text where it changes, and then within the node that is there. The theme has a selector with
 * `:has()` that every element is held against, so each node that comes or goes styles the whole board again.
 */
export function say(element: Node | null | undefined, text: string): void {
  if (!element || element.textContent === text) return;
  const [node] = element.childNodes;
  if (node instanceof Text) node.data = text;
  else element.textContent = text;
}

/** Shows a state by shape and word, where it changes. */
export function showState(element: HTMLElement, state: CardState, word: string): void {
  const [shape, text] = element.childNodes;
  if (shape && text instanceof Text) {
    say(shape, shapes[state]);
    if (text.data !== ` ${word}`) text.data = ` ${word}`;
  } else element.replaceChildren(...mark(state, word));
  element.dataset.state = state;
}

export interface Head {
  /** Of all blocks. */
  summary: Summary;
  ids: readonly string[];
  live: Live;
  runs: RunMany;
  runAll: string;
}

/** The top of the desk and of the board: how everything is, in one sentence, and Run all. */
export function paintHead(root: HTMLElement, { summary, ...rest }: Head): void {
  const line = root.querySelector<HTMLElement>('[data-rl-headline]');
  if (line) showState(line, summary.state, `${headline(summary)}.`);
  paintRunBar(root, rest);
}

/** Run all of some blocks, and how far that has come. */
export function paintRunBar(root: HTMLElement, { ids, live, runs, runAll }: Omit<Head, 'summary'>): void {
  for (const hint of root.querySelectorAll<HTMLElement>('[data-rl-static]')) hint.hidden = live.state !== 'static';
  const bar = root.querySelector<HTMLElement>('[data-rl-run-bar]');
  const button = bar?.querySelector('button');
  const meter = bar?.querySelector('progress');
  if (!bar || !button || !meter) return;
  bar.hidden = live.state === 'static';
  const progress = runs.progress();
  const busy = ids.filter((id) => isBusy(live.blocks.get(id))).length;
  meter.hidden = !progress;
  meter.max = progress?.total ?? 1;
  meter.value = progress?.done ?? 0;
  const others = busy === 0 ? '' : busy === 1 ? '1 block is running' : `${busy} blocks are running`;
  say(bar.querySelector('[data-rl-run-text]'), runs.trouble() || progress?.text || others);
  say(button, runAll.replace('{count}', String(ids.length)));
  setDisabled(button, startable(ids, live).length === 0);
}
