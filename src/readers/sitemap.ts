import { escapeXml } from '../text/escape-xml.ts';

/** A page as its own head tells of it. */
export interface SitemapPage {
  /** Its canonical address. */
  url: string;
  /** ISO 8601; `null` where the page does not say. */
  changed: string | null;
  /** The page in each language, its own among them; none where it has one language. */
  languages: readonly { lang: string; url: string }[];
}

/** A sitemap holds so many addresses at most. */
const most = 50_000;

/**
 * The sitemaps of a site by the name of their file, with an index of them.
 *
 * @param address - Where the files will be, with a slash at the end.
 * @see https://www.sitemaps.org/protocol.html
 */
export function sitemaps(pages: readonly SitemapPage[], address: string): Map<string, string> {
  const sorted = [...pages].sort((a, b) => a.url.localeCompare(b.url, 'en'));
  const parts = Array.from({ length: Math.max(1, Math.ceil(sorted.length / most)) }, (_, index) =>
    sorted.slice(index * most, (index + 1) * most),
  );
  const files = parts.map((part, index): [string, string] => [`sitemap-${index}.xml`, urlset(part)]);
  const entries = files.map(([name]) => `<sitemap><loc>${escapeXml(address + name)}</loc></sitemap>`);
  const index = `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</sitemapindex>\n`;
  return new Map([['sitemap-index.xml', index], ...files]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function urlset(pages: readonly SitemapPage[]): string {
  const entries = pages.map(({ url, changed, languages }) => {
    const others = languages.map(
      (each) => `<xhtml:link rel="alternate" hreflang="${escapeXml(each.lang)}" href="${escapeXml(each.url)}"/>`,
    );
    return `<url><loc>${escapeXml(url)}</loc>${changed ? `<lastmod>${escapeXml(changed)}</lastmod>` : ''}${others.join('')}</url>`;
  });
  return `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
}
