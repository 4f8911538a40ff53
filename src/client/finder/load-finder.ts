import type { SearchIndex } from '../../schemas/search.ts';
import type { Finder } from '../../search/finder.ts';

/** Loads the finder of a language: its index, and the code that reads it. Rejects when the site is gone. */
export type LoadFinder = (locale: string) => Promise<Finder>;

/** Each language is loaded once, and again where that failed. `base` ends in a slash. */
export function createLoadFinder(base: string): LoadFinder {
  const loading = new Map<string, Promise<Finder>>();
  return (locale) => {
    const known = loading.get(locale);
    if (known) return known;
    const load = loadFinder(base, locale);
    load.catch(() => loading.delete(locale));
    loading.set(locale, load);
    return load;
  };
}

async function loadFinder(base: string, locale: string): Promise<Finder> {
  const [answer, { createFinder }] = await Promise.all([
    fetch(`${base}search/${locale}.json`),
    import('../../search/finder.ts'),
  ]);
  if (!answer.ok) throw new Error(`The index of ${locale} is not there: ${answer.status}.`);
  return createFinder((await answer.json()) as SearchIndex);
}
