import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blocks, type LiveSite, openLiveSite, pageId } from './live.ts';
import { announced, cardOf, otherThanGone, prove, visitPage } from './live-page.ts';
import { openTab } from './sites.ts';

let site: LiveSite;
beforeAll(async () => {
  site = await openLiveSite();
});
afterEach(() => site.tidy());
afterAll(() => site?.close());

const lost = 'The server does not answer. What you see is as old as it says; trying again…';

describe('when the server goes', () => {
  it('the page says so and still reads; when it is back, the page knows what has happened since', async () => {
    const { page, card, complaints } = await visitPage(site);
    const line = page.getByRole('status').filter({ hasText: lost });
    await prove(site, page, blocks.tx);
    await card('tx').shows('pass');
    await card('head').run.focus();

    await site.stop();
    await line.waitFor();
    for (const name of ['tx', 'head'] as const)
      await expect.poll(() => card(name).run.getAttribute('aria-disabled')).toBe('true');
    expect(await page.getByRole('button', { name: /^Run all/ }).getAttribute('aria-disabled')).toBe('true');
    await card('tx').shows('pass');
    await card('tx').says(/proven \d+ (s|min) ago in lab, by the server/);
    // A press does nothing, and takes nothing away.
    await page.keyboard.press('Enter');
    await card('head').shows(null);

    await site.world.break('ethereum-rpc.forgets-transactions');
    await site.start();
    await site.live.start({ blocks: [blocks.tx], params: {} });
    await card('tx').shows('fail');
    await line.waitFor({ state: 'detached' });
    await expect.poll(() => card('head').run.getAttribute('aria-disabled')).toBeNull();
    expect(await card('head').run.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await card('head').shows('pass');
    expect(otherThanGone(complaints)).toEqual([]);
  });

  it('in the middle of a run, the block is free again when it is back, and keeps its last proof', async () => {
    const { page, card, complaints } = await visitPage(site);
    await prove(site, page, blocks.tx);
    await card('tx').shows('pass');
    site.gate.close();
    await card('tx').run.click();
    await page.locator(`section[data-block="${blocks.tx}"][aria-busy="true"]`, { hasText: 'Running…' }).waitFor();
    await site.stop();
    await page.getByRole('status').filter({ hasText: lost }).waitFor();
    site.gate.open();
    await site.start();
    await expect.poll(() => card('tx').run.innerText()).toBe('Run');
    await card('tx').shows('pass');
    await card('tx').says('The run was interrupted before this block was done. Run it again.');
    expect(await announced(page)).not.toMatch(/Healthy.*Healthy/s);
    await prove(site, page, blocks.tx);
    await expect.poll(() => card('tx').root.innerText()).not.toContain('interrupted');
    expect(otherThanGone(complaints)).toEqual([]);
  });

  it('in the middle of a run with a reader’s own value, it tells that this run is lost', async () => {
    const { card, complaints } = await visitPage(site);
    site.gate.close();
    await card('tx').field.fill(site.world.state.services['ethereum-rpc']?.values['tx.stuck'] ?? '');
    await card('tx').field.press('Enter');
    await card('tx').root.locator('.rl-run', { hasText: 'Running…' }).waitFor();
    await site.stop();
    site.gate.open();
    await site.start();
    await card('tx').says(/The server does not know this run any more|The run was interrupted/);
    await expect.poll(() => card('tx').run.getAttribute('aria-disabled')).toBeNull();
    // The new server’s answer about a run of the old one.
    expect(otherThanGone(complaints).filter((each) => !each.includes('404 (Not Found)'))).toEqual([]);
  });
});

it('behind a proxy that lets no stream through, a run still comes to its end', async () => {
  const { page, card, complaints, context } = await visitPage(site);
  await context.route('**/api/v1/events', (route) => route.abort());
  await page.reload();
  await site.world.break('ethereum-rpc.forgets-transactions');
  await prove(site, page, blocks.tx);
  await card('tx').shows('fail');
  await expect.poll(() => announced(page)).toContain('Failing');
  expect(await card('tx').root.innerText()).not.toContain('interrupted');
  expect(complaints.filter((each) => each !== 'Failed to load resource: net::ERR_FAILED')).toEqual([]);
});

describe('two tabs of one browser', () => {
  it('have one connection, see each other’s runs, and go on when the first is closed', async () => {
    const { page: first, complaints, context } = await visitPage(site);
    await expect.poll(() => site.live.events.readers).toBe(1);
    const second = await openTab(context, `${site.url}${pageId}/`, complaints);
    await cardOf(second, blocks.tx).run.waitFor();

    await site.world.break('ethereum-rpc.forgets-transactions');
    await prove(site, first, blocks.tx);
    for (const tab of [first, second]) await cardOf(tab, blocks.tx).shows('fail');
    await site.world.mend();
    await prove(site, second, blocks.tx);
    for (const tab of [first, second]) await cardOf(tab, blocks.tx).shows('pass');
    expect(site.live.events.readers).toBe(1);

    await first.close();
    await expect.poll(() => site.live.events.readers).toBe(1);
    await site.world.break('ethereum-rpc.forgets-transactions');
    // Nobody presses here: the second tab hears of it by a connection of its own.
    await site.live.start({ blocks: [blocks.tx], params: {} });
    await cardOf(second, blocks.tx).shows('fail');
    expect(complaints).toEqual([]);
    await context.close();
    await expect.poll(() => site.live.events.readers).toBe(0);
  });

  it('that press Run at the same time are answered by one probe', async () => {
    const { page: first, complaints, context } = await visitPage(site);
    const second = await openTab(context, `${site.url}${pageId}/`, complaints);
    await cardOf(second, blocks.tx).run.waitFor();
    const before = site.gate.count;
    await prove(site, first, blocks.tx);
    const one = site.gate.count - before;
    expect(one).toBeGreaterThan(0);
    for (const tab of [first, second]) await cardOf(tab, blocks.tx).shows('pass');

    site.gate.close();
    const starts: string[] = [];
    context.on('request', (request) => request.method() === 'POST' && starts.push(request.url()));
    await Promise.all(
      [first, second].map((tab) => cardOf(tab, blocks.tx).run.evaluate((run: HTMLElement) => run.click())),
    );
    for (const tab of [first, second])
      await tab.locator(`section[data-block="${blocks.tx}"][aria-busy="true"]`, { hasText: 'Running…' }).waitFor();
    // And somebody whose page does not know yet that it runs.
    const joined = await second.evaluate(async (block) => {
      const answer = await fetch('/api/v1/runs', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ blocks: [block] }),
      });
      return answer.status;
    }, blocks.tx);
    expect(joined).toBe(202);
    expect(starts.length).toBeGreaterThanOrEqual(2);
    const asked = site.gate.count;
    site.gate.open();
    for (const tab of [first, second]) await cardOf(tab, blocks.tx).shows('pass');
    expect(site.gate.count - asked).toBeLessThan(one);
    expect(site.gate.count - before).toBe(2 * one);
    expect(complaints).toEqual([]);
  });
});
