import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { openSites, type Sites, visit } from './sites.ts';
import { violationsOn } from './violations-on.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const addresses = [
  ['internal', 'glossary/'],
  ['internal', 'glossary/evm/'],
  ['internal', 'glossary/card/'],
  ['public', 'help/errors/'],
  ['public', 'es/help/errors/'],
  ['public', 'pt-br/help/errors/'],
  ['public', 'help/errors/card/'],
  ['public', 'es/help/errors/evm/'],
] as const;

describe.each(addresses)('on the %s site, %s', (site, path) => {
  it.each([
    [375, 'dark'],
    [768, 'light'],
    [1440, 'light'],
  ] as const)('at %i pixels, %s, fits and has no violation', async (width, scheme) => {
    const { page, complaints, context } = await visit(sites.browser, `${sites.url[site]}${path}`, { width, scheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('typing a code shows where it has a meaning, and each place shows all of its readings', async () => {
  const { page, context } = await visit(sites.browser, `${sites.url.internal}glossary/`, {
    width: 1440,
    scheme: 'light',
  });
  await page.getByRole('searchbox', { name: 'Code or text' }).fill('-32005');
  const shown = page.locator('.rl-entries > li:visible');
  await expect.poll(() => shown.count()).toBe(2);
  for (const text of await shown.allInnerTexts()) expect(text).toContain('in 2 families');
  await shown.first().getByRole('link').click();
  await page.waitForURL(/\/glossary\/[a-z]+\/#/);
  const reading = await page.locator('tbody:target').innerText();
  expect(reading).toContain('limits our rate');
  expect(reading).toContain('slots behind');
  await context.close();
});

it('a code’s other meanings stand beside it, each with how one knows it', async () => {
  const { page, context } = await visit(sites.browser, `${sites.url.internal}glossary/evm/#request-timed-out`, {
    width: 1440,
    scheme: 'light',
  });
  const elsewhere = await page.locator('#request-timed-out .rl-elsewhere').innerText();
  for (const words of ['Sites and wallet extensions', 'Solana', 'approval window', 'trial run'])
    expect(elsewhere).toContain(words);
  await context.close();
});

it('users filter in their language, and choose another one', async () => {
  const { page, context } = await visit(sites.browser, `${sites.url.public}es/help/errors/`, {
    width: 375,
    scheme: 'light',
  });
  await page.getByRole('searchbox', { name: 'Texto o código del error' }).fill('4902');
  const shown = page.locator('.rl-entries > li:visible');
  await expect.poll(() => shown.count()).toBe(1);
  expect(await page.locator('[data-rl-group]:visible').count()).toBe(1);
  await shown.getByRole('link').click();
  await page.waitForURL(/\/es\/help\/errors\/provider\/#/);
  expect(await page.locator('article:target').innerText()).toContain('¿Está a salvo mi dinero?');
  expect(await page.locator('link[hreflang="pt-BR"]').getAttribute('href')).toContain('/pt-br/help/errors/provider/');
  await context.close();
});

it.each([
  ['internal', 'glossary/', 'internal'],
  ['public', 'pt-br/help/errors/', 'public'],
] as const)('on the %s site, what /%s leads to is there', async (site, path, folder) => {
  const { page, context } = await visit(sites.browser, `${sites.url[site]}${path}`, { width: 1440, scheme: 'light' });
  const hrefs = await page
    .locator('.rl-entries a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs.length).toBeGreaterThan(70);
  for (const href of hrefs) {
    const [to = '', id] = href?.split('#') ?? [];
    expect(await readFile(join(packageRoot, 'dist', folder, to, 'index.html'), 'utf8')).toContain(` id="${id}"`);
  }
  await context.close();
});

it('the filter finds by code, by text, and by another name of the same error', async () => {
  const { page, context } = await visit(sites.browser, `${sites.url.public}help/errors/`, {
    width: 1440,
    scheme: 'light',
  });
  const filter = page.getByRole('searchbox', { name: 'Error text or code' });
  const hrefs = (): Promise<(string | null)[]> =>
    page.locator('.rl-entries a:visible').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const entry = page.locator('.rl-entries > li:has(a code + code):has(.rl-small)').first();
  const [link, text, code, alias] = await Promise.all([
    entry.locator('a').getAttribute('href'),
    entry.locator('code').first().innerText(),
    entry.locator('code').last().innerText(),
    entry.locator('.rl-small').innerText(),
  ]);
  for (const typed of [text, code, alias.split(', ')[0] ?? '']) {
    await filter.fill(typed);
    await expect.poll(hrefs).toContain(link);
    expect((await hrefs()).length).toBeLessThan(20);
  }
  await context.close();
});

it('every public page says that nobody asks for the phrase, in its language', async () => {
  const words: Record<string, string> = { en: 'en', es: 'es', 'pt-BR': 'pt-BR' };
  const dist = join(packageRoot, 'dist', 'public');
  const files = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html'));
  expect(files.length).toBeGreaterThan(90);
  for (const file of files) {
    const html = await readFile(join(dist, file), 'utf8');
    const lang = /<html[^>]* lang="([^"]+)"/.exec(html)?.[1] ?? '';
    const { 'runlight.warning': warning } = JSON.parse(
      await readFile(join(packageRoot, 'src/content/i18n', `${words[lang]}.json`), 'utf8'),
    ) as { 'runlight.warning': string };
    expect(html, file).toContain(`>${warning}</p>`);
  }
});
