import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadRegistry } from '../checks/registry.ts';
import { type CheckSource, readPages } from './read-pages.ts';
import type { WorldFacts } from './world-key.ts';
import './resolve-runlight.ts';

let root = '';
let cache = '';

const path = 'runbooks/a.md';
const text = (title: string): string =>
  `---\ntitle: ${title}\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\n---\n\nWords.\n`;
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
  locales: ['en'],
  reviewEvery: 1000,
  ...more,
});

let loads = 0;
const checks = (): CheckSource => ({
  folders: [join(root, 'checks')],
  load() {
    loads += 1;
    return loadRegistry([join(root, 'checks')], (file) => file, { fresh: true });
  },
});
const read = (more: Partial<WorldFacts> = {}, paths = [path]) => readPages(root, paths, facts(more), checks(), cache);
const titles = async (...given: Parameters<typeof read>) =>
  (await read(...given)).map(({ page }) => page?.frontmatter.title);

/** Marks what is kept, so that a test can tell it from what was scanned. */
async function mark(change: (kept: string) => string = (kept) => kept.replaceAll('First', 'Kept')): Promise<void> {
  for (const name of await readdir(cache))
    await writeFile(join(cache, name), change(await readFile(join(cache, name), 'utf8')));
}

describe('reading pages', () => {
  it('takes an unchanged page from the cache, the same in every part', async () => {
    const scanned = await read();
    expect(JSON.parse(JSON.stringify(scanned))).toEqual(await read());
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
    await mark();
    await rm(join(root, 'checks/one.ts'));
    expect(await titles()).toEqual(['First']);
  });

  it('imports no check where every page is known', async () => {
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
    expect(loads).toBeGreaterThan(0);
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
    ['that broke off', (kept: string) => kept.slice(0, 40)],
    ['of another shape', () => '[7]'],
    ['that is empty', () => ''],
  ])('makes a cache %s anew', async (_, change) => {
    await read();
    await mark(change);
    expect(await titles()).toEqual(['First']);
    await mark();
    expect(await titles()).toEqual(['Kept']);
  });

  it('forgets pages that are gone', async () => {
    await read();
    await read({}, []);
    await mark();
    expect(await titles()).toEqual(['First']);
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
