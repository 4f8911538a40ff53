import { describe, expect, it } from 'vitest';
import { graphMistakes } from './graph-mistakes.fixture.ts';
import { type DescribedPage, structuredData } from './structured-data.ts';

const site = {
  brand: 'Example Wallet',
  title: 'Ayuda de Example Wallet',
  home: 'https://help.example.com/es/',
  root: 'https://help.example.com/',
};
const page: DescribedPage = {
  kind: 'article',
  title: 'Mi intercambio falló',
  description: 'Qué significa el error.',
  url: 'https://help.example.com/es/help/swap-failed/',
  lang: 'es',
  changed: '2026-11-26T00:43:42.000Z',
  image: 'https://help.example.com/es/help/swap-failed/card.png',
  shape: {
    questions: [{ question: '¿Se gastó algo?', anchor: 'se-gastó-algo', answer: 'No.' }],
    steps: { name: 'Qué hacer', anchor: 'qué-hacer', steps: ['Mire.', 'Espere.', 'Pregunte.'] },
  },
  above: [{ name: 'Intercambios', url: 'https://help.example.com/es/topics/swaps/' }],
  translations: { of: 'https://help.example.com/help/swap-failed/', into: [] },
};
const typesOf = (described: DescribedPage): string[] =>
  structuredData(described, site)['@graph'].map((thing) => thing['@type']);

describe('structuredData', () => {
  it('describes an article with its place, its translations, its questions and its steps, by schema.org’s rules', () => {
    const graph = structuredData(page, site);
    expect(graphMistakes(graph)).toEqual([]);
    expect(typesOf(page)).toEqual(['Organization', 'WebSite', 'TechArticle', 'BreadcrumbList', 'FAQPage', 'HowTo']);
    const article = graph['@graph'][2];
    expect(article?.translationOfWork).toEqual({ '@id': 'https://help.example.com/help/swap-failed/#article' });
  });

  it('claims nothing that a page does not have', () => {
    const bare: DescribedPage = {
      ...page,
      description: null,
      changed: null,
      image: null,
      shape: { questions: [], steps: null },
      translations: { of: null, into: [] },
    };
    expect(graphMistakes(structuredData(bare, site))).toEqual([]);
    expect(typesOf(bare)).toEqual(['Organization', 'WebSite', 'TechArticle', 'BreadcrumbList']);
    expect(Object.keys(structuredData(bare, site)['@graph'][2] ?? {})).not.toContain('dateModified');
  });

  it('says through which lists an article is reached', () => {
    const places = structuredData(page, site)['@graph'].find((thing) => thing['@type'] === 'BreadcrumbList');
    expect(places?.itemListElement).toMatchObject([
      { name: site.title },
      { name: 'Intercambios', item: 'https://help.example.com/es/topics/swaps/' },
      { name: page.title },
    ]);
  });

  it('describes a list of articles as one, and no article', () => {
    const list: DescribedPage = { ...page, kind: 'list', shape: null, above: [], url: `${site.home}help/` };
    expect(graphMistakes(structuredData(list, site))).toEqual([]);
    expect(typesOf(list)).toEqual(['Organization', 'WebSite', 'CollectionPage', 'BreadcrumbList']);
  });

  it('describes the home page as the site, without a place below itself', () => {
    const home: DescribedPage = { ...page, kind: 'home', url: site.home };
    expect(graphMistakes(structuredData(home, site))).toEqual([]);
    expect(typesOf(home)).toEqual(['Organization', 'WebSite']);
  });
});

describe('the rules', () => {
  it.each([
    ['a property that the thing does not have', { steps: [] }, /Unrecognized key/],
    ['markup in a text', { headline: 'My **swap**' }, /plain text/],
    ['an address that is not absolute', { url: '/help/x/' }, /Invalid URL/],
    ['a language that is none', { inLanguage: 'pt-br' }, /BCP 47/],
    ['an author who is not there', { author: { '@id': 'https://x.example/#a' } }, /author: .* is not there/],
  ])('see %s', (_, wrong, expected) => {
    const graph = structuredData(page, site);
    Object.assign(graph['@graph'][2] ?? {}, wrong);
    expect(graphMistakes(graph).join('\n')).toMatch(expected);
  });
});
