import { askBoardBlocks } from './board/ask-board-blocks.ts';
import { type BoardSettings, readBoardSettings } from './board/board-settings.ts';
import { openBoard } from './board/open-board.ts';
import { openLive } from './live.ts';

/** The board, alive. */
async function start(root: HTMLElement, settings: BoardSettings): Promise<void> {
  const [blocks, live] = await Promise.all([askBoardBlocks(settings.base), openLive(settings, { page: null })]);
  // Without them the page keeps the rows that it came with.
  if (blocks.length > 0) openBoard(root, { blocks, live, settings });
}

const settings = readBoardSettings();
const root = document.querySelector<HTMLElement>('[data-rl-board]');
if (settings && root) void start(root, settings);
