import type { ResultWords } from '../schemas/site-words.ts';
import { showAge } from '../text/show-age.ts';
import type { LastResult } from './read-results.ts';

/** The whole page's age is its oldest proof's. */
export function paintPageAge(results: readonly LastResult[], words: ResultWords, now: number): void {
  const line = document.querySelector<HTMLElement>('[data-rl-page-age]');
  if (!line || results.length === 0) return;
  line.hidden = false;
  line.textContent = words.page.replace('{age}', showAge(now - Math.min(...results.map(({ provenAt }) => provenAt))));
}
