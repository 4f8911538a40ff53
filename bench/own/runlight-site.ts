import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import type { Audience } from '../../src/schemas/frontmatter.ts';
import { type PreparedSite, type SiteJob, type SiteMaker, type SitePage, words } from '../site-maker.ts';
import { pagePath, type TreeShape, writeTree } from '../tree.ts';
import { newSeed } from './runlight.ts';

interface RunlightSites {
  id: string;
  title: string;
  /** `internal` alone, of runbooks; or both sites, two fifths of their pages public articles. */
  sites: 'internal' | 'both';
}

/** Runlight’s own build of a tree that stands elsewhere, in English alone, as the others’ pages are. */
export function runlightSite({ id, title, sites }: RunlightSites): SiteMaker {
  return { id, title, prepare: (job) => prepareSites(sites, job) };
}

async function prepareSites(sites: RunlightSites['sites'], { pages, folder }: SiteJob): Promise<PreparedSite> {
  const dist = join(folder, 'dist');
  const tree: TreeShape = {
    folder: join(folder, 'tree'),
    // Nobody is asked while a site is built.
    url: 'http://127.0.0.1:9',
    pages,
    articles: sites === 'both' ? Math.round(pages * 0.4) : 0,
    blocks: 2 * pages,
    words,
    seed: newSeed(),
    config,
  };
  const write = (): Promise<void> => writeTree({ ...tree, seed: newSeed() });
  await write();
  const paths = Array.from({ length: pages }, (_, page) => pagePath(tree, page));
  const built = (audience: Audience, path: string): SitePage => ({
    output: join(dist, audience),
    path: `/${path.replace('src/content/docs/', '').replace(/\.md$/, '')}/`,
  });
  return {
    command: {
      file: process.execPath,
      args: [join(packageRoot, 'scripts', 'build.ts'), ...(sites === 'internal' ? ['internal'] : [])],
      cwd: packageRoot,
      env: { RUNLIGHT_ROOT: tree.folder, RUNLIGHT_DIST: dist },
    },
    // With another seed, since what was parsed of a page is kept by its text. Rendered pages are kept in the tree.
    renew: write,
    pages: [
      ...paths.map((path) => built('internal', path)),
      ...paths.filter((path) => path.startsWith('src/content/docs/')).map((path) => built('public', path)),
    ],
  };
}

const config = `import { defineConfig } from 'runlight/config';

export default defineConfig({
  brand: 'Orders',
  siteUrl: 'https://help.example.com',
  locales: { en: { label: 'English', lang: 'en' } },
});
`;
