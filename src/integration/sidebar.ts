import { errorsPage } from '../schemas/glossary.ts';
import { textIn } from '../schemas/texts.ts';
import { listings, localUrl, topicId } from './page-paths.ts';
import type { SiteData, SitePage } from './site-data.ts';

export interface SidebarLink {
  type: 'link';
  label: string;
  href: string;
  isCurrent: boolean;
  badge: undefined;
  attrs: Record<string, never>;
}
export interface SidebarGroup {
  type: 'group';
  label: string;
  entries: (SidebarLink | SidebarGroup)[];
  collapsed: boolean;
  badge: undefined;
}

/** The words that a sidebar needs, in the page's language. */
export interface SidebarWords {
  home: string;
  board: string;
  trees: string;
  journeys: string;
  incidents: string;
  status: string;
  providers: string;
  runbooks: string;
  help: string;
  macros: string;
  glossary: string;
  errors: string;
  checks: string;
  codes: string;
  overview: string;
  /** The list of all articles. */
  articles: string;
  /** Articles without a topic, where others have one. */
  others: string;
  /** For an area with more pages than fit. */
  all(count: number): string;
  area(slug: string): string;
}

interface Section {
  /** An area's folder, a topic's id; empty for articles without a topic. */
  slug: string;
  /** In the order of their titles. */
  pages: { id: string; title: string }[];
}

/** Pages by section, made once for all sidebars. */
export interface Navigation {
  areas: Section[];
  topics: Section[];
}

/** How many pages of a section a page lists at most, so that HTML does not grow with the tree. */
const most = 40;

/** Groups runbooks by area, and articles by their topic. */
export function navigation(site: SiteData): Navigation {
  const sections = (prefix: string, slugOf: (id: string, page: SitePage) => string): Section[] => {
    const found = new Map<string, Section>();
    for (const [id, page] of Object.entries(site.pages)) {
      if (page.sourceId !== null || !id.startsWith(prefix)) continue;
      const slug = slugOf(id, page);
      const section = found.get(slug) ?? { slug, pages: [] };
      section.pages.push({ id, title: page.title });
      found.set(slug, section);
    }
    return [...found.values()].map(({ slug, pages }) => ({
      slug,
      pages: pages.sort((a, b) => a.title.localeCompare(b.title, 'en')),
    }));
  };
  // `runbooks/swaps` itself, an index page, belongs to its own area.
  const areas = sections('runbooks/', (id) => id.split('/')[1] ?? '').sort((a, b) =>
    a.slug === 'triage' ? -1 : b.slug === 'triage' ? 1 : a.slug.localeCompare(b.slug, 'en'),
  );
  const order = site.topics.map(({ id }) => id);
  const topics = sections('help/', (_, { topic }) => (topic !== null && order.includes(topic) ? topic : '')).sort(
    // Those without one come last.
    (a, b) => (order.indexOf(a.slug) + 1 || Infinity) - (order.indexOf(b.slug) + 1 || Infinity),
  );
  return { areas, topics };
}

export interface SidebarRequest {
  site: SiteData;
  sections: Navigation;
  /** The page's path without slashes around it; the home page's is empty. */
  slug: string;
  locale: string;
  base: string;
  words: SidebarWords;
  /** Which of the team's own pages there is anything for. */
  has: { journeys: boolean; providers: boolean; glossary: boolean };
  /** Families of error texts that users read about, in the language's order. */
  errors: readonly { id: string; title: string }[];
}

/** The pages around the current one, and one link for each other section. */
export function sidebar({
  site,
  sections,
  slug,
  locale,
  base,
  words,
  has,
  errors,
}: SidebarRequest): (SidebarLink | SidebarGroup)[] {
  const [first = 'en'] = site.locales;
  const prefix = locale === first ? '' : `${locale}/`;
  const bare = slug.startsWith(prefix) ? slug.slice(prefix.length) : slug;
  const link = (label: string, href: string): SidebarLink => ({
    type: 'link',
    label,
    href,
    isCurrent: href === `${base.replace(/\/$/, '')}${slug === '' ? '/' : `/${slug}/`}`,
    badge: undefined,
    attrs: {},
  });
  const group = (label: string, entries: (SidebarLink | SidebarGroup)[]): SidebarGroup => ({
    type: 'group',
    label,
    entries,
    collapsed: false,
    badge: undefined,
  });
  const home = localUrl('index', site.audience === 'internal' ? first : locale, site, base);

  const articleLinks = ({ pages }: Section): SidebarLink[] =>
    around(pages, bare).map(({ id, title }) =>
      link(translated(id, locale, site) ?? title, localUrl(id, locale, site, base)),
    );
  const hasListings = listings(site).length > 0;
  const currentTopic = bare.startsWith('topics/') ? bare.split('/')[1] : (site.pages[bare]?.topic ?? '');
  const byTopic = sections.topics.map((section): SidebarLink | SidebarGroup => {
    const topic = site.topics.find(({ id }) => id === section.slug);
    if (!topic) return group(site.topics.length > 0 ? words.others : words.help, articleLinks(section));
    const label = textIn(topic.name, locale);
    const index = localUrl(topicId(topic.id), locale, site, base);
    if (!hasListings) return group(label, articleLinks(section));
    if (topic.id !== currentTopic) return link(label, index);
    const first = section.pages.length > most ? words.all(section.pages.length) : words.overview;
    return group(label, [link(first, index), ...articleLinks(section)]);
  });
  const articles = hasListings ? [link(words.articles, localUrl('help', locale, site, base)), ...byTopic] : byTopic;
  const allErrors = localUrl(errorsPage, locale, site, base);
  const isErrors = bare === errorsPage || bare.startsWith(`${errorsPage}/`);
  const families = errors.map(({ id, title }) => link(title, localUrl(`${errorsPage}/${id}`, locale, site, base)));
  const help: (SidebarLink | SidebarGroup)[] = [
    ...articles,
    ...(isErrors && families.length > 0 ? [group(words.errors, [link(words.overview, allErrors), ...families])] : []),
    ...(!isErrors && families.length > 0 ? [link(words.errors, allErrors)] : []),
  ];
  if (site.audience === 'public')
    return [link(words.home, home), link(words.status, localUrl('status', locale, site, base)), ...help];

  const isHelp = /^(help|topics)(\/|$)/.test(bare);
  const current = bare.startsWith('runbooks/') ? bare.split('/')[1] : null;
  const areas = sections.areas.map((area) => {
    const index = localUrl(`runbooks/${area.slug}`, first, site, base);
    if (area.slug !== current) return link(words.area(area.slug), index);
    const shown = around(area.pages, bare).filter(({ id }) => id !== `runbooks/${area.slug}`);
    const entries = shown.map(({ id, title }) => link(title, localUrl(id, first, site, base)));
    return group(words.area(area.slug), [
      link(area.pages.length > most ? words.all(area.pages.length) : words.overview, index),
      ...entries,
    ]);
  });
  return [
    link(words.home, home),
    link(words.board, localUrl('board', first, site, base)),
    link(words.trees, localUrl('trees', first, site, base)),
    link(words.incidents, localUrl('incidents', first, site, base)),
    ...(has.journeys ? [link(words.journeys, localUrl('journeys', first, site, base))] : []),
    ...(areas.length > 0 ? [group(words.runbooks, areas)] : []),
    ...(isHelp
      ? [group(words.help, help)]
      : sections.topics.length > 0
        ? [link(words.help, localUrl('help', first, site, base))]
        : []),
    link(words.macros, localUrl('macros', first, site, base)),
    ...(has.glossary ? [link(words.glossary, localUrl('glossary', first, site, base))] : []),
    ...(has.providers ? [link(words.providers, localUrl('providers', first, site, base))] : []),
    link(words.checks, localUrl('checks', first, site, base)),
    link(words.codes, localUrl('codes', first, site, base)),
  ];
}

function translated(id: string, locale: string, site: SiteData): string | null {
  return site.pages[`${locale}/${id}`]?.title ?? null;
}

/** At most `most` pages, the current one in the middle of them. */
function around<P extends { id: string }>(pages: readonly P[], current: string): readonly P[] {
  if (pages.length <= most) return pages;
  const index = Math.max(
    0,
    pages.findIndex(({ id }) => id === current),
  );
  const start = Math.min(Math.max(0, index - most / 2), pages.length - most);
  return pages.slice(start, start + most);
}
