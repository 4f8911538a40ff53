import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import sharp from 'sharp';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { graphMistakes } from '../../src/readers/graph-mistakes.fixture.ts';
import { astroBuild, runNode } from './run.ts';

// What the public site of a little tree has for readers that are no browsers. Its every internal word is a quagga.
let work = '';
let root = '';
let dist = '';
const site = 'https://help.fixture.example';

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-readers-'));
  root = join(work, 'tree');
  dist = join(work, 'dist');
  await cp(join(packageRoot, 'tests/fixtures/two-sites'), root, { recursive: true });
  const built = await astroBuild(root, 'public', dist);
  if (built.code !== 0) throw new Error(built.output);
});
afterAll(() => rm(work, { recursive: true, force: true }));

const file = (path: string): string => join(dist, 'public', path);
const text = (path: string): Promise<string> => readFile(file(path), 'utf8');
const files = (pattern: string): Promise<string[]> => glob(pattern, { cwd: join(dist, 'public') });

/** Elements of a page's head, as name and attributes. */
function headOf(html: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const document = parse(html);
  const page = document.childNodes.find((node): node is Tree.Element => node.nodeName === 'html');
  const head = page?.childNodes.find((node): node is Tree.Element => node.nodeName === 'head');
  return (head?.childNodes ?? []).flatMap((node) =>
    'tagName' in node
      ? [
          {
            name: node.tagName,
            attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
            text: node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''),
          },
        ]
      : [],
  );
}

describe('Markdown copies', () => {
  it('stand beside every page that has a text of its own, and the page leads to its own', async () => {
    expect((await files('**/index.md')).sort()).toEqual([
      'es/help/outside/index.md',
      'help/outside/index.md',
      'index.md',
    ]);
    for (const [page, copy] of [
      ['es/help/outside', 'es/help/outside'],
      ['help/outside', 'help/outside'],
      // No translation stands here: the copy is the English one.
      ['pt-br/help/outside', 'help/outside'],
    ] as const) {
      const link = headOf(await text(`${page}/index.html`)).find(
        ({ attributes }) => attributes.type === 'text/markdown',
      );
      expect(link?.attributes.href).toBe(`${site}/${copy}/index.md`);
    }
  });

  it('say what a check block says to its readers, and nothing of what it says to machines', async () => {
    const copy = await text('es/help/outside/index.md');
    expect(copy).toContain('**Los intercambios funcionan**');
    expect(copy).toContain(`${site}/es/help/outside/#`);
    expect(copy).not.toMatch(/:::|\{#|<!--|use=|\| Reading/);
  });
});

describe('lists of the site', () => {
  it('llms.txt names every article of its language by its copy, and each of those is there', async () => {
    for (const [name, article] of [
      ['llms.txt', 'help/outside/index.md'],
      ['es/llms.txt', 'es/help/outside/index.md'],
    ] as const) {
      const list = await text(name);
      expect(list).toMatch(/^# .+\n\n/);
      const copies = [...list.matchAll(/\((https:[^)]+\.md)\)/g)].map(([, url = '']) => url.slice(site.length + 1));
      expect(copies).toEqual([article]);
      expect(list).toContain(`${name.replace('llms', 'llms-full')})`);
      expect(await text(name.replace('llms', 'llms-full'))).toContain(await text(article));
    }
  });

  it('the feed of each language has its articles', async () => {
    const reader = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' });
    const linksOf = async (path: string) =>
      (reader.parse(await text(path), true).rss.channel.item ?? []).map(({ link }: { link: string }) => link);
    // Nothing of the copy was ever committed: the day of the last review stands in, which the translation does not have.
    expect(await linksOf('rss.xml')).toEqual([`${site}/help/outside/`]);
    expect(await linksOf('es/rss.xml')).toEqual([]);
    expect(await linksOf('pt-br/rss.xml')).toEqual([]);
  });

  it('the sitemap has each page once, in the language of its text, and robots.txt leads there', async () => {
    const read = new XMLParser({ isArray: (name) => name === 'url' }).parse(await text('sitemap-0.xml'), true);
    expect(read.urlset.url.map(({ loc }: { loc: string }) => loc)).toEqual([
      `${site}/`,
      `${site}/es/help/`,
      `${site}/es/help/outside/`,
      `${site}/es/status/`,
      `${site}/help/`,
      `${site}/help/outside/`,
      `${site}/pt-br/help/`,
      `${site}/pt-br/status/`,
      `${site}/status/`,
    ]);
    expect(await text('sitemap-index.xml')).toContain(`${site}/sitemap-0.xml`);
    expect(await text('robots.txt')).toBe(`User-agent: *\nAllow: /\nSitemap: ${site}/sitemap-index.xml\n`);
  });
});

it('every page is described by schema.org’s rules, and its card is a picture of the right size', async () => {
  const pages = (await files('**/index.html')).filter((path) => !path.startsWith('pagefind'));
  expect(pages.length).toBeGreaterThan(5);
  for (const path of pages) {
    const head = headOf(await text(path));
    const [data, ...more] = head.filter(({ attributes }) => attributes.type === 'application/ld+json');
    expect(more).toEqual([]);
    expect([path, graphMistakes(JSON.parse(data?.text ?? 'null'))]).toEqual([path, []]);
    const card = head.find(({ attributes }) => attributes.property === 'og:image')?.attributes.content ?? '';
    const { width, height, format } = await sharp(file(card.slice(site.length))).metadata();
    expect([path, width, height, format]).toEqual([path, 1200, 630, 'png']);
  }
});

it('nothing of it holds an internal word, and the leak test reads all of it', async () => {
  for (const path of await files('**/*.{md,txt,xml,png}'))
    expect([path, /quagga/i.test(await text(path))]).toEqual([path, false]);
  const leaks = () => runNode([join(packageRoot, 'scripts/leaks.ts')], { RUNLIGHT_ROOT: root, RUNLIGHT_DIST: dist });
  expect((await leaks()).output).toContain('Nothing internal is in the public site');
  for (const path of ['help/outside/index.md', 'llms-full.txt', 'es/rss.xml', 'sitemap-0.xml']) {
    const before = await text(path);
    await writeFile(file(path), `${before}\nquagga-target\n`);
    const { code, output } = await leaks();
    await writeFile(file(path), before);
    expect([code, output]).toEqual([1, expect.stringContaining(`${path}: target: quagga-target`)]);
  }
});
