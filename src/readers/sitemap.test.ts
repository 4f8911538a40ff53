import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { sitemaps } from './sitemap.ts';

const address = 'https://help.example.com/';
const page = (path: string) => ({ url: `${address}${path}`, changed: null, languages: [] });

describe('sitemaps', () => {
  it('has each page with its day and its languages, in the order of their addresses', () => {
    const languages = [
      { lang: 'en', url: `${address}b/` },
      { lang: 'x-default', url: `${address}b/` },
    ];
    const files = sitemaps([{ url: `${address}b/?a=1&b=2`, changed: '2026-11-26', languages }, page('a/')], address);
    const read = new XMLParser({ ignoreAttributes: false }).parse(files.get('sitemap-0.xml') ?? '', true);
    expect(read.urlset.url).toEqual([
      { loc: `${address}a/` },
      {
        loc: `${address}b/?a=1&b=2`,
        lastmod: '2026-11-26',
        'xhtml:link': languages.map(({ lang, url }) => ({ '@_rel': 'alternate', '@_hreflang': lang, '@_href': url })),
      },
    ]);
  });

  it('is split where one file would hold too many, and the index names each', () => {
    const files = sitemaps(
      Array.from({ length: 50_001 }, (_, index) => page(`${index}/`)),
      address,
    );
    expect([...files.keys()]).toEqual(['sitemap-index.xml', 'sitemap-0.xml', 'sitemap-1.xml']);
    expect(files.get('sitemap-index.xml')).toContain(`<loc>${address}sitemap-1.xml</loc>`);
    expect(files.get('sitemap-1.xml')?.match(/<url>/g)).toHaveLength(1);
  });
});
