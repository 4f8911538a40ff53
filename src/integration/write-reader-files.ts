import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { glob } from 'tinyglobby';
import { articleFeed } from '../readers/article-feed.ts';
import { copyName } from '../readers/copy-name.ts';
import { llmsFull, llmsTxt } from '../readers/llms-txt.ts';
import { type SitemapPage, sitemaps } from '../readers/sitemap.ts';
import { cardName } from './card-name.ts';
import { localUrl } from './page-paths.ts';
import type { ReaderPage } from './reader-pages.ts';
import type { SiteData, SitePage } from './site-data.ts';
import { sitemapPage } from './sitemap-page.ts';
import { fill, type Words } from './words.ts';
import { writeCards } from './write-cards.ts';

export interface ReaderFiles {
  /** The built public site. */
  outDir: string;
  site: SiteData;
  siteUrl: string;
  base: string;
  /** By page id. */
  pages: ReadonlyMap<string, ReaderPage>;
  /** By locale. */
  words: Readonly<Record<string, Words>>;
}

/**
 * Writes what the public site has for readers that are no browsers: a Markdown copy and a card beside each page, and in
 * each language `llms.txt`, `llms-full.txt` and a feed of articles; then the sitemap of all finished pages.
 */
export async function writeReaderFiles(options: ReaderFiles): Promise<void> {
  const { outDir, site, siteUrl, base, pages } = options;
  const files = new Map<string, string>();
  const cards = new Map<string, { site: string; title: string }>();
  for (const [id, page] of Object.entries(site.pages)) {
    const folder = id === 'index' ? '' : `${id}/`;
    const copy = pages.get(id)?.copy;
    if (copy !== undefined) files.set(`${folder}${copyName}`, copy);
    cards.set(`${folder}${cardName}`, { site: site.words[page.locale]?.title ?? site.brand, title: page.title });
  }
  for (const locale of site.locales)
    for (const [name, text] of ofLanguage(locale, options))
      files.set(locale === site.locales[0] ? name : `${locale}/${name}`, text);
  const address = new URL(base.endsWith('/') ? base : `${base}/`, siteUrl).href;
  for (const [name, text] of sitemaps(await finishedPages(outDir, address), address)) files.set(name, text);
  await Promise.all([
    writeCards(outDir, cards),
    ...[...files].map(async ([path, text]) => {
      const file = join(outDir, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }),
  ]);
}

/** One language's own files by name. */
function ofLanguage(locale: string, { site, siteUrl, base, pages, words }: ReaderFiles): [string, string][] {
  const own = words[locale];
  if (!own) return [];
  const [first = 'en', ...others] = site.locales;
  const absolute = (path: string): string => new URL(path, siteUrl).href;
  const homeIn = (each: string): string => absolute(localUrl('index', each, site, base));
  const articles = Object.entries(site.pages)
    .filter(([, page]) => page.locale === locale && (page.sourceId ?? '') !== 'index')
    .filter(([id]) => id !== 'index')
    .map(([id, page]) => ({ id, page, url: absolute(localUrl(page.sourceId ?? id, locale, site, base)) }))
    .sort((a, b) => a.page.title.localeCompare(b.page.title, site.languages[locale]?.lang));
  const home: SitePage | undefined = site.pages[locale === first ? 'index' : locale];
  const title = site.words[locale]?.title ?? site.brand;
  const llmsSite = {
    title,
    description: home?.description ?? null,
    pages: articles.map(({ page: { title, description }, url }) => ({ title, description, copy: `${url}${copyName}` })),
    languages: [first, ...others]
      .filter((each) => each !== locale)
      .map((each) => ({ label: site.languages[each]?.label ?? each, url: `${homeIn(each)}llms.txt` })),
  };
  const llmsWords = {
    about: [
      fill(own['runlight.llms.about'], { brand: site.brand }),
      fill(own['runlight.llms.never'], { brand: site.brand }),
      own['runlight.llms.now'],
    ],
    articles: own['runlight.nav.help'],
    languages: own['runlight.home.languages'],
    optional: own['runlight.llms.optional'],
    whole: own['runlight.llms.whole'],
  };
  const head = llmsTxt({ ...llmsSite, pages: [], languages: [], whole: null }, llmsWords);
  const full = llmsFull(
    head,
    articles.flatMap(({ id }) => pages.get(id)?.copy ?? []),
  );
  const whole = full === null ? null : `${homeIn(locale)}llms-full.txt`;
  const feed = articleFeed({
    title: site.words[locale]?.feed ?? title,
    description: home?.description ?? title,
    lang: site.languages[locale]?.lang ?? locale,
    home: homeIn(locale),
    url: `${homeIn(locale)}rss.xml`,
    articles: articles.flatMap(({ page: { title, description, changed }, url }) =>
      changed ? [{ title, description, url, changed }] : [],
    ),
  });
  return [
    ['llms.txt', llmsTxt({ ...llmsSite, whole }, llmsWords)],
    ...(full === null ? [] : [['llms-full.txt', full] as [string, string]]),
    ['rss.xml', feed],
  ];
}

/** All pages that may be in an index, as their heads tell of them. */
async function finishedPages(outDir: string, address: string): Promise<SitemapPage[]> {
  const found: SitemapPage[] = [];
  for (const path of await glob('**/index.html', { cwd: outDir, ignore: 'pagefind/**' })) {
    const html = await readFile(join(outDir, path), 'utf8');
    const page = sitemapPage(html, new URL(encodeURI(path.replace(/index\.html$/, '')), address).href);
    if (page) found.push(page);
  }
  return found;
}
