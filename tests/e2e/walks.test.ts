import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './live-page.ts';
import { type Look, openSites, type Sites, visit } from './sites.ts';
import { walkPage } from './walk-page.ts';

// Both sites from their home to what one came for, as somebody walks who was never here.
let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const looks: Look[] = [375, 768, 1440].flatMap((width) => [
  { width, scheme: 'light' as const },
  { width, scheme: 'dark' as const },
]);

const languages = [
  { prefix: '', lang: 'en', name: 'English', seeks: 'transaction is still pending', next: 1 },
  { prefix: 'es/', lang: 'es', name: 'Español', seeks: 'transacción sigue pendiente', next: 2 },
  { prefix: 'pt-br/', lang: 'pt-BR', name: 'Português (Brasil)', seeks: 'transação continua pendente', next: 0 },
] as const;

/** Where one stops to look: nothing is wrong with the page by WCAG 2.2 AA or by its width, in the right theme and language. */
async function stop(page: Page, { scheme }: Look, lang: string): Promise<void> {
  const html = page.locator('html');
  expect(await html.getAttribute('data-theme')).toBe(scheme);
  expect(await html.getAttribute('lang')).toBe(lang);
  expect(await faultsOf(page), page.url()).toEqual([]);
}

/** The one picture that is shown: how large its smallest letters are on the screen, and which stand outside of it. */
function seenPicture(page: Page): Promise<{ shown: number; smallest: number; outside: string[] }> {
  return page.locator('#tx-life').evaluate((figure) => {
    const shown = [...figure.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0);
    const [svg] = shown;
    const frame = svg?.getBoundingClientRect();
    const texts = [...(svg?.querySelectorAll('text') ?? [])];
    const scale = svg?.getScreenCTM()?.a ?? 0;
    return {
      shown: shown.length,
      smallest: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)),
      outside: texts.flatMap((text) => {
        const box = text.getBoundingClientRect();
        return frame && box.left >= frame.left - 1 && box.right <= frame.right + 1 ? [] : (text.textContent ?? '');
      }),
    };
  });
}

describe.each(languages)('the help centre in $name', ({ prefix, lang, seeks, next }) => {
  const article = `/${prefix}help/tx-pending/`;
  const other = languages[next];

  it.each(looks)('leads from home to an article and to another language at $width px, $scheme', async (look) => {
    const { page, complaints, context } = await visit(sites.browser, `${sites.url.public}${prefix}`, look);
    await stop(page, look, lang);
    // What always stands there: six things that people come for, all languages, and what nobody is ever asked for.
    expect(await page.locator('.rl-home > ul > li').count()).toBe(6);
    expect(await page.locator('.rl-languages > a').count()).toBe(languages.length);
    expect(await page.locator('.starlight-aside--caution').count()).toBe(1);

    // By day people search, by night they look around: each width and language has both.
    if (look.scheme === 'light') {
      await page.waitForFunction(() => customElements.get('site-search') !== undefined);
      await page.locator('.rl-finder:visible').click();
      await page.locator('dialog[open] input').first().fill(seeks);
      await page.locator(`dialog[open] a[href^="${article}"]`).first().click();
    } else {
      await page.locator('.rl-home-topics').getByRole('link').first().click();
      await page.waitForURL(`**/${prefix}topics/transactions/`);
      await stop(page, look, lang);
      await page.locator(`.rl-articles a[href="${article}"]`).click();
    }
    await page.waitForURL((url) => url.pathname === article);
    await page.locator('#tx-life figcaption').scrollIntoViewIfNeeded();
    const seen = await seenPicture(page);
    expect(seen.shown).toBe(1);
    expect(seen.smallest).toBeGreaterThanOrEqual(12);
    expect(seen.outside).toEqual([]);
    await stop(page, look, lang);

    const select = page.locator('starlight-lang-select select:visible');
    if ((await select.count()) === 0) await page.locator('.sl-menu-button').click();
    await select.selectOption({ label: other.name });
    await page.waitForURL((url) => url.pathname === `/${other.prefix}help/tx-pending/`);
    await stop(page, look, other.lang);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('the team’s site', () => {
  it.each(looks.map((look, index) => ({ ...(languages[index % languages.length] ?? languages[0]), ...look })))(
    'leads from the desk through a tree to an outcome, and the text for the user is copied in $name, at $width px, $scheme',
    async ({ name, prefix, width, scheme }) => {
      const look: Look = { width, scheme };
      const { page, complaints, context } = await visit(sites.browser, sites.url.internal, look);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await stop(page, look, 'en');
      await page.locator('.rl-desk a[href="/trees/swap-bridge/"]').click();
      const walk = walkPage(page);
      await walk.asks('Does anybody say');
      await stop(page, look, 'en');
      await walk.choices.nth(1).click();
      await walk.asks('Where does it stop?');
      await walk.choices.nth(1).click();
      await walk.asks('What does the app or the explorer say');
      await walk.choices.nth(0).click();
      await walk.asks("too little of the network's own coin");

      await page.locator('.rl-macro').getByRole('button', { name, exact: true }).click();
      await page.locator('[data-placeholder="network"]').fill('BNB Smart Chain');
      await page.locator('[data-placeholder="coin"]').fill('BNB');
      await stop(page, look, 'en');
      await page.locator('.rl-macro-copy').click();
      await page.locator('.rl-macro-said', { hasText: `in ${name}` }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('BNB Smart Chain');
      expect(copied).toContain(`/${prefix}help/insufficient-gas/`);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
