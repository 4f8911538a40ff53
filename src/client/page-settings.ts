import type { ResultWords } from '../schemas/site-words.ts';

/** What `Results.astro` says of the page. */
export interface PageSettings {
  /** The path that the site is served under; ends in a slash. */
  base: string;
  /** Milliseconds that a proof on this page stays fresh. */
  freshFor: number;
  words: ResultWords;
}

/** The page's settings; `null` on a page that shows no results. */
export function readSettings(): PageSettings | null {
  return JSON.parse(document.getElementById('rl-page')?.textContent ?? 'null') as PageSettings | null;
}
