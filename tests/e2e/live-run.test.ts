import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aKey, blocks, dashboard, type LiveSite, openLiveSite, pageId, secretName } from './live.ts';
import { announced, prove, visitPage } from './live-page.ts';

let site: LiveSite;
beforeAll(async () => {
  site = await openLiveSite();
});
afterEach(() => site.tidy());
afterAll(() => site?.close());

describe('a healthy block', () => {
  it('says so, from where and since when, and shows what it read and the one line that applies', async () => {
    const { page, card, complaints } = await visitPage(site);
    const head = card('head');
    const link = head.root.getByRole('link', { name: 'Dashboard at that time' });
    expect(await link.count()).toBe(0);
    await prove(site, page, blocks.head);
    await head.shows('pass');
    await head.says(/● Healthy/);
    await head.says(/proven \d+ s ago in lab, by the server/);
    expect(await head.root.locator('tr:has(th code:text-is("agrees")) .rl-now').innerText()).toMatch(/^true ●/);
    expect(await head.root.locator('.rl-outcomes li:visible').allInnerTexts()).toEqual([
      expect.stringMatching(/^What the transaction blocks say/),
    ]);
    await page.locator('nav a[href="#ethereum-head"]:visible .rl-dot[data-state="pass"]').waitFor();
    const at = Date.parse((await site.provenAt(blocks.head)) ?? '');
    const quarter = 15 * 60_000;
    expect(await link.getAttribute('href')).toBe(
      dashboard.replace('{from}', String(at - quarter)).replace('{to}', String(at + quarter)),
    );
    // Its target has none.
    expect(await card('second').root.locator('.rl-dashboard:visible').count()).toBe(0);
    await expect.poll(() => announced(page)).toContain('Ethereum keeps up while you look: Healthy.');
    expect(complaints).toEqual([]);
  });

  it('is proven with all others of its page that can run, and says how far that has come', async () => {
    const { page, card, complaints } = await visitPage(site);
    const all = page.getByRole('button', { name: 'Run all (4)' });
    site.gate.close();
    await all.click();
    // The second node is asked past the gate, and one asks nobody.
    await page.locator('.rl-progress', { hasText: '2 of 4' }).waitFor();
    expect(await all.getAttribute('aria-disabled')).toBe('true');
    await page.locator('nav .rl-dot[data-state="running"]:visible').first().waitFor();
    expect(await card('tx').run.innerText()).toMatch(/^Running…( \d+ s)?$/);
    site.gate.open();
    for (const name of ['tx', 'second', 'head'] as const) await card(name).shows('pass');
    await expect.poll(() => page.locator('.rl-progress').innerText()).toBe('');
    await expect.poll(() => announced(page)).toContain('4 of 4: 3 Healthy, 1 Could not tell');
    await page.locator('[data-rl-page-age]', { hasText: /oldest proof \d+ s ago/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a fault', () => {
  it('turns the block red with its reason and what to do, and mended it is green again', async () => {
    const { page, card, complaints } = await visitPage(site);
    const { root, evidence, shows, says } = card('tx');
    await site.world.break('ethereum-rpc.forgets-transactions');
    await prove(site, page, blocks.tx);
    await shows('fail');
    await says(/✕ Failing/);
    expect(await root.locator('.rl-reason').innerText()).toMatch(/`?state`? is unknown/);
    expect(await root.locator('.rl-reason a').getAttribute('href')).toBe('/codes/expectation/');
    expect(await root.locator('tr:has(th code:text-is("state")) .rl-now[data-state="fail"]').innerText()).toMatch(
      /^unknown ✕/,
    );
    expect(await root.locator('.rl-outcomes li:visible').allInnerTexts()).toEqual([
      expect.stringMatching(/^Read state:/),
    ]);
    await page.locator('nav .rl-dot[data-state="fail"]:visible').waitFor();
    await expect.poll(() => announced(page)).toMatch(/Ethereum: Failing\. state is unknown/);
    await evidence.locator('summary').click();
    await evidence.locator('pre').first().waitFor();
    expect(await evidence.innerText()).toContain('eth_getTransactionByHash');

    // The line's link leads to the block that tells whose fault it is.
    await root.locator('.rl-outcomes li:visible a').click();
    expect(new URL(page.url()).hash).toBe('#tx-second-view');

    await site.world.mend();
    await prove(site, page, blocks.tx);
    await shows('pass');
    expect(await root.locator('.rl-reason, .rl-hint').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('that only leaves less to go by is Degraded, and says which line applies', async () => {
    const { page, card, complaints } = await visitPage(site);
    await site.world.break('ethereum-rpc-2.http-503');
    await prove(site, page, blocks.head);
    await card('head').shows('warn');
    await card('head').says(/▲ Degraded/);
    expect(await card('head').root.locator('.rl-outcomes li:visible').allInnerTexts()).toEqual([
      expect.stringMatching(/^If only lag/),
    ]);
    await page.locator('nav .rl-dot[data-state="warn"]:visible').waitFor();
    expect(complaints).toEqual([]);
  });

  it('cannot put markup into the page by what its target says', async () => {
    const { page, card, complaints } = await visitPage(site);
    const { evidence, shows } = card('tx');
    const hostile = '<img src=x onerror="window.name=\'ran\'"></pre><script>window.name="ran"</script>';
    site.gate.say({ type: 'application/json', body: hostile });
    await prove(site, page, blocks.tx);
    await shows('fail');
    await evidence.locator('summary').click();
    await evidence.locator('pre', { hasText: '<img src=x onerror=' }).first().waitFor();
    site.gate.say({
      type: 'application/json',
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, error: { code: -32000, message: hostile } }),
    });
    await prove(site, page, blocks.tx);
    await card('tx').says('<img src=x onerror=');
    expect(await page.locator('main img[src="x"], main pre script').count()).toBe(0);
    expect(await page.evaluate(() => window.name)).toBe('');
    // Evidence that is open while the block runs again is the new run's.
    await evidence.locator('pre', { hasText: '-32000' }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a block that does not come to a verdict', () => {
  it('keeps its last proof when it was not run now, and says why', async () => {
    const { page, card, complaints } = await visitPage(site);
    const { root, run, shows, says } = card('second');
    await prove(site, page, blocks.second);
    await shows('pass');
    const before = await site.provenAt(blocks.second);
    site.env[secretName] = undefined;
    await run.click();
    await says(/Not run now: .*RUNLIGHT_TEST_KEY/);
    await shows('pass');
    expect(await site.provenAt(blocks.second)).toBe(before);
    expect(await root.innerText()).not.toContain(aKey);
    await expect.poll(() => announced(page)).toContain('Not run now');
    site.env[secretName] = aKey;
    await prove(site, page, blocks.second);
    await expect.poll(() => root.innerText()).not.toContain('Not run now');
    expect(complaints).toEqual([]);
  });

  it('could not tell, where it is not set up here, and does not blame the target', async () => {
    const { page, card, complaints } = await visitPage(site);
    await prove(site, page, blocks.absent);
    await card('absent').shows('error');
    await card('absent').says(/\? Could not tell/);
    await card('absent').says('has no address for the target bsc-rpc');
    await page.locator('nav .rl-dot[data-state="error"]:visible').waitFor();

    site.env[secretName] = 'a key’s copy that a text editor has spoilt';
    await prove(site, page, blocks.second);
    await card('second').shows('error');
    expect(await card('second').root.innerText()).not.toContain('spoilt');
    site.env[secretName] = aKey;
    expect(complaints).toEqual([]);
  });
});

describe('a proof that has grown old', () => {
  it('turns stale on a page that stays open, and no part of it stays green', async () => {
    const { page, card, complaints } = await visitPage(site);
    const { root, shows, says } = card('head');
    await page.clock.install();
    await page.reload();
    await prove(site, page, blocks.head);
    await shows('pass');
    await page.clock.fastForward('16:00');
    await shows('stale');
    await says(/◌ Stale/);
    await says(/16 min ago in lab, by the server: Healthy/);
    const dot = page.locator('nav a[href="#ethereum-head"]:visible .rl-dot');
    expect(await dot.getAttribute('data-state')).toBe('stale');
    expect(
      await root.locator('tbody tr .rl-now').evaluateAll((cells) => cells.map((cell) => cell.dataset.state)),
    ).toEqual(['stale', 'stale', 'stale']);
    expect(complaints).toEqual([]);
  });

  it('is stale on a page that is opened, after the server’s night too; one press makes it fresh', async () => {
    await site.stop();
    await site.age(3 * 3_600_000);
    await site.start();
    const { page, card, complaints } = await visitPage(site);
    await card('head').shows('stale');
    await card('head').says(/3 h ago in lab, by the server: Healthy/);
    await page.locator('[data-rl-page-age]', { hasText: 'oldest proof 3 h ago' }).waitFor();
    await prove(site, page, blocks.head);
    await card('head').shows('pass');
    expect(complaints).toEqual([]);
  });
});

it('without JavaScript the page reads, with all outcomes and nothing to press that does nothing', async () => {
  const { page, card } = await visitPage(site, { width: 1440, scheme: 'light', script: false });
  expect(await page.locator('main button:visible, main form:visible, main input:visible').count()).toBe(0);
  expect(await card('tx').root.locator('.rl-outcomes li:visible').count()).toBe(4);
  expect(await page.locator('.rl-again').innerText()).toContain(`npx runlight check ${pageId}`);
});
