import type { JourneysData } from '../../schemas/journeys-data.ts';
import type { ResultWords, RunWords } from '../../schemas/site-words.ts';
import { paintWhenDue } from '../board/paint-when-due.ts';
import { openRunMany, type RunMany } from '../board/run-many.ts';
import { type Live, openLive } from '../live.ts';
import { readSettings } from '../page-settings.ts';
import { createAnnouncer } from '../run/announcer.ts';
import { createServerLine } from '../run/server-line.ts';
import { askJourneys } from './ask-journeys.ts';

/** What pages about journeys and providers are made of. */
export interface JourneyParts {
  root: HTMLElement;
  data: JourneysData;
  live: Live;
  runs: RunMany;
  base: string;
  words: ResultWords & { run: RunWords };
  /** Says something to those who hear the page. */
  announce(text: string): void;
}

/** Learns what there is and how it is, and has it painted now and at each change. `open` returns what paints. */
export async function startJourneys(selector: string, open: (parts: JourneyParts) => () => void): Promise<void> {
  const settings = readSettings();
  const root = document.querySelector<HTMLElement>(selector);
  const run = settings?.words.run;
  if (!settings || !root || !run) return;
  const words = { ...settings.words, run };
  const sayServer = createServerLine(run);
  const announce = createAnnouncer();
  const [data, live] = await Promise.all([askJourneys(settings.base), openLive(settings, { page: null })]);
  let paint = (): void => {};
  const changed = paintWhenDue(live, () => {
    sayServer(live);
    paint();
  });
  const runs = openRunMany(live, { words: run, states: words.states, announce, changed });
  paint = open({ root, data, live, runs, base: settings.base, words, announce });
  sayServer(live);
  paint();
}
