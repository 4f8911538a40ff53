import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckDefinition } from '../checks/define.ts';
import { param } from '../checks/param.ts';
import { loadRegistry, type Registry } from '../checks/registry.ts';
import { type CheckSource, readPages } from './read-pages.ts';
import './resolve-runlight.ts';
import type { WorldFacts } from './world-key.ts';

let root = '';
let cache = '';
/** How often all checks were imported. */
let loads = 0;

const path = 'runbooks/a.md';
const text = (title: string): string =>
  `---\ntitle: ${title}\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\n---\n\nWords.\n`;
const withBlock = `${text('First')}\n:::check[It works]{#b use="one"}\n| Reading | Healthy |\n| --- | --- |\n| \`value\` | present |\n:::\n`;
const checkText = (reading: string): string =>
  `import { defineCheck } from 'runlight/check';\nexport default defineCheck({ summary: 'Test', layer: 'api', params: {}, readings: { ${reading}: { summary: '' } }, async run() { return {}; } });\n`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'runlight-pages-'));
  cache = join(root, 'kept');
  await mkdir(join(root, 'runbooks'));
  await mkdir(join(root, 'checks'));
  await writeFile(join(root, path), text('First'));
  await writeFile(join(root, 'checks/one.ts'), checkText('value'));
  loads = 0;
});
afterEach(() => rm(root, { recursive: true, force: true }));

const facts = (more: Partial<WorldFacts> = {}): WorldFacts => ({
  targets: ['bsc-rpc'],
  teams: ['support-ops'],
  journeys: [],
  pictures: ['tx-life'],
  topics: [],
  locales: ['en'],
  reviewEvery: 1000,
  ...more,
});

const importChecks = (only?: ReadonlySet<string>) =>
  loadRegistry([join(root, 'checks')], (file) => file, { fresh: true, ...(only ? { only } : {}) });
const source: Omit<CheckSource, 'folders'> = {
  load() {
    loads += 1;
    return importChecks();
  },
  loadOnly: importChecks,
};
const read = async (more: Partial<WorldFacts> = {}, paths = [path], checks = source) =>
  (await readPages(root, paths, facts(more), { folders: [join(root, 'checks')], ...checks }, { cacheFolder: cache }))
    .pages;
const titles = async (...given: Parameters<typeof read>) =>
  (await read(...given)).map(({ page }) => page?.frontmatter.title);

async function change(how: (kept: string) => string): Promise<void> {
  for (const name of await readdir(cache))
    await writeFile(join(cache, name), how(await readFile(join(cache, name), 'utf8')));
}

/** Marks what is kept, so that a test can tell it from what was scanned. */
const mark = () =>
  change((kept) => {
    const json = kept.slice(kept.indexOf('\n') + 1).replaceAll('First', 'Kept');
    return `${createHash('sha256').update(json).digest('hex')}\n${json}`;
  });

describe('reading pages', () => {
  it('takes an unchanged page from the cache, the same in every part', async () => {
    const scanned = await read();
    expect(await read()).toStrictEqual(scanned);
    await mark();
    expect(await titles()).toEqual(['Kept']);
  });

  it('scans a page whose text has changed', async () => {
    await read();
    await mark();
    await writeFile(join(root, path), text('Second'));
    expect(await titles()).toEqual(['Second']);
  });

  it.each([
    ['a target has another name', { targets: ['bsc'] }],
    ['there is another team', { teams: ['support-ops', 'engineering'] }],
    ['there is another journey', { journeys: ['swap'] }],
    ['there is another language', { locales: ['en', 'es'] }],
    ['reviews hold for another time', { reviewEvery: 2000 }],
  ])('scans all pages again when %s', async (_, more) => {
    await read();
    await mark();
    expect(await titles(more)).toEqual(['First']);
  });

  it('scans all pages again when a check’s file has changed, or one beside it', async () => {
    await read();
    await mark();
    await writeFile(join(root, 'checks/one.ts'), checkText('other'));
    expect(await titles()).toEqual(['First']);
    await mark();
    await writeFile(join(root, 'checks/_shared.ts'), 'export {};\n');
    expect(await titles()).toEqual(['First']);
  });

  it('scans all pages again when data beside a check has changed', async () => {
    await writeFile(join(root, 'checks/networks.json'), '["a"]');
    await read();
    await mark();
    await writeFile(join(root, 'checks/networks.json'), '["b"]');
    expect(await titles()).toEqual(['First']);
  });

  it.each<[string, Partial<CheckDefinition>]>([
    ['a reading', { readings: { other: { summary: '' } } }],
    ['the unit of a reading', { readings: { value: { unit: 's', summary: '' } } }],
    ['what a parameter takes', { params: { kind: param.choice(['a', 'b']) } }],
    ['the pattern of a parameter', { params: { kind: param.matching(/^b$/, 'a letter') } }],
    ['whether a parameter is needed', { params: { kind: param.matching(/^a$/, 'a letter').optional() } }],
  ])('scans all pages again when a check in use has changed %s, wherever it has it from', async (_, more) => {
    await writeFile(join(root, path), withBlock);
    const { registry } = await importChecks();
    const one = registry.get('one');
    if (!one) throw new Error('There is no check.');
    const withParams = { ...one.definition, params: { kind: param.matching(/^a$/, 'a letter') } };
    const declares = (definition: CheckDefinition): typeof source => {
      const loaded: { registry: Registry; diagnostics: [] } = {
        registry: new Map([['one', { ...one, definition }]]),
        diagnostics: [],
      };
      return { load: async () => loaded, loadOnly: async () => loaded };
    };
    await read({}, [path], declares(withParams));
    await mark();
    expect(await titles({}, [path], declares(withParams))).toEqual(['Kept']);
    expect(await titles({}, [path], declares({ ...withParams, ...more }))).toEqual(['First']);
  });

  it('scans all pages again when a check is gone', async () => {
    await read();
    await mark();
    await rm(join(root, 'checks/one.ts'));
    expect(await titles()).toEqual(['First']);
  });

  it('imports no check that nobody uses where every page is known', async () => {
    await read();
    loads = 0;
    await read();
    expect(loads).toBe(0);
  });

  it('keeps nothing while a check cannot be used, so that every run says so', async () => {
    await writeFile(join(root, 'checks/two.ts'), 'export default 7;\n');
    await read();
    loads = 0;
    await read();
    expect(loads).toBe(1);
    await rm(join(root, 'checks/two.ts'));
    await read();
    loads = 0;
    await read();
    expect(loads).toBe(0);
  });

  it('does not mind a test beside a check', async () => {
    await read();
    await mark();
    await writeFile(join(root, 'checks/one.test.ts'), '');
    expect(await titles()).toEqual(['Kept']);
  });

  it.each([
    ['that broke off', (kept: string) => kept.slice(0, -40)],
    ['of which only the first line was written', (kept: string) => kept.slice(0, 65)],
    ['of another shape', () => '[7]'],
    ['that is empty', () => ''],
    ['that somebody edited', (kept: string) => kept.replaceAll('First', 'Wrong')],
    ['in which somebody emptied a page', (kept: string) => kept.replace(/"scanned":\{.*\}/, '"scanned":7}}}')],
  ])('makes a cache %s anew', async (_, spoil) => {
    await read();
    await change(spoil);
    expect(await titles()).toEqual(['First']);
    await mark();
    expect(await titles()).toEqual(['Kept']);
  });

  it('forgets pages that are gone as soon as another is scanned', async () => {
    await read();
    await writeFile(join(root, 'runbooks/b.md'), text('Second'));
    await read({}, ['runbooks/b.md']);
    await mark();
    expect(await titles({}, [path, 'runbooks/b.md'])).toEqual(['First', 'Second']);
  });

  it('keeps only so many trees', async () => {
    await mkdir(cache);
    for (let i = 0; i < 50; i += 1) await writeFile(join(cache, `pages-${i}.json`), '{}');
    await read();
    expect(await readdir(cache)).toHaveLength(40);
    await mark();
    expect(await titles()).toEqual(['Kept']);
  });

  it('works where nothing can be kept', async () => {
    await writeFile(cache, 'a file, not a folder');
    expect(await titles()).toEqual(['First']);
    expect(await titles()).toEqual(['First']);
  });
});
