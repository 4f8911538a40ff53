import { findCards } from './cards.ts';
import { type PageSettings, readSettings } from './page-settings.ts';
import { paintBoard } from './paint-board.ts';
import { paintCard } from './paint-card.ts';
import { paintPageAge } from './paint-page-age.ts';
import { publishedResults } from './published-results.ts';
import type { LastResult } from './read-results.ts';

/** What the team sees. */
async function start(page: PageSettings): Promise<void> {
  const results = await publishedResults(page.base);
  if (results.size === 0) return;
  const repaint = (): void => {
    const now = Date.now();
    const here: LastResult[] = [];
    for (const { block, root } of cards) {
      const result = results.get(block);
      if (!result) continue;
      here.push(result);
      paintCard(root, result, page, now);
    }
    paintPageAge(here, page.words, now);
    paintBoard(results, page, now);
  };
  repaint();
  setInterval(repaint, 10_000);
}

const settings = readSettings();
const cards = findCards();
if (settings) void start(settings);
