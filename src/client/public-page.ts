import { findCards } from './cards.ts';
import { type PageSettings, readSettings } from './page-settings.ts';
import { paintCard } from './paint-card.ts';
import { paintDot } from './paint-dot.ts';
import { paintStatus } from './paint-status.ts';
import { publishedResults } from './published-results.ts';
import { publishedStatus } from './published-status.ts';
import { shapes } from './verdict-state.ts';

/** What users see: the published results, with their age. */
async function start(page: PageSettings): Promise<void> {
  const isHome = document.querySelector('[data-rl-status]') !== null;
  const [results, status] = await Promise.all([
    publishedResults(page.base),
    isHome ? publishedStatus(page.base) : null,
  ]);
  if (results.size === 0 && status === null) return;
  const repaint = (): void => {
    const now = Date.now();
    for (const { block, root } of cards) {
      const result = results.get(block);
      if (!result) continue;
      const state = paintCard(root, result, page, now);
      paintDot(root, state, shapes[state], page.words.states[state]);
    }
    paintStatus(results, status ?? { journeys: {}, incidents: [] }, page, now);
  };
  repaint();
  setInterval(repaint, 10_000);
}

const settings = readSettings();
const cards = findCards();
if (settings) {
  // An article costs nothing for its blocks until they come into view.
  if (cards.length === 0) void start(settings);
  else {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void start(settings);
      },
      { rootMargin: '200px' },
    );
    for (const { root } of cards) observer.observe(root);
  }
}
