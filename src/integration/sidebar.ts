import { errorsPage } from '../schemas/glossary.ts';
import { localUrl } from './page-paths.ts';
import type { SiteData } from './site-data.ts';

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
  providers: string;
  runbooks: string;
  help: string;
  macros: string;
  glossary: string;
  errors: string;
  checks: string;
  codes: string;
  overview: string;
  /** For an area with more pages than fit. */
  all(count: number): string;
  area(slug: string): string;
}

interface Section {
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

/** Groups runbooks by area, and articles by the folder they stand in. */
export function navigation(site: SiteData): Navigation {
  const section = (prefix: string): Section[] => {
    const sections = new Map<string, Section>();
    for (const [id, page] of Object.entries(site.pages)) {
      if (page.sourceId !== null || !id.startsWith(prefix)) continue;
      const parts = id.slice(prefix.length).split('/');
      // `runbooks/swaps` itself, an index page, belongs to its own section.
      const slug = parts.length > 1 || prefix === 'runbooks/' ? (parts[0] ?? '') : '';
      const found = sections.get(slug) ?? { slug, pages: [] };
      found.pages.push({ id, title: page.title });
      sections.set(slug, found);
    }
    return [...sections.values()]
      .map(({ slug, pages }) => ({ slug, pages: pages.sort((a, b) => a.title.localeCompare(b.title, 'en')) }))
      .sort((a, b) => (a.slug === 'triage' ? -1 : b.slug === 'triage' ? 1 : a.slug.localeCompare(b.slug, 'en')));
  };
  return { areas: section('runbooks/'), topics: section('help/') };
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
  has: { journeys: boolean; providers: boolean; glossary: boolean; errors: boolean };
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

  const articles = sections.topics.map((topic) => {
    const entries = around(topic.pages, bare).map(({ id, title }) =>
      link(translated(id, locale, site) ?? title, localUrl(id, locale, site, base)),
    );
    return group(topic.slug === '' ? words.help : words.area(topic.slug), entries);
  });
  if (site.audience === 'public') {
    const errors = has.errors ? [link(words.errors, localUrl(errorsPage, locale, site, base))] : [];
    return [link(words.home, home), ...articles, ...errors];
  }

  const isHelp = bare.startsWith('help/');
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
    ...(has.journeys ? [link(words.journeys, localUrl('journeys', first, site, base))] : []),
    ...(areas.length > 0 ? [group(words.runbooks, areas)] : []),
    ...(isHelp ? articles : sections.topics.length > 0 ? [link(words.help, localUrl('help', first, site, base))] : []),
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
