import { escapePath } from 'tinyglobby';
import { folders } from '../project/folders.ts';
import type { Project } from '../project/load.ts';
import type { Audience } from '../schemas/frontmatter.ts';
import { pagesFor } from './site-data.ts';
import type { ContentSource } from './virtual-site.ts';

/**
 * What the content collection may read. On the public site these are exactly the files that say
 * `audience: public`, so that nothing internal ever enters its store.
 */
export function contentSource(project: Project, audience: Audience): Omit<ContentSource, 'isOnDemand'> {
  const base = `${project.root}/`;
  if (audience === 'public') {
    const paths = pagesFor(project, audience).map((page) => escapePath(page.path));
    // No pattern at all would mean every file.
    return { base, patterns: paths.length > 0 ? paths : ['_none'] };
  }
  const homes = project.pages.filter((page) => page.id === 'index' || page.sourceId === 'index');
  return {
    base,
    patterns: [
      `${folders.runbooks}/**/*.{md,mdx}`,
      `${folders.docs}/**/*.{md,mdx}`,
      '!**/_*',
      ...homes.map((page) => `!${escapePath(page.path)}`),
    ],
  };
}
