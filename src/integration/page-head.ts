import { copyName } from '../readers/copy-name.ts';
import { type DescribedPage, structuredData } from '../readers/structured-data.ts';
import { errorsPage } from '../schemas/glossary.ts';
import { cardName } from './card-name.ts';
import { errorsAt, listingAt, localesAt, localUrl, pageAt, topicId } from './page-paths.ts';
import type { SiteData } from './site-data.ts';

/** A tag of a page's head, as Starlight takes it. */
export interface HeadTag {
  tag: 'title' | 'base' | 'link' | 'style' | 'meta' | 'script' | 'noscript' | 'template';
  attrs?: Record<string, string | boolean | undefined> | undefined;
  content?: string | undefined;
}

export interface PageHead {
  /** Starlight's own, for the page as it stands. */
  head: readonly HeadTag[];
  site: SiteData;
  /** The page's path without the slashes around it; the home page's is empty. */
  slug: string;
  /** Of the path. */
  locale: string;
  base: string;
}

/**
 * The head of a page of the public site: which page this is (one that stands in for a missing translation is the one in
 * the first language), what it is in other languages, as Markdown and as a feed, how it looks where it is shared, and
 * what it is in schema.org's words. Starlight's tags that say the same go.
 */
export function pageHead({ head, site, slug, locale, base }: PageHead): HeadTag[] {
  const { siteUrl } = site;
  if (!siteUrl) return [...head];
  const [first = 'en'] = site.locales;
  const absolute = (path: string): string => new URL(path, siteUrl).href;
  const found = pageAt(slug, site);
  const page = found ? site.pages[found.id] : undefined;
  const sourceId = page?.sourceId ?? found?.id ?? 'index';
  // What the text is in, whatever the path says.
  const own = page?.locale ?? locale;
  const urlIn = (each: string, id = sourceId): string => absolute(localUrl(id, each, site, base));
  const home = urlIn(locale, 'index');
  const hasHome = own === first || site.pages[own] !== undefined;
  const card = `${page ? urlIn(own) : urlIn(hasHome ? own : first, 'index')}${cardName}`;
  const title = page?.title ?? site.words[locale]?.title ?? site.brand;
  const feed: HeadTag = {
    tag: 'link',
    attrs: {
      rel: 'alternate',
      type: 'application/rss+xml',
      title: site.words[locale]?.feed ?? title,
      href: `${home}rss.xml`,
    },
  };
  const shared = sharing(card, title);
  const describe = (described: Omit<DescribedPage, 'lang' | 'image'>): HeadTag => ({
    tag: 'script',
    attrs: { type: 'application/ld+json' },
    content: inScript(
      JSON.stringify(
        structuredData(
          { ...described, lang: site.languages[own]?.lang ?? own, image: card },
          {
            brand: site.brand,
            title: site.words[own]?.title ?? site.brand,
            home: urlIn(own, 'index'),
            root: urlIn(first, 'index'),
          },
        ),
      ),
    ),
  });
  const help = { name: site.words[own]?.help ?? site.brand, url: urlIn(own, 'help') };
  if (!page || !found) {
    const about = listed(head);
    const errors = errorsAt(slug, site);
    const isTopic = (listingAt(slug, site)?.id ?? 'help') !== 'help';
    const allErrors = { name: site.words[own]?.errors ?? site.brand, url: urlIn(own, errorsPage) };
    const above = isTopic || errors ? [help, ...(errors?.family ? [allErrors] : [])] : [];
    const list = localesAt(slug, site).length > 0 && about;
    const tags = list
      ? [
          ...shared,
          describe({
            ...about,
            kind: 'list',
            changed: null,
            shape: null,
            above,
            translations: { of: null, into: [] },
          }),
        ]
      : shared;
    return [...head.filter((tag) => !isIn(tag, shared)), feed, ...tags];
  }

  const url = urlIn(own);
  const translated = site.locales.filter((each) =>
    each === first ? site.pages[sourceId] : site.pages[sourceId === 'index' ? each : `${each}/${sourceId}`],
  );
  const isHome = sourceId === 'index';
  const topic = site.topics.find(({ id }) => id === page.topic);
  const tags: HeadTag[] = [
    { tag: 'link', attrs: { rel: 'canonical', href: url } },
    ...(translated.length > 1
      ? [
          ...translated.map((each) => hreflang(site.languages[each]?.lang ?? each, urlIn(each))),
          hreflang('x-default', urlIn(first)),
        ]
      : []),
    { tag: 'link', attrs: { rel: 'alternate', type: 'text/markdown', title, href: `${url}${copyName}` } },
    feed,
    meta('og:type', isHome ? 'website' : 'article'),
    meta('og:url', url),
    meta('og:locale', openGraphLocale(site.languages[own]?.lang ?? own)),
    ...translated
      .filter((each) => each !== own)
      .map((each) => meta('og:locale:alternate', openGraphLocale(site.languages[each]?.lang ?? each))),
    ...(page.changed && !isHome ? [meta('article:modified_time', page.changed)] : []),
    ...shared,
    describe({
      kind: isHome ? 'home' : 'article',
      title: page.title,
      description: page.description,
      url,
      changed: page.changed,
      shape: page.shape,
      above: topic
        ? [help, { name: topic.name[own] ?? topic.name[first] ?? topic.id, url: urlIn(own, topicId(topic.id)) }]
        : [],
      translations: {
        of: own === first ? null : urlIn(first),
        into: own === first ? translated.filter((each) => each !== first).map((each) => urlIn(each)) : [],
      },
    }),
  ];
  const kept = head.filter((tag) => !isIn(tag, tags) && !tag.attrs?.hreflang);
  return [...kept, ...tags];
}

/** What Starlight says of a page that is no article: its title, what it is about, and where it stands. */
function listed(head: readonly HeadTag[]): Pick<DescribedPage, 'title' | 'description' | 'url'> | null {
  const of = (name: string): string | null =>
    (head.find(({ attrs }) => attrs?.property === name)?.attrs?.content as string | undefined) ?? null;
  const [title, url] = [of('og:title'), of('og:url')];
  return title && url ? { title, description: of('og:description'), url } : null;
}

/** How a page looks where somebody shares it. */
function sharing(card: string, title: string): HeadTag[] {
  return [
    meta('og:image', card),
    meta('og:image:type', 'image/png'),
    meta('og:image:width', '1200'),
    meta('og:image:height', '630'),
    meta('og:image:alt', title),
  ];
}

const meta = (property: string, content: string): HeadTag => ({ tag: 'meta', attrs: { property, content } });
const hreflang = (lang: string, href: string): HeadTag => ({
  tag: 'link',
  attrs: { rel: 'alternate', hreflang: lang, href },
});

/** Whether `tags` say the same thing, of which there is one in a head. */
function isIn({ tag, attrs }: HeadTag, tags: readonly HeadTag[]): boolean {
  return tags.some(
    (own) =>
      own.tag === tag &&
      ((tag === 'meta' && attrs?.property !== undefined && own.attrs?.property === attrs.property) ||
        (attrs?.rel === 'canonical' && own.attrs?.rel === 'canonical')),
  );
}

/** Open Graph writes `pt_BR`. */
const openGraphLocale = (lang: string): string => lang.replaceAll('-', '_');

/** JSON that no text of a page can end early. */
const inScript = (json: string): string => json.replaceAll('<', '\\u003c');
