import type { CardState } from '../../schemas/verdict.ts';
import type { Live } from '../live.ts';
import { setDisabled } from '../run/button.ts';
import type { BoardRow } from './board-row.ts';
import { countsText } from './board-text.ts';
import type { BoardView } from './board-view.ts';
import { say, showState } from './paint-head.ts';
import { startable } from './run-many.ts';
import { summarise } from './summarise.ts';

/** Some rows under their common name. */
export interface BoardGroup {
  key: string;
  name: string;
  element: HTMLElement;
  /** Paints the head and each row, hides what the view leaves out, and returns the ids of the shown ones. */
  paint(how: { live: Live; now: number; view: BoardView; states: Readonly<Record<CardState, string>> }): string[];
  /** The ids of the rows that were shown last. */
  shown(): string[];
}

/** Fills one copy of the group's form. */
export function boardGroup(
  form: HTMLElement,
  { key, name, rows, href }: { key: string; name: string; rows: readonly BoardRow[]; href: string },
): BoardGroup {
  const element = form.cloneNode(true) as HTMLElement;
  const link = document.createElement('a');
  link.href = href;
  link.textContent = name;
  element.querySelector('h2')?.replaceChildren(link);
  element.querySelector('.rl-group-rows')?.replaceChildren(...rows.map((row) => row.element));
  const verdict = element.querySelector<HTMLElement>('.rl-group-head > .rl-verdict');
  const counts = element.querySelector('[data-rl-group-counts]');
  const run = element.querySelector<HTMLButtonElement>('[data-rl-run-group]');
  const blocks = rows.map(({ block }) => block);
  let shown: string[] = [];

  return {
    key,
    name,
    element,
    shown: () => shown,
    paint({ live, now, view, states }) {
      const isHere = view.only === null || view.only === key;
      // Who has just pressed Run in a row must not lose it, whatever it has become.
      const focused = isHere && element.contains(document.activeElement) ? document.activeElement : null;
      shown = [];
      for (const row of rows) {
        row.paint(live, now);
        const isShown =
          isHere &&
          (((view.states.size === 0 || view.states.has(row.state)) && (view.text === '' || row.has(view.text))) ||
            (focused !== null && row.element.contains(focused)));
        if (row.element.hidden === isShown) row.element.hidden = !isShown;
        if (isShown) shown.push(row.block.id);
      }
      element.hidden = shown.length === 0;
      const summary = summarise(blocks, live.blocks, now);
      element.dataset.state = summary.state;
      if (verdict) showState(verdict, summary.state, states[summary.state]);
      say(counts, countsText(summary, states));
      if (run) {
        run.hidden = live.state === 'static';
        setDisabled(run, startable(shown, live).length === 0);
        say(run, `Run ${shown.length}`);
        run.ariaLabel = `Run ${shown.length === 1 ? 'the block' : `the ${shown.length} blocks`} of ${name}`;
      }
      return shown;
    },
  };
}
