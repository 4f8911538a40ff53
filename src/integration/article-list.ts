import { localUrl } from './page-paths.ts';
import type { SiteData } from './site-data.ts';

/** Where all help articles are listed: for those who have no JavaScript, and where a search finds nothing. */
export function articleList(locale: string, site: SiteData, base: string): string {
  return localUrl('help', site.audience === 'internal' ? (site.locales[0] ?? locale) : locale, site, base);
}
