import glossary from 'virtual:runlight/glossary';
import site from 'virtual:runlight/site';
import triage from 'virtual:runlight/triage';
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { areaName } from './area-name.ts';
import { errorFamilies } from './error-families.ts';
import { pageHead } from './page-head.ts';
import { localesAt, localUrl, pageAt, slugOf } from './page-paths.ts';
import { navigation, sidebar } from './sidebar.ts';
import { fill, type Words } from './words.ts';

const base = import.meta.env.BASE_URL;
const sections = navigation(site);
const [firstLocale = 'en'] = site.locales;
const has = {
  journeys: Object.keys(triage.journeys).length > 0,
  providers: Object.keys(triage.providers).length > 0,
  glossary: Object.keys(glossary.families).length > 0,
};
/** By locale: the pages of error texts. */
const errors = new Map(site.locales.map((locale) => [locale, errorFamilies(glossary.shown, locale)]));

/** What Starlight cannot know of our pages: their navigation, languages, dates and edit links. */
export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  const route = locals.starlightRoute;
  const slug = slugOf(url.pathname, base);
  const found = pageAt(slug, site);
  const page = found ? site.pages[found.id] : undefined;
  const locale = route.locale ?? firstLocale;
  const t = (key: keyof Words): string => locals.t(key);

  route.sidebar = sidebar({
    site,
    sections,
    slug,
    locale,
    base,
    has,
    errors: errors.get(locale) ?? [],
    words: {
      home: t('runlight.nav.home'),
      board: t('runlight.nav.board'),
      trees: t('runlight.nav.trees'),
      incidents: t('runlight.nav.incidents'),
      status: t('runlight.status.all'),
      journeys: t('runlight.nav.journeys'),
      providers: t('runlight.nav.providers'),
      runbooks: t('runlight.nav.runbooks'),
      help: t('runlight.nav.help'),
      macros: t('runlight.nav.macros'),
      glossary: t('runlight.nav.glossary'),
      errors: t('runlight.errors.title'),
      checks: t('runlight.nav.checks'),
      codes: t('runlight.nav.codes'),
      overview: t('runlight.nav.overview'),
      all: (count) => fill(t('runlight.nav.all'), { count }),
      area: (name) => areaName(name, locals),
      articles: t('runlight.topics.all'),
      others: t('runlight.topics.other'),
    },
  });
  // The desk is English, and the internal site has no other home.
  if (site.audience === 'internal') route.siteTitleHref = localUrl('index', firstLocale, site, base);
  route.lastUpdated = page?.updated ? new Date(page.updated) : undefined;
  route.editUrl =
    site.editUrl && page?.internal ? new URL(page.internal.path, `${site.editUrl.replace(/\/$/, '')}/`) : undefined;
  if (site.audience === 'public') {
    route.head = pageHead({ head: route.head, site, slug, locale, base });
    const title = site.words[locale]?.statusFeed.title ?? '';
    const statusPage = localUrl('status', locale, site, base);
    const status = site.siteUrl ? new URL(statusPage, site.siteUrl).href : statusPage;
    for (const kind of ['rss', 'atom'])
      route.head.push({
        tag: 'link',
        attrs: {
          rel: 'alternate',
          type: `application/${kind}+xml`,
          title,
          href: `${status}${kind}.xml`,
        },
        content: '',
      });
  }
  const hasLanguages = localesAt(slug, site).length > 1;
  const isNowhere = route.id === '404';
  route.head = route.head.filter(({ tag, attrs }) => {
    if (tag === 'link' && attrs?.hreflang) return hasLanguages;
    // The page for what is not there has no address of its own.
    return !(isNowhere && (attrs?.rel === 'canonical' || attrs?.property === 'og:url'));
  });
});
