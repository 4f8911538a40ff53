import type { BoardBlock } from '../../schemas/board-data.ts';
import type { CardState } from '../../schemas/verdict.ts';
import { type BoardGroup, boardGroup } from './board-group.ts';
import { boardRow } from './board-row.ts';
import { type BoardView, boardSearch, readBoardView } from './board-view.ts';
import { type Grouping, groupBlocks, groupName } from './group-blocks.ts';
import { paintHead, say } from './paint-head.ts';
import type { BoardParts } from './start-board.ts';
import { blockState, statesByWeight, summarise } from './summarise.ts';

/** Draws all blocks as the address wants them, and listens to the reader. Returns what paints them as they are now. */
export function openBoard({ root, blocks, ids, live, runs, words, base, areas, announce }: BoardParts): () => void {
  const part = <E extends HTMLElement>(name: string): E => root.querySelector(`[data-rl-${name}]`) as E;
  const form = (name: string): HTMLElement =>
    part<HTMLTemplateElement>(`form="${name}"`).content.firstElementChild as HTMLElement;
  const input = part<HTMLFormElement>('tools').querySelector('input') as HTMLInputElement;
  let view: BoardView = readBoardView(location.search);
  let groups: BoardGroup[] = [];
  let said: ReturnType<typeof setTimeout> | undefined;

  function draw(): void {
    // What somebody must look at stands first in its group. Later events move nothing: a reader may be about to click.
    const now = live.now();
    const worth = (block: BoardBlock): number => {
      const weight = statesByWeight.indexOf(blockState(block, live.blocks.get(block.id)?.result, now));
      return Math.min(weight, statesByWeight.indexOf('stale'));
    };
    const rowForm = form('row');
    const groupForm = form('group');
    groups = groupBlocks(blocks, view.by).map(({ key, blocks: its }) =>
      boardGroup(groupForm, {
        key,
        name: groupName(key, view.by, areas),
        rows: its
          .map((block) => boardRow(rowForm, block, { base, words }))
          .sort((a, b) => worth(a.block) - worth(b.block)),
        href: boardSearch({ by: view.by, only: key }),
      }),
    );
    // One that is gone, or an address from elsewhere: all is better than nothing.
    if (!groups.some(({ key }) => key === view.only)) view = { ...view, only: null };
    part('groups').replaceChildren(...groups.map(({ element }) => element));
  }

  function paint(): void {
    const now = live.now();
    const summary = summarise(blocks, live.blocks, now);
    paintHead(root, { summary, ids, live, runs, runAll: words.run.runAll });
    const shown = new Set<string>();
    for (const group of groups) for (const id of group.paint({ live, now, view, states: words.states })) shown.add(id);
    for (const button of root.querySelectorAll<HTMLElement>('[data-rl-state]')) {
      const state = button.dataset.rlState as CardState;
      say(button.querySelector('b'), String(summary.counts[state]));
      button.ariaPressed = String(view.states.has(state));
      button.hidden = summary.counts[state] === 0 && !view.states.has(state);
    }
    for (const button of root.querySelectorAll<HTMLElement>('[data-rl-by]'))
      button.ariaPressed = String(button.dataset.rlBy === view.by);
    const only = groups.find(({ key }) => key === view.only)?.name;
    say(
      part('shown'),
      `${shown.size} of ${blocks.length === 1 ? '1 block' : `${blocks.length} blocks`}${only ? ` in ${only}` : ''}`,
    );
    part('reset').hidden = view.only === null && view.states.size === 0 && view.text === '';
  }

  /** Shows something else, and keeps it in the address. */
  function show(change: Partial<BoardView>): void {
    const isRegrouped = change.by !== undefined && change.by !== view.by;
    view = { ...view, ...change, ...(isRegrouped ? { only: null } : {}) };
    if (isRegrouped) draw();
    paint();
    // Once, when somebody has stopped typing.
    clearTimeout(said);
    said = setTimeout(() => announce(part('shown').textContent ?? ''), 600);
    history.replaceState(history.state, '', location.pathname + boardSearch(view) + location.hash);
  }

  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const { rlBy, rlState, rlReset, rlRun, rlRunGroup } = button?.dataset ?? {};
    if (rlBy !== undefined) show({ by: rlBy as Grouping });
    else if (rlState !== undefined) show({ states: toggled(view.states, rlState as CardState) });
    else if (rlReset !== undefined) {
      input.value = '';
      show({ only: null, states: new Set(), text: '' });
      input.focus();
    } else if (rlRun !== undefined) {
      const id = button?.closest<HTMLElement>('[data-block]')?.dataset.block;
      if (id) void runs.start([id]);
    } else if (rlRunGroup !== undefined) {
      const group = groups.find(({ element }) => element.contains(button));
      if (group) void runs.start(group.shown());
    }
  });
  part('tools').addEventListener('submit', (event) => event.preventDefault());
  input.value = view.text;
  input.addEventListener('input', () => show({ text: input.value.trim() }));
  for (const tools of root.querySelectorAll<HTMLElement>('[data-rl-tools]')) tools.hidden = false;
  draw();
  return paint;
}

function toggled(states: ReadonlySet<CardState>, state: CardState): Set<CardState> {
  const next = new Set(states);
  if (!next.delete(state)) next.add(state);
  return next;
}
