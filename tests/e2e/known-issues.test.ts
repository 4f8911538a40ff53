import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { BrowserContext } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicIncident, PublicStatus } from '../../src/schemas/public-status.ts';
import { openSites, type Sites } from './sites.ts';
import { violationsOn } from './violations-on.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const open: PublicIncident = {
  id: '2026-11-20-swaps-fail',
  phase: 'identified',
  effect: 'down',
  headline: {
    en: 'Swaps on BNB Smart Chain fail <img src=x onerror=alert(1)>',
    es: 'Los intercambios en BNB Smart Chain fallan',
    'pt-br': 'As trocas na BNB Smart Chain falham',
  },
  workaround: { en: 'Swaps on Ethereum work.', es: 'En Ethereum funcionan.', 'pt-br': 'Na Ethereum funcionam.' },
  journeys: ['swap'],
  startedAt: '2026-11-20T10:00:00.000Z',
  resolvedAt: null,
  updates: [
    {
      phase: 'identified',
      at: '2026-11-20T10:00:00.000Z',
      text: { en: 'Fails <img src=x>.\n\nWait.', es: 'Falla.', 'pt-br': 'Falha.' },
    },
  ],
  spans: [{ from: '2026-11-20T10:00:00.000Z', to: null, effect: 'down' }],
};

/** What the sites were told since they were built. */
async function told(context: BrowserContext, incidents: PublicIncident[]): Promise<void> {
  const status: PublicStatus = {
    version: 1,
    publishedAt: new Date().toISOString(),
    state: 'down',
    journeys: {
      swap: {
        name: { en: 'Swaps' },
        verdict: 'works',
        provenAt: new Date().toISOString(),
        until: new Date(Date.now() + 60_000).toISOString(),
      },
    },
    incidents,
  };
  await context.route('**/incidents.json', (route) => route.fulfill({ json: status }));
  await context.route('**/status.json', (route) => route.fulfill({ json: status }));
}

const bannerOf = '.rl-known .rl-issue';

describe('a known issue', () => {
  it.each([
    ['public', 'es/help/swap-failed/', 'Los intercambios en BNB Smart Chain fallan', 'En Ethereum funcionan.'],
    ['public', 'pt-br/help/swap-failed/', 'As trocas na BNB Smart Chain falham', 'Na Ethereum funcionam.'],
    ['public', '', 'Swaps on BNB Smart Chain fail <img', 'Swaps on Ethereum work.'],
    ['internal', 'help/swap-failed/', 'Swaps on BNB Smart Chain fail <img', 'Swaps on Ethereum work.'],
  ] as const)('stands on /%s/%s in the reader’s language, as text', async (site, path, headline, workaround) => {
    for (const scheme of ['light', 'dark'] as const) {
      const context = await sites.browser.newContext({ viewport: { width: 375, height: 900 }, colorScheme: scheme });
      await told(context, [open]);
      const page = await context.newPage();
      await page.goto(sites.url[site] + path);
      const banner = page.locator(bannerOf);
      await banner.waitFor();
      expect(await banner.innerText()).toContain(headline);
      expect(await banner.innerText()).toContain(workaround);
      expect(await banner.locator('img').count()).toBe(0);
      expect(await violationsOn(page)).toEqual([]);
      await context.close();
    }
  });

  it('stands on no article of other journeys, and nowhere once it is over', async () => {
    for (const [path, incidents] of [
      ['help/staking-unstake/', [open]],
      ['help/swap-failed/', [{ ...open, phase: 'resolved', effect: null } as const]],
    ] as const) {
      const context = await sites.browser.newContext();
      await told(context, [...incidents]);
      const page = await context.newPage();
      await page.goto(sites.url.public + path, { waitUntil: 'networkidle' });
      expect(await page.locator(bannerOf).count()).toBe(0);
      await context.close();
    }
  });
});

describe('the status page', () => {
  it.each([
    [375, 'light', 'status/', 'Some things are not working'],
    [375, 'dark', 'es/status/', 'Algunas cosas no funcionan'],
    [1440, 'dark', 'pt-br/status/', ''],
  ] as const)('says at %i pixels in %s on /%s what it was told, and fits', async (width, scheme, path, sentence) => {
    const context = await sites.browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
    await told(context, [open]);
    const page = await context.newPage();
    await page.goto(sites.url.public + path);
    await page.locator('[data-rl-sentence][data-state="fail"]').waitFor();
    expect(await page.locator('[data-rl-sentence]').innerText()).toContain(sentence);
    // What is open is listed as it is now, and the page does not say that nothing is.
    const issue = page.locator(`.rl-issue[id="${open.id}"]`);
    expect(await issue.locator('time').innerText()).toBe('2026-11-20 10:00 UTC');
    expect(await issue.locator('img').count()).toBe(0);
    expect(await page.locator('[data-rl-none]').isVisible()).toBe(false);
    // The check says that it works; the open incident is worse, and wins.
    await page.locator('[data-rl-user-journey="swap"][data-state="fail"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await violationsOn(page)).toEqual([]);
    await context.close();
  });

  it('reads without JavaScript, and its feeds are well-formed in every language', async () => {
    const context = await sites.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${sites.url.public}es/status/`);
    expect(await page.locator('main').innerText()).toContain('Las compras con tarjeta eran rechazadas');
    for (const link of ['RSS', 'Atom'])
      expect(await page.locator('main').getByRole('link', { name: link }).count()).toBe(1);
    for (const locale of ['', 'es/', 'pt-br/'])
      for (const kind of ['rss', 'atom']) {
        const xml = await (await fetch(`${sites.url.public}${locale}status/${kind}.xml`)).text();
        expect(XMLValidator.validate(xml)).toBe(true);
        const feed = new XMLParser().parse(xml) as {
          rss?: { channel: { item: unknown[] } };
          feed?: { entry: unknown[] };
        };
        expect((feed.rss?.channel.item ?? feed.feed?.entry ?? []).length).toBeGreaterThanOrEqual(8);
      }
    await context.close();
  });
});
