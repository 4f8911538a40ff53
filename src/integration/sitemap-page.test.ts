import { describe, expect, it } from 'vitest';
import { sitemapPage } from './sitemap-page.ts';

const address = 'https://help.example.com/help/x/';
const html = (head: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/>${head}</head><body></body></html>`;
const canonical = `<link rel="canonical" href="${address}"/>`;

describe('sitemapPage', () => {
  it('reads address, day and languages off a page’s head', () => {
    const page = html(
      `${canonical}<link rel="alternate" hreflang="es" href="https://help.example.com/es/help/x/?a=1&#38;b"/><link rel="alternate" hreflang="en" href="${address}"/><meta property="article:modified_time" content="2026-11-26T00:00:00.000Z"/>`,
    );
    expect(sitemapPage(page, address)).toEqual({
      url: address,
      changed: '2026-11-26T00:00:00.000Z',
      languages: [
        { lang: 'es', url: 'https://help.example.com/es/help/x/?a=1&b' },
        { lang: 'en', url: address },
      ],
    });
  });

  it('leaves out what wants to be in no index, what says another page is the real one, and what has no address', () => {
    expect(sitemapPage(html(`${canonical}<meta name="robots" content="noindex, nofollow"/>`), address)).toBe(null);
    expect(sitemapPage(html(canonical), 'https://help.example.com/es/help/x/')).toBe(null);
    expect(sitemapPage(html(''), address)).toBe(null);
  });

  it('reads the head alone', () => {
    expect(sitemapPage(`${html('')}${canonical}`, address)).toBe(null);
  });
});
