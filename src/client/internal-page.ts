import type { ResultWords, RunWords } from '../schemas/site-words.ts';
import { findCards } from './cards.ts';
import { openLive } from './live.ts';
import { type PageSettings, readSettings } from './page-settings.ts';
import { paintPageAge } from './paint-page-age.ts';
import { createAnnouncer } from './run/announcer.ts';
import { createCard } from './run/create-card.ts';
import { findSecret } from './run/find-secret.ts';
import { createRunAll } from './run/run-all.ts';
import { createServerLine } from './run/server-line.ts';

/** What the team sees. */
async function start(page: PageSettings, words: ResultWords & { run: RunWords }): Promise<void> {
  // A translation's blocks are its source page's.
  const [id = null] = cards[0]?.block.split('#') ?? [];
  const sayServer = createServerLine(words.run);
  const live = await openLive(page, { page: id });
  const here = cards.map(({ block }) => block);
  const announce = createAnnouncer();
  const runCards = cards.map(({ block, root }) =>
    createCard(block, root, { live, page, words: words.run, announce, findSecret }),
  );
  const parts = runCards.map(({ paint }) => paint);
  if (cards.length > 0) parts.push(createRunAll(live, runCards, words, announce));
  const again = document.querySelector<HTMLElement>('.rl-again');

  let timer: ReturnType<typeof setTimeout> | undefined;
  const repaint = (): void => {
    for (const paint of parts) paint();
    sayServer(live);
    const now = live.now();
    paintPageAge(
      here.flatMap((block) => live.blocks.get(block)?.result ?? []),
      page.words,
      now,
    );
    // Where one can run it here, the terminal is no help.
    if (again) again.hidden = live.state !== 'static';
    // Ages change seldom; how long something runs changes each second.
    clearTimeout(timer);
    timer = setTimeout(repaint, cards.some(({ root }) => root.ariaBusy) ? 1000 : 10_000);
  };
  repaint();
  live.onChange(repaint);
}

const settings = readSettings();
const cards = findCards();
if (settings?.words.run) void start(settings, { ...settings.words, run: settings.words.run });
