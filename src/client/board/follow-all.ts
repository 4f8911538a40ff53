import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import { type Live, openLive } from '../live.ts';
import type { PageSettings } from '../page-settings.ts';
import { createAnnouncer } from '../run/announcer.ts';
import { createServerLine } from '../run/server-line.ts';
import { paintWhenDue } from './paint-when-due.ts';
import { openRunMany, type RunMany } from './run-many.ts';

/** What a page about all blocks is painted from. */
export interface AllBlocks {
  root: HTMLElement;
  live: Live;
  runs: RunMany;
  base: string;
  words: ResultWords & { run: RunWords };
  /** Says something to those who hear the page. */
  announce(text: string): void;
  /** Asks for a painting, soon. */
  changed(): void;
}

/**
 * Learns what there is (`ask`) and how it is, and has it painted now and at each change. `open` returns what
 * paints; `null` where the page keeps what it came with.
 */
export async function followAll<D>(
  selector: string,
  settings: PageSettings | null,
  ask: (base: string) => Promise<D>,
  open: (parts: AllBlocks, data: D) => (() => void) | null,
): Promise<void> {
  const root = document.querySelector<HTMLElement>(selector);
  const run = settings?.words.run;
  if (!settings || !root || !run) return;
  const { base } = settings;
  const words = { ...settings.words, run };
  const sayServer = createServerLine(run);
  const announce = createAnnouncer();
  const [data, live] = await Promise.all([ask(base), openLive(settings, { page: null })]);
  let paint: (() => void) | null = null;
  const changed = paintWhenDue(live, () => {
    if (!paint) return;
    sayServer(live);
    paint();
  });
  const runs = openRunMany(live, { words: run, states: words.states, announce, changed });
  paint = open({ root, live, runs, base, words, announce, changed }, data);
  if (!paint) return;
  sayServer(live);
  paint();
}
