import { pageUrl } from '../markdown/page-id.ts';
import { errorsPage } from '../schemas/glossary.ts';
import type { SiteData } from './site-data.ts';

/** Pages of the team are written once, in the default language; only what users read has other ones. */
function isTranslatable(id: string): boolean {
  return !id.startsWith('runbooks/');
}

/** Locales in which a page can be read: translated, or in the default language's words. */
export function localesOf(id: string, site: SiteData): string[] {
  const [first = 'en', ...others] = site.locales;
  const page = site.pages[id];
  const sourceId = page?.sourceId ?? id;
  if (!site.pages[sourceId] || !isTranslatable(sourceId)) return [page?.locale ?? first];
  return [first, ...others];
}

/** Pages that list articles, in every language: all of them at `help`, and those of each topic. A tree with a page `help` has its own. */
export function listings(site: SiteData): string[] {
  const ids = Object.keys(site.pages);
  if (ids.includes('help') || !ids.some((id) => id.startsWith('help/'))) return [];
  return ['help', ...site.topics.map(({ id }) => topicId(id))];
}

/** The id of the page that lists a topic's articles, as if it were a page of the tree. */
export const topicId = (topic: string): string => `topics/${topic}`;

/** The id of the list shown at a path of the site, and its language. */
export function listingAt(slug: string, site: SiteData): { id: string; locale: string } | null {
  const [first = 'en', ...others] = site.locales;
  const locale = others.find((each) => slug.startsWith(`${each}/`));
  const id = locale ? slug.slice(locale.length + 1) : slug;
  return listings(site).includes(id) ? { id, locale: locale ?? first } : null;
}

/** Locales in which the page at a path can be read. */
export function localesAt(slug: string, site: SiteData): string[] {
  const found = pageAt(slug, site);
  if (found) return localesOf(found.id, site);
  return errorsAt(slug, site) || isStatusPage(slug, site) || listingAt(slug, site) ? site.locales : [];
}

/** Which list of error texts is shown at a path: that of a family, or with `family: null` that of all. */
export function errorsAt(slug: string, { locales }: SiteData): { family: string | null } | null {
  const [, ...others] = locales;
  const locale = others.find((each) => slug.startsWith(`${each}/`));
  const id = locale ? slug.slice(locale.length + 1) : slug;
  if (id === errorsPage) return { family: null };
  const family = id.startsWith(`${errorsPage}/`) ? id.slice(errorsPage.length + 1) : '';
  return family === '' || family.includes('/') ? null : { family };
}

/**
 * The id of the page shown at a path of the site, and whether it stands in for a missing translation.
 * `slug` has no slashes around it; the home page's is empty.
 */
export function pageAt(slug: string, site: SiteData): { id: string; isFallback: boolean } | null {
  const id = slug === '' ? 'index' : slug;
  if (Object.hasOwn(site.pages, id)) return { id, isFallback: false };
  const slash = slug.indexOf('/');
  const locale = slash === -1 ? slug : slug.slice(0, slash);
  const sourceId = slash === -1 ? 'index' : slug.slice(slash + 1);
  const stands =
    site.locales.slice(1).includes(locale) &&
    Object.hasOwn(site.pages, sourceId) &&
    isTranslatable(sourceId) &&
    site.pages[sourceId]?.sourceId === null;
  return stands ? { id: sourceId, isFallback: true } : null;
}

/** Every path that the content pages have, without the slashes around it; the home page's is empty. */
export function pagePaths(site: SiteData): string[] {
  const [, ...others] = site.locales;
  return Object.entries(site.pages).flatMap(([id, page]) => {
    const own = id === 'index' ? '' : id;
    if (page.sourceId !== null || !isTranslatable(id)) return [own];
    const fallbacks = others
      .map((locale) => (own === '' ? locale : `${locale}/${own}`))
      .filter((path) => !Object.hasOwn(site.pages, path));
    return [own, ...fallbacks];
  });
}

/** A page's path on the site in a locale, translated or not, with the base and the slashes. */
export function localUrl(sourceId: string, locale: string, site: SiteData, base: string): string {
  const path = locale === site.locales[0] ? pageUrl(sourceId) : `/${locale}${pageUrl(sourceId)}`;
  return `${base.replace(/\/$/, '')}${path}`;
}

/** A path of the site without the base and the slashes around it; the home page's is empty. */
export function slugOf(pathname: string, base: string): string {
  return decodeURI(pathname)
    .slice(base.replace(/\/$/, '').length)
    .replace(/^\/|\/$/g, '')
    .replace(/(^|\/)index\.html$/, '');
}

/** Whether the public status page is shown at a path, in any language. */
export function isStatusPage(slug: string, { audience, locales }: SiteData): boolean {
  const [, ...others] = locales;
  return audience === 'public' && (slug === 'status' || others.some((locale) => slug === `${locale}/status`));
}
