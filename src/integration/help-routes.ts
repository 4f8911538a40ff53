import { packageRoot } from '../project/folders.ts';
import { listings } from './page-paths.ts';
import type { SiteData } from './site-data.ts';

/** The lists of articles, in every language, of both sites. A tree without articles has none. */
export function helpRoutes(site: SiteData): { pattern: string; entrypoint: string }[] {
  const [, ...others] = site.locales;
  const ids = listings(site);
  const page = (pattern: string, file: string) => ({ pattern, entrypoint: `${packageRoot}/src/help-pages/${file}` });
  return ['', ...others.map((locale) => `/${locale}`)].flatMap((prefix) => [
    ...(ids.length > 0 ? [page(`${prefix}/help`, 'index.astro')] : []),
    ...(ids.length > 1 ? [page(`${prefix}/topics/[topic]`, '[topic].astro')] : []),
  ]);
}
