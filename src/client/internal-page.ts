import { findCards } from './cards.ts';
import { openLive } from './live.ts';
import { type PageSettings, readSettings } from './page-settings.ts';
import { paintCard } from './paint-card.ts';
import { paintPageAge } from './paint-page-age.ts';
import type { LastResult } from './read-results.ts';

/** What the team sees. */
async function start(page: PageSettings): Promise<void> {
  // A translation's blocks are its source page's.
  const [id = null] = cards[0]?.block.split('#') ?? [];
  const live = await openLive(page, { page: id });
  const repaint = (): void => {
    const now = live.now();
    const here: LastResult[] = [];
    for (const { block, root } of cards) {
      const result = live.blocks.get(block)?.result;
      if (!result) continue;
      here.push(result);
      paintCard(root, result, page, now);
    }
    paintPageAge(here, page.words, now);
  };
  repaint();
  live.onChange(repaint);
  setInterval(repaint, 10_000);
}

const settings = readSettings();
const cards = findCards();
if (settings) void start(settings);
