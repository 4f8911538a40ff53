import { askBoardBlocks } from './board/ask-board-blocks.ts';
import { type BoardSettings, readBoardSettings } from './board/board-settings.ts';
import { paintDesk } from './board/paint-desk.ts';
import { paintWhenDue } from './board/paint-when-due.ts';
import { openRunAll } from './board/run-all.ts';
import { openLive } from './live.ts';

/** The internal home page, alive. */
async function start(root: HTMLElement, settings: BoardSettings): Promise<void> {
  const [blocks, live] = await Promise.all([askBoardBlocks(settings.base), openLive(settings, { page: null })]);
  const ids = blocks.map(({ id }) => id);
  const paint = (): void => paintDesk(root, { blocks, ids, live, runs, settings });
  const due = paintWhenDue(live, paint);
  const runs = openRunAll(live, due);
  root.querySelector('[data-rl-run-bar] button')?.addEventListener('click', () => void runs.start(ids));
  paint();
}

const settings = readBoardSettings();
const root = document.querySelector<HTMLElement>('[data-rl-desk]');
if (settings && root) void start(root, settings);
