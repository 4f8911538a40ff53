import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { blocks, type LiveSite, openLiveSite } from './live.ts';
import { announced, faultsOf, otherThanGone, wide } from './live-page.ts';
import { openTab, visit } from './sites.ts';

let site: LiveSite;
beforeAll(async () => {
  site = await openLiveSite();
});
afterEach(() => site.tidy());
afterAll(() => site?.close());

const row = (block: string, state?: string) =>
  `.rl-row[data-block="${block}"]${state === undefined ? '' : `[data-state="${state}"]`}`;

/** Runs blocks as somebody elsewhere does. */
async function runElsewhere(block: string): Promise<void> {
  const before = await site.provenAt(block);
  await site.live.start({ blocks: [block], params: {} });
  await expect.poll(() => site.provenAt(block)).not.toBe(before);
}

it('a journey’s tile turns red when somebody’s run fails, and names the page to look at first', async () => {
  const { page, complaints } = await visit(site.browser, site.url, wide);
  await page.getByRole('button', { name: /^Run all/ }).waitFor();
  await runElsewhere(blocks.node);
  await site.world.break('ethereum-rpc.stale-head');
  await runElsewhere(blocks.node);
  await page.locator('[data-rl-journey="swap"][data-state="fail"]').waitFor();
  await page.locator('[data-rl-headline][data-state="fail"]', { hasText: '1 block is failing' }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('[data-rl-worst] a', { hasText: 'EVM node lags' }).click();
  await page.waitForURL('**/evm-rpc-degraded/#ethereum-first');
  await page.locator(`section[data-block="${blocks.node}"][data-state="fail"]`).waitFor();

  await page.goBack();
  await page.locator('[data-rl-journey="swap"][data-state="fail"]').waitFor();
  await site.world.mend();
  await runElsewhere(blocks.node);
  await page.locator('[data-rl-headline]:not([data-state="fail"])').waitFor();
  expect(complaints).toEqual([]);
});

it('a row is run from the board, by keyboard; and a filter in the address follows what comes', async () => {
  await runElsewhere(blocks.tx);
  const { page, complaints, context } = await visit(site.browser, `${site.url}board/`, wide);
  const failing = await openTab(context, `${site.url}board/?state=fail`, complaints);
  await failing.locator('[data-rl-shown]', { hasText: /^0 of/ }).waitFor();
  const run = page.locator(row(blocks.tx)).getByRole('button');
  await page.locator(row(blocks.tx, 'pass')).waitFor({ state: 'attached' });
  await site.world.break('ethereum-rpc.forgets-transactions');
  site.gate.close();
  // A tab behind another is painted seldom.
  await page.bringToFront();
  await run.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => run.innerText()).toBe('Running…');
  expect(await run.getAttribute('aria-disabled')).toBe('true');
  site.gate.open();
  await page.locator(row(blocks.tx, 'fail'), { hasText: 'state is unknown' }).waitFor();
  expect(await run.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(() => announced(page)).toContain('1 of 1: 1 Failing');
  expect(await faultsOf(page)).toEqual([]);

  await failing.bringToFront();
  await failing.locator(`${row(blocks.tx, 'fail')}:visible`).waitFor();
  expect(await failing.locator('.rl-row:visible').count()).toBe(1);
  // Mended from there, it stays for the reader who has the focus in it.
  await site.world.mend();
  await failing.locator(row(blocks.tx)).getByRole('button').press('Enter');
  await failing.locator(`${row(blocks.tx, 'pass')}:visible`).waitFor();
  expect(await failing.locator(':focus').innerText()).toBe('Run');
  await failing.getByRole('searchbox').focus();
  // The next that anybody hears.
  await runElsewhere(blocks.head);
  await failing.locator(row(blocks.tx)).waitFor({ state: 'hidden' });
  expect(complaints).toEqual([]);
});

it.each(['', 'board/'])('/%s says that the server is gone, and when it is back goes on', async (path) => {
  const { page, complaints } = await visit(site.browser, site.url + path, { width: 768, scheme: 'dark' });
  const all = page.locator('[data-rl-run-bar] button');
  const line = page.getByRole('status').filter({ hasText: 'The server does not answer.' });
  await expect.poll(() => all.getAttribute('aria-disabled')).toBeNull();
  await site.stop();
  await line.waitFor();
  await expect.poll(() => all.getAttribute('aria-disabled')).toBe('true');
  expect(await faultsOf(page)).toEqual([]);
  await site.start();
  await line.waitFor({ state: 'detached' });
  await expect.poll(() => all.getAttribute('aria-disabled')).toBeNull();
  expect(otherThanGone(complaints)).toEqual([]);
});
