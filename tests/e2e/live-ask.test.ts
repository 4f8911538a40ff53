import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { blocks, type LiveSite, openLiveSite, pageId } from './live.ts';
import { announced, cardOf, prove, visitPage, wide } from './live-page.ts';
import { openTab, visit } from './sites.ts';

let site: LiveSite;
/** Hashes that the lab's chain knows. */
let hash: { pending: string; confirmed: string };
beforeAll(async () => {
  site = await openLiveSite();
  const values = site.world.state.services['ethereum-rpc']?.values ?? {};
  hash = { pending: values['tx.stuck'] ?? '', confirmed: values['tx.confirmed'] ?? '' };
  expect(hash.pending, Object.keys(values).join()).toMatch(/^0x[0-9a-f]{64}$/);
});
afterEach(() => site.tidy());
afterAll(() => site?.close());

/** The best-known recovery phrase there is: nobody's money is behind it. */
const phrase = `${'abandon '.repeat(11)}about`;

/** What the page sends, from now on. */
function sent(page: Page): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') found.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
  });
  return found;
}

it('a value that does not fit is said beside its field, and not sent', async () => {
  const { page, card, complaints } = await visitPage(site);
  const { field, root } = card('tx');
  const requests = sent(page);
  expect(await page.locator(`label[for="${await field.getAttribute('id')}"]`).innerText()).toBe('Hash');
  await field.fill('0x1234');
  await field.press('Enter');
  await page.locator('input[aria-invalid="true"]').waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  const described = await field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
  );
  expect(described).toEqual([
    'This does not fit, so it was not sent.',
    expect.stringContaining('Expected: a transaction hash (0x and 64 hex digits).'),
  ]);
  expect(await root.locator('.rl-mistake:visible').count()).toBe(1);

  // Corrected, nothing is wrong any more.
  await field.fill(` ${hash.confirmed} `);
  expect(await field.getAttribute('aria-invalid')).toBeNull();
  expect(await root.locator('.rl-mistake:visible').count()).toBe(0);
  expect(requests).toEqual([]);
  expect(complaints).toEqual([]);
});

it('a reader’s own value shows its result to them alone, and changes nothing for anybody else', async () => {
  const { page, card, complaints, context } = await visitPage(site);
  const other = await openTab(context, `${site.url}${pageId}/`, complaints);
  const stranger = await visit(site.browser, `${site.url}${pageId}/`, wide);
  // A tab behind another is painted seldom.
  await page.bringToFront();
  await prove(site, page, blocks.tx);
  const { root, field, run, shows, says } = card('tx');
  for (const reader of [page, other, stranger.page]) await cardOf(reader, blocks.tx).shows('pass');
  const known = () => page.evaluate(async () => (await (await fetch('/api/v1/blocks')).json()).blocks as unknown);
  const before = await known();

  await field.fill(hash.pending);
  await field.press('Enter');
  await shows('warn');
  await says('With your value');
  await says('Only you see this result.');
  await says(/\d+ s ago/);
  expect(await root.innerText()).not.toContain('by the server');
  expect(await root.locator('tr:has(th code:text-is("state")) .rl-now').innerText()).toMatch(/^pending ▲/);
  await expect.poll(() => announced(page)).toContain('Ethereum: Degraded. With your value.');
  await card('tx').evidence.locator('summary').click();
  await card('tx').evidence.locator('pre', { hasText: hash.pending }).waitFor();
  // The contents list shows how the block is, not how this value is.
  await page.locator('nav a[href="#tx"]:visible .rl-dot[data-state="pass"]').waitFor();

  // Something that everybody is told, so that what they were not told would be there by now.
  await prove(site, page, blocks.head);
  for (const reader of [other, stranger.page]) {
    await cardOf(reader, blocks.head).shows('pass');
    expect(await cardOf(reader, blocks.tx).root.getAttribute('data-state')).toBe('pass');
    expect(await cardOf(reader, blocks.tx).root.getAttribute('data-own')).toBeNull();
    expect(await reader.locator('main').innerText()).not.toContain(hash.pending);
  }
  const others = (all: unknown) => (all as { block: string }[]).filter(({ block }) => block !== blocks.head);
  expect(others(await known())).toEqual(others(before));
  const evidence = await page.evaluate(
    async (block) => (await fetch(`/api/v1/evidence?block=${encodeURIComponent(block)}`)).text(),
    blocks.tx,
  );
  expect(evidence).not.toContain(hash.pending);

  // It stays in the field, and is kept nowhere.
  expect(page.url()).toBe(`${site.url}${pageId}/`);
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(kept).not.toContain(hash.pending);
  await root.getByRole('button', { name: 'Show the block’s proof' }).click();
  await shows('pass');
  expect(await run.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await root.getAttribute('data-own')).toBeNull();
  await page.reload();
  await shows('pass');
  await run.waitFor();
  expect(await field.inputValue()).toBe('');
  expect([...complaints, ...stranger.complaints]).toEqual([]);
});

it('a recovery phrase is refused before anything is sent, and the field is empty again', async () => {
  const { page, card, complaints } = await visitPage(site);
  const { field, root } = card('tx');
  const requests = sent(page);
  await field.fill(phrase);
  await field.press('Enter');
  await root.locator('.rl-mistake', { hasText: 'This looks like a recovery phrase or a private key' }).waitFor();
  expect(await field.inputValue()).toBe('');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await page.content()).not.toContain('abandon');
  // A press that is sent, after the one that must not be.
  await prove(site, page, blocks.head);
  expect(requests).toEqual([expect.stringContaining('ethereum-head')]);
  expect(complaints).toEqual([]);
});

it('a recovery phrase that somebody sends by hand is refused by the server, which does not repeat it', async () => {
  const { page, complaints } = await visitPage(site);
  const asked = site.gate.count;
  const { status, text } = await page.evaluate(
    async ([block, value]) => {
      const answer = await fetch('/api/v1/runs', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ blocks: [block], params: { hash: value } }),
      });
      return { status: answer.status, text: await answer.text() };
    },
    [blocks.tx, phrase],
  );
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ error: { code: 'secret' } });
  expect(text).not.toContain('abandon');
  expect(site.gate.count).toBe(asked);
  expect(complaints).toEqual(['Failed to load resource: the server responded with a status of 400 (Bad Request)']);
});

it('the packet of a page has what the reader’s own value came to, and nothing of the page’s example', async () => {
  const { page, card, complaints, context } = await visitPage(site);
  const packet = await openTab(context, `${site.url}packet/?page=${pageId}`, complaints);
  const title = await card('tx').root.locator('h3').innerText();
  await packet.locator('.rl-packet-note', { hasText: 'Left out, for want of a value of this case' }).waitFor();
  expect(await packet.locator('.rl-packet-text').innerText()).not.toContain(blocks.tx);

  await page.bringToFront();
  await card('tx').field.fill(hash.pending);
  await card('tx').field.press('Enter');
  await page.locator('.rl-check[data-own]').waitFor();
  // The same tab knows it; another tab is another case.
  await page.getByRole('link', { name: 'Make a packet' }).click();
  await page.waitForURL('**/packet/?page=*');
  await page.locator('.rl-packet-text', { hasText: blocks.tx }).waitFor();
  const text = await page.locator('.rl-packet-text').innerText();
  expect(text).toContain('with a value of this case');
  expect(text).toContain(title);
  expect(await page.locator('.rl-packet-note').innerText()).not.toContain(`“${title}”`);
  // What was typed is not kept: the packet asks for its hashes.
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(hash.pending.slice(2));
  expect(complaints).toEqual([]);
});
