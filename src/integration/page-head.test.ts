import { describe, expect, it } from 'vitest';
import { graphMistakes } from '../readers/graph-mistakes.fixture.ts';
import { configSchema } from '../schemas/config.ts';
import { loadWords } from './load-words.ts';
import { type HeadTag, pageHead } from './page-head.ts';
import type { SiteData, SitePage } from './site-data.ts';

const { locales } = configSchema.parse({});
const page = (title: string, locale = 'en', sourceId: string | null = null): SitePage => ({
  title,
  description: `About ${title}`,
  locale,
  sourceId,
  updated: null,
  changed: '2026-11-26T00:00:00.000Z',
  shape: null,
  symptoms: [],
  topic: null,
  journeys: [],
  hasBlocks: false,
  freshFor: 0,
  internal: null,
});
const site = {
  audience: 'public',
  brand: 'Example Wallet',
  siteUrl: 'https://help.example.com',
  locales: Object.keys(locales),
  languages: locales,
  editUrl: null,
  words: Object.fromEntries(
    Object.keys(loadWords(locales)).map((locale) => [
      locale,
      { title: `Help ${locale}`, help: `Articles ${locale}`, errors: `Errors ${locale}`, feed: `Feed ${locale}` },
    ]),
  ) as SiteData['words'],
  pages: {
    index: page('Home'),
    es: page('Inicio', 'es', 'index'),
    'help/fees': page('Fees </script>'),
    'es/help/fees': { ...page('Comisiones', 'es', 'help/fees'), topic: 'money' },
    'help/alone': page('Alone'),
  },
  pictures: {},
  topics: [
    {
      id: 'money',
      name: { en: 'Money', es: 'Dinero', 'pt-br': 'Dinheiro' },
      about: { en: 'a', es: 'a', 'pt-br': 'a' },
    },
  ],
  status: { journeys: {}, incidents: [] },
  checks: {},
} satisfies SiteData;

const starlights: HeadTag[] = [
  { tag: 'title', content: 'x' },
  { tag: 'link', attrs: { rel: 'canonical', href: 'https://help.example.com/wrong/' } },
  { tag: 'link', attrs: { rel: 'alternate', hreflang: 'en', href: 'https://help.example.com/wrong/' } },
  { tag: 'meta', attrs: { property: 'og:url', content: 'https://help.example.com/wrong/' } },
  { tag: 'meta', attrs: { property: 'og:locale', content: 'pt-BR' } },
];
const headOf = (slug: string, locale = 'en', base = '/') =>
  pageHead({ head: starlights, site: { ...site, locales: [...site.locales] }, slug, locale, base });
const links = (tags: readonly HeadTag[], name: string) =>
  tags.flatMap(({ tag, attrs }) => (tag === 'link' && attrs?.[name] ? [[attrs[name], attrs.href]] : []));
const metas = (tags: readonly HeadTag[], property: string) =>
  tags.flatMap(({ tag, attrs }) => (tag === 'meta' && attrs?.property === property ? [attrs.content] : []));
const canonical = (tags: readonly HeadTag[]) =>
  tags.filter(({ attrs }) => attrs?.rel === 'canonical').map(({ attrs }) => attrs?.href);
const graphOf = (tags: readonly HeadTag[]) =>
  JSON.parse(tags.find(({ attrs }) => attrs?.type === 'application/ld+json')?.content ?? 'null');
const placesIn = (graph: { '@graph': { '@type': string; itemListElement?: { name: string; item: string }[] }[] }) =>
  graph['@graph']
    .find((thing) => thing['@type'] === 'BreadcrumbList')
    ?.itemListElement?.map(({ name, item }) => [name, item]);

describe('pageHead', () => {
  it('names the languages that a page is really in, and the first one for everybody else', () => {
    expect(links(headOf('es/help/fees', 'es'), 'hreflang')).toEqual([
      ['en', 'https://help.example.com/help/fees/'],
      ['es', 'https://help.example.com/es/help/fees/'],
      ['x-default', 'https://help.example.com/help/fees/'],
    ]);
    expect(links(headOf('help/alone'), 'hreflang')).toEqual([]);
    expect(links(headOf('', 'en'), 'hreflang').map(([lang]) => lang)).toEqual(['en', 'es', 'x-default']);
  });

  it('says each thing once, whatever Starlight said', () => {
    const tags = headOf('es/help/fees', 'es');
    expect(canonical(tags)).toEqual(['https://help.example.com/es/help/fees/']);
    expect(metas(tags, 'og:url')).toEqual(['https://help.example.com/es/help/fees/']);
    expect(metas(tags, 'og:locale')).toEqual(['es']);
    expect(metas(tags, 'og:locale:alternate')).toEqual(['en']);
    expect(tags[0]).toEqual({ tag: 'title', content: 'x' });
  });

  it('leads from a page that stands in for a translation to the one in the language of its text', () => {
    const tags = headOf('pt-br/help/fees', 'pt-br');
    expect(canonical(tags)).toEqual(['https://help.example.com/help/fees/']);
    expect(metas(tags, 'og:image')).toEqual(['https://help.example.com/help/fees/card.png']);
    expect(links(tags, 'type')).toEqual([
      ['text/markdown', 'https://help.example.com/help/fees/index.md'],
      ['application/rss+xml', 'https://help.example.com/pt-br/rss.xml'],
    ]);
  });

  it('keeps to the path that the site is served under', () => {
    const tags = headOf('es/help/fees', 'es', '/kb/');
    expect(canonical(tags)).toEqual(['https://help.example.com/kb/es/help/fees/']);
    expect(metas(tags, 'og:image')).toEqual(['https://help.example.com/kb/es/help/fees/card.png']);
  });

  it.each([
    ['help/fees', 'en'],
    ['es/help/fees', 'es'],
    ['es', 'es'],
    ['', 'en'],
  ])('has structured data for /%s that no title can end early', (slug, locale) => {
    const script = headOf(slug, locale).find(({ attrs }) => attrs?.type === 'application/ld+json');
    expect(script?.content).not.toContain('</');
    expect(graphMistakes(JSON.parse((script?.content ?? '').replaceAll(' \\u003c/script>', '')))).toEqual([]);
  });

  it('leads to an article through its topic', () => {
    const graph = graphOf(headOf('es/help/fees', 'es'));
    expect(placesIn(graph)).toEqual([
      ['Help es', 'https://help.example.com/es/'],
      ['Articles es', 'https://help.example.com/es/help/'],
      ['Dinero', 'https://help.example.com/es/topics/money/'],
      ['Comisiones', 'https://help.example.com/es/help/fees/'],
    ]);
  });

  it('gives a page that is no article a card and a feed, and says that it is a list', () => {
    const own: HeadTag[] = [
      { tag: 'meta', attrs: { property: 'og:title', content: 'Dinero' } },
      { tag: 'meta', attrs: { property: 'og:url', content: 'https://help.example.com/es/topics/money/' } },
    ];
    const tags = pageHead({
      head: own,
      site: { ...site, locales: [...site.locales] },
      slug: 'es/topics/money',
      locale: 'es',
      base: '/',
    });
    expect(metas(tags, 'og:image')).toEqual(['https://help.example.com/es/card.png']);
    expect(graphMistakes(graphOf(tags))).toEqual([]);
    expect(placesIn(graphOf(tags))).toEqual([
      ['Help es', 'https://help.example.com/es/'],
      ['Articles es', 'https://help.example.com/es/help/'],
      ['Dinero', 'https://help.example.com/es/topics/money/'],
    ]);
  });

  it.each([
    ['es/help/errors', []],
    ['es/help/errors/evm', [['Errors es', 'https://help.example.com/es/help/errors/']]],
  ])('puts the list of errors /%s below help, and a family below all errors', (slug, above) => {
    const url = `https://help.example.com/${slug}/`;
    const tags = pageHead({
      head: [
        { tag: 'meta', attrs: { property: 'og:title', content: 'Errores' } },
        { tag: 'meta', attrs: { property: 'og:url', content: url } },
      ],
      site: { ...site, locales: [...site.locales] },
      slug,
      locale: 'es',
      base: '/',
    });
    expect(graphMistakes(graphOf(tags))).toEqual([]);
    expect(placesIn(graphOf(tags))).toEqual([
      ['Help es', 'https://help.example.com/es/'],
      ['Articles es', 'https://help.example.com/es/help/'],
      ...above,
      ['Errores', url],
    ]);
  });

  it('gives a page that is nowhere in the tree a card and a feed, and claims no more', () => {
    const tags = headOf('es/elsewhere', 'es');
    expect(metas(tags, 'og:image')).toEqual(['https://help.example.com/es/card.png']);
    // No home page in Portuguese: its card is not drawn either.
    expect(metas(headOf('pt-br/elsewhere', 'pt-br'), 'og:image')).toEqual(['https://help.example.com/card.png']);
    expect(tags.some(({ tag }) => tag === 'script')).toBe(false);
  });

  it('leaves the internal site’s alone', () => {
    expect(pageHead({ head: starlights, site: { ...site, siteUrl: null }, slug: '', locale: 'en', base: '/' })).toEqual(
      starlights,
    );
  });
});
