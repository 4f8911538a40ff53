import type { PageShape } from './page-shape.ts';

/** A thing of schema.org; every value is JSON. */
export interface Thing {
  '@type': string;
  '@id'?: string;
  [property: string]: unknown;
}

export interface Graph {
  '@context': 'https://schema.org';
  '@graph': Thing[];
}

/** A page as search engines are told of it. Addresses are absolute. */
export interface DescribedPage {
  /** A list leads to articles. */
  kind: 'home' | 'article' | 'list';
  title: string;
  description: string | null;
  url: string;
  /** BCP 47. */
  lang: string;
  /** ISO 8601; `null` where nobody knows. */
  changed: string | null;
  image: string | null;
  shape: PageShape | null;
  /** The lists that lead to it, from the home page down. */
  above: readonly { name: string; url: string }[];
  /** The same page in other languages: what it was translated from, or what it was translated into. */
  translations: { of: string | null; into: readonly string[] };
}

export interface DescribedSite {
  /** The wallet's name. */
  brand: string;
  title: string;
  /** Address of the home page, in the page's language. */
  home: string;
  /** Address of the home page in the first language: what the team and the site are known by. */
  root: string;
}

/**
 * What a page is in schema.org's words: the home page a web site, a list of articles a collection, an article one with
 * its place below them; where the page's text really is one of questions or of steps, that too.
 *
 * @see https://schema.org/TechArticle
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function structuredData(page: DescribedPage, site: DescribedSite): Graph {
  const organization: Thing = { '@type': 'Organization', '@id': `${site.root}#team`, name: site.brand, url: site.root };
  const website: Thing = {
    '@type': 'WebSite',
    '@id': `${site.home}#site`,
    name: site.title,
    url: site.home,
    inLanguage: page.lang,
    publisher: { '@id': organization['@id'] },
    ...(page.kind === 'home' && page.description ? { description: page.description } : {}),
  };
  if (page.kind === 'home') return graph([organization, website]);
  const itself = page.kind === 'list' ? list(page, site) : article(page, site, organization);
  return graph([organization, website, itself, breadcrumbs(page, site), ...shapesOf(page)]);
}

const graph = (things: Thing[]): Graph => ({ '@context': 'https://schema.org', '@graph': things });

const articleId = (url: string): string => `${url}#article`;

function article(page: DescribedPage, site: DescribedSite, organization: Thing): Thing {
  const team = { '@id': organization['@id'] };
  const { of, into } = page.translations;
  return {
    '@type': 'TechArticle',
    '@id': articleId(page.url),
    headline: page.title,
    ...(page.description ? { description: page.description } : {}),
    url: page.url,
    mainEntityOfPage: page.url,
    inLanguage: page.lang,
    isPartOf: { '@id': `${site.home}#site` },
    author: team,
    publisher: team,
    ...(page.image ? { image: page.image } : {}),
    ...(page.changed ? { dateModified: page.changed } : {}),
    ...(of ? { translationOfWork: { '@id': articleId(of) } } : {}),
    ...(into.length > 0 ? { workTranslation: into.map((url) => ({ '@id': articleId(url) })) } : {}),
  };
}

function list(page: DescribedPage, site: DescribedSite): Thing {
  return {
    '@type': 'CollectionPage',
    '@id': `${page.url}#list`,
    name: page.title,
    ...(page.description ? { description: page.description } : {}),
    url: page.url,
    inLanguage: page.lang,
    isPartOf: { '@id': `${site.home}#site` },
  };
}

function breadcrumbs(page: DescribedPage, site: DescribedSite): Thing {
  const places = [
    { name: site.title, item: site.home },
    ...page.above.map(({ name, url }) => ({ name, item: url })),
    { name: page.title, item: page.url },
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: places.map((place, index) => ({ '@type': 'ListItem', position: index + 1, ...place })),
  };
}

function shapesOf({ url, title, lang, shape }: DescribedPage): Thing[] {
  if (!shape) return [];
  const things: Thing[] = [];
  if (shape.questions.length > 0)
    things.push({
      '@type': 'FAQPage',
      '@id': `${url}#questions`,
      url,
      inLanguage: lang,
      mainEntity: shape.questions.map(({ question, anchor, answer }) => ({
        '@type': 'Question',
        name: question,
        url: `${url}#${anchor}`,
        acceptedAnswer: { '@type': 'Answer', text: answer },
      })),
    });
  if (shape.steps)
    things.push({
      '@type': 'HowTo',
      '@id': `${url}#steps`,
      name: `${title}: ${shape.steps.name}`,
      inLanguage: lang,
      url: `${url}#${shape.steps.anchor}`,
      step: shape.steps.steps.map((text, index) => ({ '@type': 'HowToStep', position: index + 1, text })),
    });
  return things;
}
