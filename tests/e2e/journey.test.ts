import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import type { JourneysData } from '../../src/schemas/journeys-data.ts';
import type { Proof } from '../../src/schemas/proof.ts';
import type { InternalResults } from '../../src/schemas/published.ts';
import { faultsOf } from './live-page.ts';
import { type Look, openSites, type Sites, visit } from './sites.ts';

let sites: Sites;
let data: JourneysData;
beforeAll(async () => {
  sites = await openSites();
  data = JSON.parse(readFileSync(join(packageRoot, 'dist/internal/journeys.json'), 'utf8')) as JourneysData;
});
afterAll(() => sites?.close());

const aggregator = 'runbooks/swaps/swap-failed#aggregator';
const quote = 'runbooks/swaps/swap-failed#quote';
const hostile = 'It said <img src=x onerror=alert(1)>.';

/** Results of all blocks that journeys name: healthy, readings included, but where `over` says something else. */
function results(over: Record<string, Partial<Proof> | null> = {}, minutes = 2): InternalResults {
  const provenAt = new Date(Date.now() - minutes * 60_000).toISOString();
  const readings = new Map<string, string[]>();
  for (const { parts } of Object.values(data.journeys))
    for (const check of parts.flatMap(({ checks }) => checks))
      if (check.kind === 'watched')
        readings.set(check.block, [...(readings.get(check.block) ?? []), ...check.readings]);
  return {
    version: 1,
    publishedAt: provenAt,
    environment: 'lab',
    blocks: Object.fromEntries(
      Object.entries(data.blocks).flatMap(([id, { title }]): [string, Proof][] => {
        if (over[id] === null) return [];
        const seen = (readings.get(id) ?? []).map((name) => ({
          name,
          value: 1,
          unit: null,
          healthy: '= 1',
          degraded: null,
          verdict: 'pass' as const,
        }));
        const well: Proof = {
          title,
          verdict: 'pass',
          reason: null,
          provenAt,
          durationMs: 5,
          freshFor: 15 * 60_000,
          flaky: false,
          readings: seen,
          environment: 'lab',
          by: 'ci',
        };
        return [[id, { ...well, ...over[id] }]];
      }),
    ),
  };
}
const failing: Partial<Proof> = { verdict: 'fail', reason: { code: 'timeout', message: hostile, hint: 'Look.' } };
const aggregatorFails = (): InternalResults => results({ [aggregator]: failing, [quote]: failing });

const open = (path: string, given: InternalResults | null, look: Partial<Look> = {}) =>
  visit(sites.browser, sites.url.internal + path, {
    width: 1440,
    scheme: 'light',
    ...(given ? { results: given } : {}),
    ...look,
  });
const answer = (page: Page, state: string, text: string | RegExp) =>
  page.locator(`[data-rl-headline][data-state="${state}"]`, { hasText: text }).waitFor();
const node = (page: Page, part: string) => page.locator(`.rl-node[data-part="${part}"]`);

describe('a journey’s page on a site of files', () => {
  it('says on top what is at fault and why, what to do first, and shows it on the map and at its part', async () => {
    const { page, complaints } = await open('journeys/swap/', aggregatorFails());
    await answer(
      page,
      'fail',
      'Swap aggregator fails because it said <img src=x onerror=alert(1)>; it needs no other part.',
    );
    const first = page.locator('[data-rl-first]');
    expect(await first.innerText()).toMatch(/^First: /);
    expect(await first.getByRole('link').getAttribute('href')).toBe('/runbooks/swaps/swap-failed/#aggregator');
    expect(await page.locator('[data-rl-proof]').innerText()).toMatch(
      /^All \d+ blocks proven, the oldest 2 min ago\.$/,
    );
    expect(await node(page, 'aggregator').getAttribute('data-role')).toBe('fault');
    expect(await node(page, 'aggregator').locator('a').getAttribute('aria-label')).toMatch(
      /^Swap aggregator, Provider, needs no other part, Failing, At fault$/,
    );
    expect(await node(page, 'quotes').getAttribute('data-role')).toBe('consequence');
    expect((await node(page, 'quotes').locator('.rl-node-label text').allTextContents()).join(' ')).toBe(
      'because of Swap aggregator',
    );
    expect(await node(page, 'app').getAttribute('data-role')).toBe('none');
    expect(
      await page
        .locator('.rl-edge[data-carries]')
        .evaluateAll((all) => all.map((edge) => edge.getAttribute('data-to'))),
    ).toEqual(['aggregator']);
    const part = page.locator('#part-aggregator');
    expect(await part.innerText()).toMatch(/At fault: Swap aggregator fails[\s\S]*It explains: Quote service\./);
    expect(await part.locator(`[data-rl-line="${aggregator}"]`).innerText()).toMatch(
      /✕ Failing[\s\S]*proven 2 min ago in lab, in CI/,
    );
    expect(await page.locator('.rl-journey img').count()).toBe(0);
    // There is nobody to run anything.
    expect(await page.locator('[data-rl-run-bar]').isHidden()).toBe(true);
    expect(await page.locator('[data-rl-packet]').getAttribute('href')).toBe('/packet/?journey=swap');
    expect(complaints).toEqual([]);
  });

  it('says that all is well', async () => {
    const { page } = await open('journeys/swap/', results());
    await answer(page, 'pass', 'All of its parts are well.');
    expect(await page.locator('.rl-node:not([data-role="none"])').count()).toBe(0);
  });

  it('says that not enough is known, and of which part: of one that nobody ran, and of proofs that are old', async () => {
    const { page } = await open('journeys/swap/', results({ [aggregator]: null }));
    await answer(page, 'error', `Not enough is known: Swap aggregator. The block ${aggregator} was not run.`);
    expect(await node(page, 'aggregator').getAttribute('data-role')).toBe('unknown');
    const old = await open('journeys/swap/', results({}, 90));
    await answer(old.page, 'error', 'Not enough is known: nothing fresh is known of any part.');
    const none = await open('journeys/swap/', null);
    await none.page.locator('[data-rl-proof]', { hasText: 'Nothing has been proven yet.' }).waitFor();
    await answer(none.page, 'error', 'Not enough is known');
  });

  it('leads from a part on the map to its line, by keyboard', async () => {
    const { page } = await open('journeys/swap/', aggregatorFails());
    await answer(page, 'fail', 'Swap aggregator fails');
    await node(page, 'aggregator').locator('a').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/journeys/swap/#part-aggregator');
    expect(await page.locator('#part-aggregator').evaluate((part) => part.getBoundingClientRect().top)).toBeLessThan(
      900,
    );
  });

  it.each(Object.entries({ light: 375, dark: 375 } as const))(
    'on a phone, %s, the map scrolls in its own place, to the fault',
    async (scheme, width) => {
      const look = { width, scheme: scheme as Look['scheme'], touch: true };
      const { page, complaints } = await open('journeys/swap/', aggregatorFails(), look);
      await answer(page, 'fail', 'Swap aggregator fails');
      expect(await faultsOf(page)).toEqual([]);
      const map = page.getByRole('region', { name: 'What it depends on' });
      const box = await node(page, 'aggregator').locator('.rl-box').boundingBox();
      const place = await map.boundingBox();
      expect(box && place && box.x >= place.x && box.x + box.width <= place.x + place.width).toBe(true);
      await map.focus();
      const before = await map.evaluate((element) => element.scrollLeft);
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => map.evaluate((element) => element.scrollLeft)).toBeLessThan(before);
      expect(complaints).toEqual([]);
    },
  );

  it('loads nothing that only a build needs: no schemas’ library, no layout', async () => {
    const { page } = await open('journeys/swap/', aggregatorFails());
    const scripts: string[] = [];
    page.on('response', async (response) => {
      // What came before the page is loaded again is gone with it.
      if (response.url().endsWith('.js')) scripts.push(await response.text().catch(() => ''));
    });
    await page.reload({ waitUntil: 'networkidle' });
    await answer(page, 'fail', 'Swap aggregator fails');
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((text) => text.includes('_zod') || text.includes('elk.'))).toEqual([]);
  });

  it('prints the whole map, and nothing to press', async () => {
    const { page } = await open('journeys/sell/', aggregatorFails(), { width: 768 });
    await page.locator('.rl-node[data-role="none"]').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const wider = await page.locator('.rl-map > svg').evaluate((svg) => svg.getBoundingClientRect().width - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    expect(await page.locator('.rl-journey button:visible').count()).toBe(0);
  });
});

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it('every journey can be read, and no text leaves its box', { timeout: 180_000 }, async () => {
    const { page, complaints } = await open('', null, { scheme });
    await page.route('**/results.json', (route) => route.fulfill({ json: aggregatorFails() }));
    for (const id of Object.keys(data.journeys)) {
      await page.goto(`${sites.url.internal}journeys/${id}/`);
      await page.locator('.rl-node[data-state="pass"]').first().waitFor();
      expect(await faultsOf(page), id).toEqual([]);
      const leaving = await page.locator('.rl-node').evaluateAll((nodes) =>
        nodes.flatMap((each) => {
          const box = each.querySelector('.rl-box')?.getBoundingClientRect();
          return [...each.querySelectorAll('text')].flatMap((text) => {
            const { left, right } = text.getBoundingClientRect();
            return box && left >= box.left && right <= box.right ? [] : [text.textContent];
          });
        }),
      );
      expect(leaving, id).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it('the list of journeys says how each is, and a tile of the desk leads to one', async () => {
    const { page, complaints } = await open('journeys/', aggregatorFails(), { scheme });
    await page.locator('[data-rl-journey="swap"][data-state="fail"]', { hasText: 'Swap aggregator fails' }).waitFor();
    await page
      .locator('[data-rl-journey="send"][data-state="pass"]', { hasText: 'All of its parts are well.' })
      .waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(sites.url.internal);
    await page.locator('[data-rl-journey="swap"] a').click();
    await page.waitForURL('**/journeys/swap/');
    expect(complaints).toEqual([]);
  });

  it('a provider’s page says who they are, what depends on them and how that is', async () => {
    const { page, complaints } = await open('providers/', aggregatorFails(), { scheme });
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Example Swap Aggregator' }).click();
    await page.locator('[data-rl-journey="swap"][data-state="fail"]', { hasText: 'Swap: Swap aggregator' }).waitFor();
    await page.locator(`[data-rl-line="${aggregator}"]`, { hasText: 'Failing' }).waitFor();
    const text = await page.locator('main').innerText();
    for (const part of ['Partner desk', 'The request id of the answer', 'Kill switch of engineering', 'swap-api'])
      expect(text).toContain(part);
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${sites.url.internal}providers/example-swap-provider/`);
    await page.locator('#status ~ ul [data-rl-line]', { hasText: 'Healthy' }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});
