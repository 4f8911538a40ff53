// Long because it is the navigation of both sites, and the paths that it leads to.
import { describe, expect, it } from 'vitest';
import { listingAt, listings, localesAt, localesOf, pageAt, pagePaths, slugOf } from './page-paths.ts';
import { navigation, type SidebarGroup, type SidebarLink, type SidebarRequest, sidebar } from './sidebar.ts';
import type { SiteData, SitePage } from './site-data.ts';

const page = (title: string, locale = 'en', sourceId: string | null = null, topic: string | null = null): SitePage => ({
  title,
  description: null,
  locale,
  sourceId,
  updated: null,
  changed: null,
  shape: null,
  symptoms: [],
  journeys: [],
  topic,
  hasBlocks: false,
  freshFor: 0,
  internal: null,
});

const topics = ['swaps', 'fees'].map((id) => ({
  id,
  name: { en: id.toUpperCase(), es: `${id.toUpperCase()} ES` },
  about: { en: `About ${id}` },
}));
function site(audience: SiteData['audience'], pages: Record<string, SitePage>, more: Partial<SiteData> = {}): SiteData {
  const none = { languages: {}, editUrl: null, words: {}, pictures: {}, topics: [], checks: {} };
  const status = { journeys: {}, incidents: [] };
  const brand = { brand: 'Example Wallet', siteUrl: null };
  return { audience, locales: ['en', 'es', 'pt-br'], ...brand, ...none, status, pages, ...more };
}

const internal = site('internal', {
  'runbooks/swaps/b': page('Beta'),
  'runbooks/swaps/a': page('Alpha'),
  'runbooks/triage/layer': page('Layer'),
  'help/pending': page('Pending'),
  'help/fees': page('Fees'),
  'es/help/pending': page('Pendiente', 'es', 'help/pending'),
});
const words = {
  home: 'Home',
  board: 'Board',
  trees: 'Trees',
  journeys: 'Journeys',
  incidents: 'Incidents',
  status: 'Status',
  providers: 'Providers',
  runbooks: 'Runbooks',
  help: 'Help',
  macros: 'Macros',
  glossary: 'Glossary',
  errors: 'Errors',
  checks: 'Checks',
  codes: 'Codes',
  overview: 'Overview',
  articles: 'All articles',
  others: 'Others',
  all: (count: number) => `All ${count}`,
  area: (slug: string) => slug.toUpperCase(),
};

/** A sidebar as text: groups indent, the current page has a star. */
function text(entries: readonly (SidebarLink | SidebarGroup)[], indent = ''): string[] {
  return entries.flatMap((entry) =>
    entry.type === 'link'
      ? [`${indent}${entry.label} ${entry.href}${entry.isCurrent ? ' *' : ''}`]
      : [`${indent}${entry.label}:`, ...text(entry.entries, `${indent}  `)],
  );
}
const none = { journeys: false, providers: false, glossary: false };
const families = [
  { id: 'card', title: 'Cards' },
  { id: 'evm', title: 'Ethereum' },
];
const draw = (
  of: SiteData,
  slug: string,
  locale = 'en',
  base = '/',
  { has = none, errors = [] }: Partial<Pick<SidebarRequest, 'has' | 'errors'>> = {},
): string[] => text(sidebar({ site: of, sections: navigation(of), slug, locale, base, words, has, errors }));

describe('sidebar', () => {
  it('opens the area of the current runbook and links to the others', () => {
    expect(draw(internal, 'runbooks/swaps/a')).toEqual([
      'Home /',
      'Board /board/',
      'Trees /trees/',
      'Incidents /incidents/',
      'Runbooks:',
      '  TRIAGE /runbooks/triage/',
      '  SWAPS:',
      '    Overview /runbooks/swaps/',
      '    Alpha /runbooks/swaps/a/ *',
      '    Beta /runbooks/swaps/b/',
      'Help /help/',
      'Macros /macros/',
      'Checks /checks/',
      'Codes /codes/',
    ]);
  });

  it('leads to the team’s own pages where there is anything on them', () => {
    const lines = draw(internal, 'journeys', 'en', '/', {
      has: { journeys: true, providers: true, glossary: true },
      errors: families,
    });
    expect(lines).toContain('Journeys /journeys/ *');
    expect(lines).toContain('Providers /providers/');
    expect(lines).toContain('Glossary /glossary/');
    // The page for users has its link on their site.
    expect(lines.join(' ')).not.toContain('Errors');
  });

  it('opens the articles on an article', () => {
    const lines = draw(internal, 'help/fees');
    expect(lines).toContain('    Fees /help/fees/ *');
    expect(lines).toContain('  All articles /help/');
  });

  it('lists articles in the language of the page, and those without a translation under its path', () => {
    const pages = Object.fromEntries(Object.entries(internal.pages).filter(([id]) => !id.startsWith('runbooks/')));
    expect(draw(site('public', pages), 'es/help/pending', 'es')).toEqual([
      'Home /es/',
      'Status /es/status/',
      'All articles /es/help/',
      'Help:',
      '  Fees /es/help/fees/',
      '  Pendiente /es/help/pending/ *',
    ]);
  });

  it('opens the topic of the current article, leads to the others, and names them in the page’s language', () => {
    const pages = {
      'help/a': page('Alpha', 'en', null, 'fees'),
      'es/help/a': page('Alfa', 'es', 'help/a', 'fees'),
      'help/b': page('Beta', 'en', null, 'swaps'),
      'help/c': page('Gamma', 'en', null, 'fees'),
      'help/d': page('Delta'),
    };
    const its = site('public', pages, { topics });
    expect(draw(its, 'es/help/a', 'es')).toEqual([
      'Home /es/',
      'Status /es/status/',
      'All articles /es/help/',
      'SWAPS ES /es/topics/swaps/',
      'FEES ES:',
      '  Overview /es/topics/fees/',
      '  Alfa /es/help/a/ *',
      '  Gamma /es/help/c/',
      'Others:',
      '  Delta /es/help/d/',
    ]);
    expect(draw(its, 'topics/swaps')).toContain('  Overview /topics/swaps/ *');
    expect(draw(its, 'help')).toContain('All articles /help/ *');
  });

  it('leads users to what error messages mean, in their language', () => {
    const pages = Object.fromEntries(Object.entries(internal.pages).filter(([id]) => !id.startsWith('runbooks/')));
    const lines = (slug: string): string[] => draw(site('public', pages), slug, 'es', '/', { errors: families });
    expect(lines('es/help/pending').at(-1)).toBe('Errors /es/help/errors/');
    expect(lines('es/help/errors/evm').slice(-4)).toEqual([
      'Errors:',
      '  Overview /es/help/errors/',
      '  Cards /es/help/errors/card/',
      '  Ethereum /es/help/errors/evm/ *',
    ]);
    expect(lines('es/help/errors')).toContain('  Overview /es/help/errors/ *');
  });

  it('leads the team to what users read of errors from there, and from articles', () => {
    const lines = (slug: string): string[] => draw(internal, slug, 'en', '/', { errors: families });
    expect(lines('help/fees')).toContain('  Errors /help/errors/');
    expect(lines('help/errors/card')).toContain('    Cards /help/errors/card/ *');
  });

  it('honours the base', () => {
    expect(draw(internal, 'runbooks/swaps/a', 'en', '/x/')).toContain('    Alpha /x/runbooks/swaps/a/ *');
  });

  it('does not grow with the tree', () => {
    const many = site(
      'internal',
      Object.fromEntries(
        Array.from({ length: 500 }, (_, i) => [`runbooks/swaps/p${i}`, page(`P${String(i).padStart(3, '0')}`)]),
      ),
    );
    const lines = draw(many, 'runbooks/swaps/p250');
    expect(lines.length).toBeLessThan(51);
    expect(lines).toContain('    P250 /runbooks/swaps/p250/ *');
    expect(lines).toContain('    All 500 /runbooks/swaps/');
  });
});

describe('pagePaths', () => {
  it('has every page, and every article in each language; runbooks are not translated', () => {
    expect(pagePaths(internal).sort()).toEqual([
      'es/help/fees',
      'es/help/pending',
      'help/fees',
      'help/pending',
      'pt-br/help/fees',
      'pt-br/help/pending',
      'runbooks/swaps/a',
      'runbooks/swaps/b',
      'runbooks/triage/layer',
    ]);
  });

  it('gives the home page the paths of the languages', () => {
    expect(pagePaths(site('public', { index: page('Home'), es: page('Inicio', 'es', 'index') }))).toEqual([
      '',
      'pt-br',
      'es',
    ]);
  });
});

describe('pageAt', () => {
  it('finds pages, translations and pages that stand in for them', () => {
    expect(pageAt('help/fees', internal)).toEqual({ id: 'help/fees', isFallback: false });
    expect(pageAt('es/help/pending', internal)).toEqual({ id: 'es/help/pending', isFallback: false });
    expect(pageAt('es/help/fees', internal)).toEqual({ id: 'help/fees', isFallback: true });
    expect(pageAt('es/runbooks/swaps/a', internal)).toBeNull();
    expect(pageAt('codes', internal)).toBeNull();
  });

  it('reads slugs from addresses', () => {
    expect(slugOf('/', '/')).toBe('');
    expect(slugOf('/help/fees/', '/')).toBe('help/fees');
    expect(slugOf('/x/es/caf%C3%A9/', '/x/')).toBe('es/café');
    expect(slugOf('/es/index.html', '/')).toBe('es');
  });
});

describe('lists of articles', () => {
  const its = site('public', { 'help/a': page('Alpha') }, { topics });

  it('have every language, and are found at their paths', () => {
    expect(listings(its)).toEqual(['help', 'topics/swaps', 'topics/fees']);
    expect(listingAt('pt-br/topics/fees', its)).toEqual({ id: 'topics/fees', locale: 'pt-br' });
    expect(listingAt('topics/nothing', its)).toBeNull();
    expect(localesAt('es/help', its)).toEqual(['en', 'es', 'pt-br']);
    expect(localesAt('codes', its)).toEqual([]);
    for (const slug of ['help/errors', 'pt-br/help/errors', 'es/help/errors/evm'])
      expect(localesAt(slug, its)).toEqual(['en', 'es', 'pt-br']);
    expect(localesAt('help/errors/evm/codes', its)).toEqual([]);
  });

  it('give way to a page of the tree, and are not where there are no articles', () => {
    expect(listings(site('public', { help: page('Help'), 'help/a': page('Alpha') }, { topics }))).toEqual([]);
    expect(listings(site('public', { index: page('Home') }, { topics }))).toEqual([]);
  });
});

describe('localesOf', () => {
  it('is one language for runbooks and all for articles', () => {
    expect(localesOf('runbooks/swaps/a', internal)).toEqual(['en']);
    expect(localesOf('es/help/pending', internal)).toEqual(['en', 'es', 'pt-br']);
  });
});
