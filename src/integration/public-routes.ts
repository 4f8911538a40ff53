import { packageRoot } from '../project/folders.ts';

const page = (pattern: string, file: string) => ({ pattern, entrypoint: `${packageRoot}/src/public-pages/${file}` });

/** What only users have: the status page and its feeds, in every language. The team has `/incidents`. */
export const publicRoutes: { pattern: string; entrypoint: string }[] = [
  page('/[...locale]/status', 'status.astro'),
  page('/[...locale]/status/rss.xml', 'status-rss.ts'),
  page('/[...locale]/status/atom.xml', 'status-atom.ts'),
];
