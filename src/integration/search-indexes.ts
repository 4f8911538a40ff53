import type { Project } from '../project/load.ts';
import { searchIndex } from '../project/search-index.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import type { SearchIndex } from '../schemas/search.ts';

/** By language: what a site ships for its finder. */
export async function searchIndexes(
  project: Project,
  audience: Audience,
  base: string,
): Promise<Record<string, SearchIndex>> {
  const locales = Object.keys(project.config.locales);
  const indexes = await Promise.all(locales.map((locale) => searchIndex(project, { audience, locale, base })));
  return Object.fromEntries(locales.map((locale, index) => [locale, indexes[index] as SearchIndex]));
}
