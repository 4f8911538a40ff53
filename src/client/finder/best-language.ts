import type { Findings } from '../../schemas/search.ts';
import type { Finder, FindOptions } from '../../search/finder.ts';

/** What a text found in the language that it seems to be in. */
export interface Answer {
  locale: string;
  findings: Findings;
}

/** So much better must another language do: a text that is in none, such as a code, changes nothing. */
const margin = 0.1;

/** Looks for a text in every language that is there, and takes the one that knows it best. `current` must be one of them. */
export function bestLanguage(
  text: string,
  finders: ReadonlyMap<string, Finder>,
  current: string,
  options: FindOptions = {},
): Answer | null {
  let best: Answer | null = null;
  let most = 0;
  for (const [locale, finder] of finders) {
    const findings = finder.find(text, options);
    const score = Math.max(0, ...findings.results.map((result) => result.score)) + (locale === current ? margin : 0);
    if (best === null || score > most) {
      best = { locale, findings };
      most = score;
    }
  }
  return best;
}
