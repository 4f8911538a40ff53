import type { BoardBlock } from '../../schemas/board-data.ts';
import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import { type Live, openLive } from '../live.ts';
import { createAnnouncer } from '../run/announcer.ts';
import { createServerLine } from '../run/server-line.ts';
import { askBoardBlocks } from './ask-board-blocks.ts';
import { readBoardSettings } from './board-settings.ts';
import { paintWhenDue } from './paint-when-due.ts';
import { openRunMany, type RunMany } from './run-many.ts';

/** What the desk and the board are made of. */
export interface BoardParts {
  root: HTMLElement;
  /** All blocks that the build knew of, and their ids. */
  blocks: readonly BoardBlock[];
  ids: readonly string[];
  live: Live;
  runs: RunMany;
  base: string;
  words: ResultWords & { run: RunWords };
  /** Names of areas, by their folders. */
  areas: Readonly<Record<string, string>>;
  /** Says something to those who hear the page. */
  announce(text: string): void;
  /** Asks for a painting, soon. */
  changed(): void;
}

/** Learns what there is and how it is, and has it painted now and at each change. `open` returns what paints. */
export async function startBoard(selector: string, open: (parts: BoardParts) => () => void): Promise<void> {
  const settings = readBoardSettings();
  const root = document.querySelector<HTMLElement>(selector);
  const run = settings?.words.run;
  if (!settings || !root || !run) return;
  const words = { ...settings.words, run };
  const sayServer = createServerLine(run);
  const announce = createAnnouncer();
  const [blocks, live] = await Promise.all([askBoardBlocks(settings.base), openLive(settings, { page: null })]);
  // Without them the page keeps what it came with.
  if (blocks.length === 0) return;
  let paint = (): void => {};
  const changed = paintWhenDue(live, () => {
    sayServer(live);
    paint();
  });
  const runs = openRunMany(live, { words: run, states: words.states, announce, changed });
  const ids = blocks.map(({ id }) => id);
  root.querySelector('[data-rl-run-bar] button')?.addEventListener('click', () => void runs.start(ids));
  paint = open({ root, blocks, ids, live, runs, base: settings.base, words, areas: settings.areas, announce, changed });
  sayServer(live);
  paint();
}
