import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsOf } from './live-page.ts';
import { openSites, type Sites, visit } from './sites.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

/** The best-known recovery phrase there is: nobody's money is behind it. */
const phrase = `${'abandon '.repeat(11)}about`;
const hash = `0x${'5e'.repeat(32)}`;
const look = { width: 1440, scheme: 'light' } as const;

const open = async (path: string, over = {}) => {
  const visited = await visit(sites.browser, `${sites.url.internal}${path}`, { ...look, ...over });
  await visited.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return visited;
};
const field = (page: Page, name: string) => page.locator(`[data-placeholder="${name}"]`);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const copy = (page: Page) => page.locator('.rl-macro-copy').click();
const said = (page: Page, words: string | RegExp) => page.locator('.rl-macro-said', { hasText: words }).waitFor();

it('fills a macro, and copies it in the user’s language with the article in that language', async () => {
  const { page, complaints, context } = await open('macros/tx-pending/');
  await page.getByRole('button', { name: 'Español' }).click();
  await field(page, 'network').fill('BNB Smart Chain');
  await field(page, 'hash').fill(hash);
  await field(page, 'explorer').fill(`https://explorer.example.net/tx/${hash}`);
  await page.getByText('Nothing is missing.').waitFor();
  await copy(page);
  await said(page, 'Copied: “Su transacción está pendiente” in Español.');
  const copied = await clipboard(page);
  expect(copied).toContain('Su transacción en BNB Smart Chain se envió');
  expect(copied).toContain(`\n${hash}\nhttps://explorer.example.net/tx/${hash}\n`);
  expect(copied).toContain('https://help.example.com/es/help/tx-pending/');
  expect(copied).not.toMatch(/\{\{|\[/);
  expect(await page.locator('.rl-macro .rl-macro-text').innerText()).toBe(copied);
  expect(await page.locator('.rl-macro .rl-macro-text').getAttribute('lang')).toBe('es');

  // The language stays chosen on this device; what was typed does not.
  await page.goto(`${sites.url.internal}macros/kyc/`);
  await page.getByRole('button', { name: 'Copy in Español' }).waitFor();
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(hash);
  expect(complaints).toEqual([]);
  await context.close();
});

it('copies nothing while something is missing or does not fit, and leads to it', async () => {
  const { page, complaints, context } = await open('macros/tx-pending/');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await field(page, 'network').fill('Ethereum');
  await field(page, 'explorer').fill('explorer.example.net');
  await copy(page);
  await said(page, 'Not copied.');
  expect(await field(page, 'hash').evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await page.locator('.rl-macro [aria-invalid="true"]').count()).toBe(2);
  // Nobody can copy a brace by hand, either.
  expect(await page.locator('.rl-macro .rl-macro-text').innerText()).not.toContain('{{');
  await field(page, 'hash').fill('the hash');
  await field(page, 'hash').press('Enter');
  await page.locator('.rl-mistake', { hasText: 'Expected: a transaction hash or signature.' }).waitFor();
  expect(await clipboard(page)).toBe('before');
  expect(complaints).toEqual([]);
  await context.close();
});

it.each([
  ['a phrase', phrase],
  ['a key', '5e'.repeat(32)],
])('%s empties its field, is shown and copied nowhere, and says what to tell the user', async (_, secret) => {
  const { page, complaints, context } = await open('macros/provider-handoff/');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await field(page, 'order').fill(secret);
  await page.locator('.rl-mistake', { hasText: 'tell its owner to make a new wallet now' }).waitFor();
  expect(await field(page, 'order').inputValue()).toBe('');
  await copy(page);
  await said(page, 'Not copied.');
  expect(await page.locator('body').innerText()).not.toContain(secret);
  expect(await clipboard(page)).toBe('before');
  expect(complaints).toEqual([]);
  await context.close();
});

it('a phrase in parts, one a field, is not copied either', async () => {
  const { page, context } = await open('macros/incident-resolved/');
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
  await field(page, 'impact').fill(words.slice(0, 6).join(' '));
  await field(page, 'news').fill(words.slice(6).join(' '));
  await field(page, 'ticket').fill('#100482');
  await field(page, 'status-page').fill('https://status.example.com/');
  await copy(page);
  await said(page, 'tell its owner to make a new wallet now');
  expect(await clipboard(page)).toBe('before');
  await context.close();
});

it('takes an e-mail address out of what is shown and copied, and says so', async () => {
  const { page, context } = await open('macros/followup/');
  await field(page, 'news').fill('We wrote to ana@example.com about it.');
  await page.locator('.rl-field', { hasText: 'Taken out of it: an e-mail address.' }).waitFor();
  await field(page, 'ticket').fill('#100482');
  await field(page, 'owner').fill('Payments');
  await field(page, 'next-update').fill('2026-11-25');
  await copy(page);
  await said(page, 'Copied');
  expect(await clipboard(page)).toContain('We wrote to [e-mail removed] about it.');
  await context.close();
});

it('selects the text where the browser does not let us copy', async () => {
  const { page, context } = await open('macros/first-reply-info/');
  await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
  await field(page, 'ticket').fill('#100482');
  await copy(page);
  await said(page, 'Now copy it.');
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('Your ticket is #100482.');
  await context.close();
});

it('finds a macro by what has happened, in any of the languages', async () => {
  const { page, complaints, context } = await open('macros/');
  expect(await page.locator('.rl-macros > li:visible').count()).toBeGreaterThan(10);
  await page.getByRole('searchbox', { name: 'What has happened?' }).fill('transaccion pendiente');
  await page.getByText(/^1 of \d+$/).waitFor();
  await page.locator('.rl-macros > li:visible a').first().click();
  await page.waitForURL('**/macros/tx-pending/');
  expect(complaints).toEqual([]);
  await context.close();
});

it.each([
  [375, 'light'],
  [375, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const)('reads well at %s px, %s, with and without mistakes', async (width, scheme) => {
  const { page, complaints, context } = await open('macros/', { width, scheme });
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(`${sites.url.internal}macros/tx-pending/`);
  await field(page, 'network').fill('BNB Smart Chain');
  await copy(page);
  await said(page, 'Not copied.');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

it('has the text in each language without JavaScript, and no panel', async () => {
  const { page, context } = await open('macros/tx-pending/', { script: false });
  expect(await page.locator('.rl-macro-source').count()).toBe(3);
  expect(await page.locator('.rl-macro-source code', { hasText: '{{hash}}' }).count()).toBe(3);
  expect(await page.locator('.rl-macro').count()).toBe(0);
  await context.close();
});
