import type { SitemapPage } from '../readers/sitemap.ts';

/**
 * A finished page as the sitemap has it, read off its own head, so that the two cannot contradict each other: `null` for
 * one that wants to be in no index, and for one that says another page is the real one.
 *
 * @param address - The page's own address.
 */
export function sitemapPage(html: string, address: string): SitemapPage | null {
  const head = html.slice(0, html.indexOf('</head>') + 1);
  const tags = [...head.matchAll(/<(?:link|meta)\s([^>]*)>/g)].map(([, attributes = '']) => attributesOf(attributes));
  const canonical = tags.find((tag) => tag.get('rel') === 'canonical')?.get('href');
  if (canonical !== address) return null;
  if (tags.some((tag) => tag.get('name') === 'robots' && /noindex/.test(tag.get('content') ?? ''))) return null;
  return {
    url: address,
    changed: tags.find((tag) => tag.get('property') === 'article:modified_time')?.get('content') ?? null,
    languages: tags.flatMap((tag) => {
      const [lang, url] = [tag.get('hreflang'), tag.get('href')];
      return lang !== undefined && url !== undefined ? [{ lang, url }] : [];
    }),
  };
}

/** Astro writes attributes in double quotes, and escapes these two. */
function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([a-z:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
    ]),
  );
}
