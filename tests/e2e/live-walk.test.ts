import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LiveSite, openLiveSite } from './live.ts';
import { announced, faultsOf, otherThanGone, wide } from './live-page.ts';
import { type Look, visit } from './sites.ts';
import { walkPage } from './walk-page.ts';

let site: LiveSite;
beforeAll(async () => {
  site = await openLiveSite(['swap-api', 'wallet-api', 'price-feed', 'bsc-rpc']);
});
afterEach(() => site.tidy());
afterAll(() => site?.close());

const atQuote = 'swap-bridge/?walk=exploit_quiet.where_quote.quote';
const atAggregator = 'swap-bridge/?walk=exploit_quiet.where_quote.quote_none.aggregator';
const atHash = 'swap-bridge/?walk=exploit_quiet.where_reverts.swap-tx';

async function open(address: string, look: Look = wide) {
  const visited = await visit(site.browser, `${site.url}trees/${address}`, look);
  return { ...visited, walk: walkPage(visited.page) };
}

const kept = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));

/** The best-known recovery phrase there is: nobody's money is behind it. */
const phrase = `${'abandon '.repeat(11)}about`;

describe('where a server is', () => {
  it('a check runs by itself, chooses the branch and says why; keys alone lead to the outcome', async () => {
    await site.world.break('swap-api.no-liquidity');
    const { page, walk, complaints } = await open('swap-bridge/');
    await walk.asks('Does anybody say');
    await page.keyboard.press('2');
    await page.keyboard.press('1');
    await walk.asks('Does our app give a quote');
    await walk.chosen.filter({ hasText: 'Yes' }).waitFor();
    expect(await walk.check.locator('.rl-verdict').innerText()).toBe('● Healthy');
    await page.goto(`${site.url}trees/${atAggregator}`);
    await walk.chosen.filter({ hasText: 'No, it is down, limits us or has no route' }).waitFor();
    const said = (await walk.check.innerText()).replace(/\s+/g, ' ');
    expect(said).toMatch(/^✕ Failing The aggregator behind our quotes is well proven \d+ s ago in lab, by the server/);
    expect(said).toContain('liquidity is false, healthy is = true');
    expect(await walk.check.locator('a').getAttribute('href')).toBe('/runbooks/swaps/swap-failed/#aggregator');
    expect(await announced(page)).toContain('It chooses “No, it is down, limits us or has no route”.');
    // It ended while the focus was elsewhere, and left it there.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    await page.keyboard.press('Enter');
    await walk.asks('The aggregator behind our quotes is down');
    expect(walk.walk()).toBe('exploit_quiet.where_quote.quote_none.aggregator_theirs_c.aggregator-down');
    expect(await walk.hasFocus()).toBe(true);
    expect(await walk.reasons.last().innerText()).toContain('by the check');
    expect(complaints).toEqual([]);
  });

  it('a person may overrule it: that and the reason are recorded, without what must not be kept', async () => {
    const { page, walk, complaints } = await open(atQuote);
    await walk.chosen.filter({ hasText: 'Yes' }).waitFor();
    await page.keyboard.press('2');
    const form = page.locator('.rl-overrule');
    await form.getByText('That is recorded').waitFor();
    // Numbers are text in here.
    await page.keyboard.type(phrase);
    await page.keyboard.press('Enter');
    await form.locator('.rl-mistake', { hasText: 'recovery phrase' }).waitFor();
    expect(await form.locator('input').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    expect(await form.count()).toBe(0);
    await page.keyboard.press('2');
    await page.keyboard.type('3 users, jane@example.com among them, see none');
    await page.keyboard.press('Enter');
    await walk.asks('Does the aggregator behind our quotes answer');
    expect(walk.walk()).toBe('exploit_quiet.where_quote.quote_none_o_well.aggregator');
    expect(await walk.breadcrumb.last().innerText()).toMatch(/No quote comes, or it is old\s*overruled/);
    const text = await kept(page);
    expect(text).toContain('3 users, [e-mail removed]');
    for (const secret of ['abandon', 'jane@']) expect(text).not.toContain(secret);
    await page.locator('.rl-walk-path summary').click();
    const reason = await walk.reasons.last().innerText();
    expect(reason).toContain('by a person, who overruled the check (“Yes”)');
    expect(reason).toContain('see none');
    expect(complaints).toEqual([]);
  });

  it('a reload keeps the reasons; a shared address has the answers, and says that it has no more', async () => {
    await site.world.break('swap-api.no-liquidity');
    const { page, walk } = await open(atAggregator);
    await walk.chosen.waitFor();
    await page.keyboard.press('ArrowRight');
    await walk.asks('The aggregator behind our quotes is down');
    await page.reload();
    await walk.asks('The aggregator behind our quotes is down');
    expect(await walk.reasons.last().innerText()).toContain('liquidity is false');
    const stored = JSON.parse(
      (JSON.parse(await kept(page)) as Record<string, string>)['runlight-walk-swap-bridge'] ?? '',
    );
    expect(stored.checks.map(({ block, verdict }: Record<string, string>) => `${block} ${verdict}`)).toEqual([
      'runbooks/swaps/swap-failed#aggregator fail',
    ]);
    expect(await page.getByText('Counted from when you opened this page').isVisible()).toBe(false);

    const other = await open(`swap-bridge/?walk=${walk.walk()}`);
    await other.walk.asks('The aggregator behind our quotes is down');
    expect(await other.walk.reasons.last().innerText()).toContain('From a shared link: the check chose');
    expect(await other.page.getByText('Counted from when you opened this page').isVisible()).toBe(true);
    // Back from there asks the check again.
    await other.page.keyboard.press('Backspace');
    await other.walk.chosen.waitFor();
  });

  it('a value of the user’s own case goes to the check alone', async () => {
    const hash = site.world.state.services['bsc-rpc']?.values['tx.confirmed'] ?? '';
    expect(hash).toMatch(/^0x[0-9a-f]{64}$/);
    const { page, walk, complaints } = await open(atHash);
    const field = walk.check.locator('.rl-ask input');
    await field.waitFor();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await field.fill(phrase);
    await field.press('Enter');
    await walk.check.locator('.rl-mistake', { hasText: 'make a new wallet now' }).waitFor();
    expect(await field.inputValue()).toBe('');
    expect(sent.join()).not.toContain('abandon');
    await field.fill(hash);
    await field.press('Enter');
    await walk.chosen.filter({ hasText: 'Confirmed' }).waitFor();
    expect(await walk.check.innerText()).toContain('With your value');
    // The form has gone, and whoever was in it is beside what came of it.
    expect(await walk.check.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await walk.asks('The swap worked');
    expect(page.url()).not.toContain(hash.slice(2));
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(hash.slice(2));
    const keptWalk = await kept(page);
    expect(keptWalk).toContain('"own\\":true');
    expect(complaints).toEqual([]);
  });

  it('what cannot run here, and a server that goes, leave the question to the person, and say why', async () => {
    // Its target has no address here.
    const { page, walk } = await open('payment-provider/?walk=kind_order.how-many_several.provider-page');
    await walk.check
      .filter({ hasText: /Could not tell.*has no address for the target.*does not decide: answer it by hand\./s })
      .waitFor();
    expect(await walk.chosen.count()).toBe(0);
    await page.keyboard.press('1');
    await expect.poll(() => walk.walk()).toContain('provider-page_outage.');
    await page.locator('.rl-walk-path summary').click();
    expect(await walk.reasons.last().innerText()).toContain('The check did not decide: Could not tell.');

    await page.goto(`${site.url}trees/swap-bridge/?walk=exploit_quiet.where`);
    await walk.asks('Where does it stop?');
    await site.stop();
    await page.getByRole('status').filter({ hasText: 'The server does not answer.' }).waitFor();
    await page.keyboard.press('1');
    await walk.check.filter({ hasText: /The server does not answer.* Answer it by hand\./ }).waitFor();
    await page.keyboard.press('2');
    await walk.asks('Does the aggregator');
    // It is back, and the check runs by itself.
    await site.start();
    await walk.chosen.waitFor();
  });
});

describe.each([375, 768, 1440])('at %i pixels', (width) => {
  it.each(['light', 'dark'] as const)('%s, what a check says, and its overruling, can be read', async (scheme) => {
    await site.world.break('swap-api.no-liquidity');
    const { page, walk, complaints } = await open(atAggregator, { width, scheme, touch: width < 1000 });
    await walk.chosen.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await walk.choices.nth(1).click();
    await page.locator('.rl-overrule').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.goto(`${site.url}trees/${atHash}`);
    await walk.check.locator('.rl-ask input').fill('0x12');
    await page.keyboard.press('Enter');
    await walk.check.locator('.rl-mistake:visible').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(otherThanGone(complaints)).toEqual([]);
  });
});
