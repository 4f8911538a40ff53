import type { BoardBlock } from '../../schemas/board-data.ts';
import { askBoardBlocks } from './ask-board-blocks.ts';
import { readBoardSettings } from './board-settings.ts';
import { type AllBlocks, followAll } from './follow-all.ts';

/** What the desk and the board are made of. */
export interface BoardParts extends AllBlocks {
  /** All blocks that the build knew of, and their ids. */
  blocks: readonly BoardBlock[];
  ids: readonly string[];
  /** Names of areas, by their folders. */
  areas: Readonly<Record<string, string>>;
}

/** Learns what there is and how it is, and has it painted now and at each change. `open` returns what paints. */
export async function startBoard(selector: string, open: (parts: BoardParts) => () => void): Promise<void> {
  const settings = readBoardSettings();
  if (!settings) return;
  await followAll(selector, settings, askBoardBlocks, (parts, blocks) => {
    // Without them the page keeps what it came with.
    if (blocks.length === 0) return null;
    const ids = blocks.map(({ id }) => id);
    const all = parts.root.querySelector('[data-rl-run-bar] button');
    all?.addEventListener('click', () => void parts.runs.start(ids));
    return open({ ...parts, blocks, ids, areas: settings.areas });
  });
}
