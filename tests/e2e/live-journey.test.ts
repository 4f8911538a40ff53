import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type LiveSite, openLiveSite } from './live.ts';
import { announced, faultsOf, wide } from './live-page.ts';
import { visit } from './sites.ts';

let site: LiveSite;
beforeAll(async () => {
  site = await openLiveSite('all');
});
afterEach(() => site.tidy());
afterAll(() => site?.close());

const aggregator = 'runbooks/swaps/swap-failed#aggregator';

// What else a busy machine makes degraded is named beside it, and behind it.
it('a journey is run from its page, which names what fails; when that is mended, it does so no more', async () => {
  await site.world.break('swap-api.no-liquidity');
  const { page, complaints } = await visit(site.browser, `${site.url}journeys/swap/`, wide);
  await page.locator('[data-rl-headline][data-state="error"]', { hasText: 'Not enough is known' }).waitFor();
  const run = page.getByRole('button', { name: /^Run all \(\d+\)$/ });
  await run.focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-rl-run-text]', { hasText: /^\d+ of \d+$/ }).waitFor();
  await page
    .locator('[data-rl-headline][data-state="fail"]', { hasText: /^✕ Swap aggregator fails because/ })
    .waitFor();
  const node = page.locator('.rl-node[data-part="aggregator"]');
  expect(await node.getAttribute('data-role')).toBe('fault');
  expect(await node.locator('.rl-node-label').textContent()).toBe('At fault');
  expect(await page.locator('#part-aggregator').innerText()).toMatch(/At fault: [\s\S]*First: /);
  await expect.poll(() => announced(page)).toContain('Swap aggregator fails because');
  expect(await run.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await faultsOf(page)).toEqual([]);

  await site.world.mend();
  const before = await site.provenAt(aggregator);
  await page.keyboard.press('Enter');
  await expect.poll(() => site.provenAt(aggregator)).not.toBe(before);
  await page.locator('[data-rl-headline]:not([data-state="fail"])').waitFor();
  await page.locator('.rl-node[data-part="aggregator"]:not([data-role="fault"])').waitFor();
  expect(await page.locator('[data-rl-headline]').innerText()).not.toContain('aggregator');
  expect(complaints).toEqual([]);
});
