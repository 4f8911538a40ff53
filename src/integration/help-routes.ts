import { packageRoot } from '../project/folders.ts';
import { listings } from './page-paths.ts';
import type { SiteData } from './site-data.ts';

/** What stands beside the articles, in every language, of both sites: their lists, and what errors mean. A tree without articles has no lists. */
export function helpRoutes(site: SiteData): { pattern: string; entrypoint: string }[] {
  const [, ...others] = site.locales;
  const ids = listings(site);
  const page = (pattern: string, file: string) => ({ pattern, entrypoint: `${packageRoot}/src/help-pages/${file}` });
  const lists = ['', ...others.map((locale) => `/${locale}`)].flatMap((prefix) => [
    ...(ids.length > 0 ? [page(`${prefix}/help`, 'index.astro')] : []),
    ...(ids.length > 1 ? [page(`${prefix}/topics/[topic]`, '[topic].astro')] : []),
  ]);
  // Where the glossary says nothing to users, these have no page.
  return [
    ...lists,
    page('/[...locale]/help/errors', 'errors/index.astro'),
    page('/[...locale]/help/errors/[family]', 'errors/[family].astro'),
  ];
}
