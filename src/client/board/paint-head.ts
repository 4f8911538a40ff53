import type { CardState } from '../../schemas/verdict.ts';
import { mark } from '../elements.ts';
import type { Live } from '../live.ts';
import type { BoardSettings } from './board-settings.ts';
import { headline } from './board-text.ts';
import { isBusy, type RunAll, runnable } from './run-all.ts';
import type { Summary } from './summarise.ts';

/** Sets a text where it changes: what is read aloud is not said again. */
export function say(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}

/** Shows a state by shape and word, where it changes; returns whether it did. */
export function showState(element: HTMLElement, state: CardState, word: string): boolean {
  if (element.dataset.state === state && element.dataset.word === word) return false;
  element.dataset.state = state;
  element.dataset.word = word;
  element.replaceChildren(...mark(state, word));
  return true;
}

/** The top of the desk and of the board: how everything is, in one sentence, and Run all. */
export function paintHead(
  root: HTMLElement,
  {
    summary,
    live,
    runs,
    ids,
    words,
  }: { summary: Summary; live: Live; runs: RunAll; ids: readonly string[] } & Pick<BoardSettings, 'words'>,
): void {
  const line = root.querySelector<HTMLElement>('[data-rl-headline]');
  if (line) showState(line, summary.state, `${headline(summary)}.`);
  for (const hint of root.querySelectorAll<HTMLElement>('[data-rl-static]')) hint.hidden = live.state !== 'static';

  const bar = root.querySelector<HTMLElement>('[data-rl-run-bar]');
  if (!bar) return;
  const progress = runs.progress();
  const busy = [...live.blocks.values()].filter(isBusy).length;
  const can = runnable(ids, live).length;
  bar.hidden = live.state === 'static';
  const meter = bar.querySelector('progress');
  if (meter) {
    meter.hidden = !progress;
    meter.max = progress?.total ?? 1;
    meter.value = progress?.done ?? 0;
  }
  const lost = live.state === 'lost' ? (words.run?.lost ?? '') : '';
  const running = progress
    ? `${progress.done} of ${progress.total} run`
    : busy > 0
      ? `${busy === 1 ? '1 block is' : `${busy} blocks are`} running`
      : '';
  say(bar.querySelector('[data-rl-run-text]'), lost || runs.complaint() || running);
  const button = bar.querySelector('button');
  if (!button) return;
  // `disabled` would take the focus away from whoever has just pressed it.
  button.ariaDisabled = String(can === 0);
  say(button, progress ? 'Running…' : 'Run all');
}
