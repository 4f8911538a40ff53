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

it('typing a code shows all of its readings', async () => {
  const { page, context } = await visit(sites.browser, `${sites.url.internal}glossary/`, {
    width: 1440,
    scheme: 'light',
  });
  await page.getByRole('searchbox', { name: 'Code or text' }).fill('-32005');
  await expect.poll(() => page.locator('[data-words]:visible').count()).toBe(2);
  const shown = await page.locator('[data-words]:visible').allTextContents();
  expect(shown.join(' ')).toContain('limits our rate');
  expect(shown.join(' ')).toContain('slots behind');
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
  await expect.poll(() => page.locator('[data-words]:visible').count()).toBe(1);
  expect(await page.locator('[data-words]:visible').innerText()).toContain('¿Está a salvo mi dinero?');
  expect(await page.locator('link[hreflang="pt-BR"]').getAttribute('href')).toContain('/pt-br/help/errors/');
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
