import { packageRoot } from '../project/folders.ts';
import type { Project } from '../project/load.ts';

/** Pages of the help centre that are made from others. The team's site has its own in their place. */
export function publicRoutes(project: Project): { pattern: string; entrypoint: string }[] {
  const [, ...others] = Object.keys(project.config.locales);
  const entrypoint = `${packageRoot}/src/public-pages/help.astro`;
  // A tree's own page goes before.
  if (project.pages.some(({ id }) => id === 'help')) return [];
  return ['/help', ...others.map((locale) => `/${locale}/help`)].map((pattern) => ({ pattern, entrypoint }));
}
