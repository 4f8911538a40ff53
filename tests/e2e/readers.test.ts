import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { graphMistakes } from '../../src/readers/graph-mistakes.fixture.ts';
import type { PublicResults } from '../../src/schemas/published.ts';
import { openSites, openTab, type Sites, visit } from './sites.ts';
import { violationsOn } from './violations-on.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const origin = 'https://help.example.com';
const phone = { width: 375, scheme: 'light' } as const;
const languages = [
  ['', 'en', 'en'],
  ['es/', 'es', 'es'],
  ['pt-br/', 'pt-BR', 'pt_BR'],
] as const;
const article = 'help/swap-failed/';

describe.each(languages)('the head of a page under /%s', (prefix, lang, openGraph) => {
  it('says which page it is, in which languages, as Markdown, as a feed, and where it is shared', async () => {
    const { page, complaints, context } = await visit(sites.browser, `${sites.url.public}${prefix}${article}`, phone);
    const own = `${origin}/${prefix}${article}`;
    const links = (selector: string) =>
      page
        .locator(`head > link${selector}`)
        .evaluateAll((all) => all.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]));
    expect(await links('[rel="canonical"]')).toEqual([[null, own]]);
    expect(await links('[hreflang]')).toEqual([
      ['en', `${origin}/${article}`],
      ['es', `${origin}/es/${article}`],
      ['pt-BR', `${origin}/pt-br/${article}`],
      ['x-default', `${origin}/${article}`],
    ]);
    expect(await links('[type="text/markdown"]')).toEqual([[null, `${own}index.md`]]);
    expect(await links('[type="application/rss+xml"]')).toEqual([
      [null, `${origin}/${prefix}rss.xml`],
      [null, `${origin}/${prefix}status/rss.xml`],
    ]);
    const metas = await page
      .locator('head > meta[property], head > meta[name]')
      .evaluateAll((all) =>
        all.map((meta) => [meta.getAttribute('property') ?? meta.getAttribute('name'), meta.getAttribute('content')]),
      );
    const meta = (name: string) => metas.filter(([its]) => its === name).map(([, content]) => content);
    const [title] = await page.locator('h1').allTextContents();
    expect(meta('og:title')).toEqual([title]);
    expect(meta('og:url')).toEqual([own]);
    expect(meta('og:locale')).toEqual([openGraph]);
    expect(meta('og:image')).toEqual([`${own}card.png`]);
    expect(meta('twitter:card')).toEqual(['summary_large_image']);
    expect(meta('description')).toEqual(meta('og:description'));
    expect(meta('description')[0]?.length).toBeGreaterThan(20);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leads to files that are there, and describes the page by schema.org’s rules', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.public}${prefix}${article}`, phone);
    for (const path of [`${article}index.md`, `${article}card.png`, 'rss.xml', 'llms.txt', 'llms-full.txt'])
      expect([path, (await page.request.get(`${sites.url.public}${prefix}${path}`)).status()]).toEqual([path, 200]);
    const data: unknown = JSON.parse(
      (await page.locator('head > script[type="application/ld+json"]').textContent()) ?? '',
    );
    expect(graphMistakes(data)).toEqual([]);
    expect(JSON.stringify(data)).toContain(`"inLanguage":"${lang}"`);
    expect(JSON.stringify(data)).toContain('"HowTo"');
    await context.close();
  });
});

it('every page of the public site is in the sitemap and is described by schema.org’s rules', async () => {
  const folder = join(packageRoot, 'dist/public');
  const sitemap = await readFile(join(folder, 'sitemap-0.xml'), 'utf8');
  const paths = await glob(['index.html', 'es/index.html', 'pt-br/index.html', '**/help/**/index.html'], {
    cwd: folder,
  });
  expect(paths.length).toBeGreaterThanOrEqual(93);
  for (const path of paths) {
    expect(sitemap).toContain(`<loc>${origin}/${path.replace(/index\.html$/, '')}</loc>`);
    const html = await readFile(join(folder, path), 'utf8');
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1];
    expect([path, graphMistakes(JSON.parse(data ?? 'null'))]).toEqual([path, []]);
  }
});

it('the internal site has none of it, and wants to be in no index', async () => {
  const folder = join(packageRoot, 'dist/internal');
  expect(await glob('**/{index.md,llms*.txt,card.png,rss.xml,sitemap*.xml}', { cwd: folder })).toEqual([]);
  for (const path of await glob('**/*.html', { cwd: folder, ignore: 'pagefind/**' })) {
    const html = await readFile(join(folder, path), 'utf8');
    const head = html.slice(0, html.indexOf('</head>'));
    expect([path, head.includes('<meta name="robots" content="noindex, nofollow"/>')]).toEqual([path, true]);
    expect([path, /ld\+json|hreflang|text\/markdown|rss\+xml|og:image/.test(head)]).toEqual([path, false]);
  }
});

it('no page of either site is heavier than its readers’ patience', async () => {
  // Bytes of HTML as it is, of which a tenth goes over the wire. Those with a drawing or ten check blocks are the heaviest.
  const most = { internal: 60 * 1024, public: 48 * 1024 };
  for (const site of ['internal', 'public'] as const) {
    const folder = join(packageRoot, 'dist', site);
    const pages = await glob('**/*.html', { cwd: folder, ignore: 'pagefind/**' });
    const heavy = await Promise.all(
      pages.map(async (path) => [path, (await readFile(join(folder, path))).length] as const),
    );
    expect(heavy.filter(([, bytes]) => bytes > most[site])).toEqual([]);
  }
});

const results = async (): Promise<PublicResults> => {
  const ids = (await readFile(join(packageRoot, 'dist/public/help/swap-failed/index.html'), 'utf8')).match(
    /(?<=data-block=")[^"]+/,
  );
  const provenAt = new Date().toISOString();
  return { version: 1, publishedAt: provenAt, blocks: { [ids?.[0] ?? '']: { verdict: 'down', provenAt } } };
};

describe.each(languages)('the articles under /%s', (prefix) => {
  it('ask nobody else, and axe finds nothing on any of them', { timeout: 600_000 }, async () => {
    const paths = await glob('help/*/index.html', { cwd: join(packageRoot, 'dist/public', prefix) });
    expect(paths.length).toBeGreaterThanOrEqual(30);
    const published = await results();
    const wrong: unknown[] = [];
    const { page: first, complaints, context } = await visit(sites.browser, `${sites.url.public}${prefix}`, phone);
    for (const path of paths.sort()) {
      const url = `${sites.url.public}${prefix}${path.replace(/index\.html$/, '')}`;
      const page = await openTab(context, url, complaints, published);
      wrong.push(...(await violationsOn(page)).map((violation) => [path, 'light', violation]));
      // Colours are the same in every language.
      if (prefix === '') {
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
        const dark = await violationsOn(page, { only: 'colours' });
        wrong.push(...dark.map((violation) => [path, 'dark', violation]));
      }
      wrong.push(...complaints.splice(0).map((complaint) => [path, complaint]));
      await page.close();
    }
    expect(wrong).toEqual([]);
    await first.close();
    await context.close();
  });
});

it('an article on paper is its text: no navigation, no search, and where links to other sites lead', async () => {
  const { page, context } = await visit(sites.browser, `${sites.url.public}help/add-custom-token/`, phone);
  await page.emulateMedia({ media: 'print' });
  for (const hidden of [
    '#starlight__sidebar',
    'site-search',
    'starlight-theme-select',
    'starlight-toc',
    '.sl-anchor-link',
  ])
    expect([hidden, await page.locator(`${hidden}:visible`).count()]).toEqual([hidden, 0]);
  const link = page.locator('.sl-markdown-content a[href^="https://ethereum.org"]').first();
  expect(await link.evaluate((each) => getComputedStyle(each, '::after').content)).toContain('https://ethereum.org');
  const own = page.locator('.sl-markdown-content a[href^="/help/"]').first();
  expect(await own.evaluate((each) => getComputedStyle(each, '::after').content)).toBe('none');
  await context.close();
});
