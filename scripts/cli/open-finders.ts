import type { Project } from '../../src/project/load.ts';
import { searchIndex } from '../../src/project/search-index.ts';
import type { Audience } from '../../src/schemas/frontmatter.ts';
import { createFinder, type Finder } from '../../src/search/finder.ts';

/** Finders of a tree, each made when it is first asked for. */
export function openFinders(project: Project): (audience: Audience, locale: string) => Promise<Finder> {
  const made = new Map<string, Promise<Finder>>();
  return (audience, locale) => {
    const key = `${audience} ${locale}`;
    const known = made.get(key) ?? searchIndex(project, { audience, locale, base: '/' }).then(createFinder);
    made.set(key, known);
    return known;
  };
}
