// Long because it is one page, from an empty form to what is saved, with what must never be in it.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import type { Packet } from '../../src/schemas/packet.ts';
import { blocks, type LiveSite, openLiveSite, pageId } from './live.ts';
import { faultsOf } from './live-page.ts';
import { openSites, type Sites, visit } from './sites.ts';

let site: LiveSite;
let folder: string;
beforeAll(async () => {
  site = await openLiveSite();
  folder = await mkdtemp(join(tmpdir(), 'runlight-packet-'));
  await site.live.start({ blocks: [blocks.head], params: {} });
  await vi.waitUntil(async () => (await site.provenAt(blocks.head)) !== null, { timeout: 20_000 });
});
afterEach(() => site.tidy());
afterAll(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The best-known recovery phrase there is: nobody's money is behind it. */
const phrase = `${'abandon '.repeat(11)}about`;
const hash = `0x${'5e'.repeat(32)}`;
const address = `packet/?page=${pageId}`;

const open = async (url: string, over = {}) => {
  const visited = await visit(site.browser, url, { width: 1440, scheme: 'light', ...over });
  await visited.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return visited;
};
const fact = (page: Page, name: string) => page.locator(`#rl-fact-${name}`);
const shown = (page: Page, words: string | RegExp) => page.locator('.rl-packet-text', { hasText: words }).waitFor();
const state = (page: Page, words: string) => page.locator('.rl-packet-is', { hasText: words }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, words: string) => page.locator('.rl-packet-said', { hasText: words }).waitFor();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const kept = (page: Page) => page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));

const whole: Readonly<Record<string, string>> = {
  impact: 'Transactions on Ethereum stay pending',
  who: 'Users of the Android app in Brazil',
  howMany: '12 tickets since 14:30',
  appVersion: '12.4.1',
  platform: 'Android 16',
  chain: 'Ethereum',
  reproduction: 'Open Send\nPress Confirm',
  expected: 'It is in a block within a minute',
  actual: 'It stays pending',
  hashes: hash,
  errorText: 'none',
  tried: 'Another node: the same. The user is ana@example.com.',
  askFor: 'Switch to the second node',
  askOf: 'Engineering on call',
};

async function fillAll(page: Page): Promise<void> {
  for (const [name, value] of Object.entries(whole)) await fact(page, name).fill(value);
  await fact(page, 'severity').selectOption('sev3');
  await press(page, 'Now');
  await fact(page, 'askBy').fill(new Date(Date.now() + 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
}

/** Presses a button that saves a file, and returns where it lies. */
async function save(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const verify = (path: string) =>
  promisify(execFile)(process.execPath, [join(packageRoot, 'scripts/runlight.ts'), 'packet', 'verify', path], {
    cwd: packageRoot,
  });

it('names what is missing, on top and at its field, and says so in what is copied', async () => {
  const { page, complaints } = await open(site.url + address);
  await state(page, 'Incomplete: 16 essentials are missing');
  await shown(page, 'Ethereum keeps up while you look');
  await page.locator('.rl-packet-note', { hasText: 'run them on the page' }).waitFor();
  await page.locator('.rl-packet-missing a', { hasText: 'Impact' }).click();
  await page.keyboard.type(whole.impact ?? '');
  await state(page, 'Incomplete: 15 essentials are missing');
  expect(await page.locator('[data-fact="impact"]').getAttribute('data-missing')).toBeNull();
  await fact(page, 'firstSeen').fill('this morning');
  await page.locator('[data-fact="firstSeen"][data-missing]', { hasText: 'is no time that can be read' }).waitFor();
  await press(page, 'Copy Markdown');
  await said(page, 'Copied. It is incomplete, and says so: 15 essentials are missing.');
  expect(await clipboard(page)).toContain('incomplete: 15 essentials are missing');
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('is filled in, kept over a reload without what is secret, copied, and saved in two forms that verify', async () => {
  const { page, complaints } = await open(site.url + address);
  await fillAll(page);
  await state(page, 'Complete');
  await page.locator('[data-fact="tried"]', { hasText: 'an e-mail address' }).waitFor();
  expect(await kept(page)).toContain('12 tickets since 14:30');
  expect(await kept(page)).not.toContain('ana@example.com');

  await page.reload();
  await state(page, 'Complete');
  expect(await fact(page, 'tried').inputValue()).toBe('Another node: the same. The user is [e-mail removed].');
  expect(await fact(page, 'severity').inputValue()).toBe('sev3');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  await press(page, 'Copy Markdown');
  await said(page, 'Copied. It is complete.');
  const copied = await clipboard(page);
  expect(copied).toContain(hash);
  expect(copied).toContain('Ethereum keeps up while you look');
  expect(copied).not.toContain('ana@example.com');
  expect(requests.filter((each) => each.startsWith('POST')).length).toBe(1);
  expect(requests.join('\n')).not.toContain('ana@example.com');

  const markdown = await save(page, 'Download .md');
  const json = await save(page, 'Download .json');
  // One packet, made once.
  expect(requests.filter((each) => each.startsWith('POST')).length).toBe(1);
  expect(await readFile(markdown, 'utf8')).toBe(copied);
  const packet = JSON.parse(await readFile(json, 'utf8')) as Packet;
  expect(packet.content.missing).toEqual([]);
  expect(packet.content.checks.map(({ block }) => block)).toContain(blocks.head);
  expect(packet.content.checks[0]?.checkHash).toMatch(/^[0-9a-f]{64}$/);
  for (const path of [markdown, json]) expect((await verify(path)).stdout).toMatch(/unchanged|sealed/i);

  await press(page, 'Clear');
  await said(page, 'Cleared');
  await state(page, 'Incomplete');
  expect(await kept(page)).not.toContain('12 tickets');
  expect(complaints).toEqual([]);
});

it.each([
  ['a phrase, in any field', 'chain', phrase],
  ['a phrase over lines', 'hashes', phrase.replaceAll(' ', '\n')],
  ['a key', 'errorText', `private key ${'5e'.repeat(32)}`],
])(
  '%s stops it: its field is empty, nothing of it is kept, shown or sent, and what to tell the user is said',
  async (_, name, secret) => {
    const { page, complaints } = await open(site.url + address);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(`${request.url()} ${request.postData() ?? ''}`));
    await fact(page, 'impact').fill(whole.impact ?? '');
    await shown(page, whole.impact ?? '');
    await fact(page, name).fill(secret);
    await press(page, 'Copy Markdown');
    await page
      .locator(`[data-fact="${name}"] .rl-mistake`, { hasText: 'tell its owner to make a new wallet' })
      .waitFor();
    await expect.poll(() => fact(page, name).inputValue()).toBe('');
    const word = secret.split(/\s/).at(-1) ?? '';
    for (const text of [await page.locator('main').innerText(), await kept(page), requests.join('\n')])
      expect(text.split(/[^a-z0-9]+/i)).not.toContain(word);
    // What else was said is still there.
    await shown(page, whole.impact ?? '');
    expect(await fact(page, 'impact').inputValue()).toBe(whole.impact);
    expect(complaints).toEqual([]);
  },
);

it('a phrase in two fields, half in each, is not handed on either', async () => {
  const { page } = await open(site.url + address);
  const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'.split(' ');
  await fact(page, 'expected').fill(words.slice(0, 6).join(' '));
  await fact(page, 'actual').fill(words.slice(6).join(' '));
  await page.locator('[data-fact="actual"] .rl-mistake', { hasText: 'make a new wallet' }).waitFor();
  expect(await fact(page, 'actual').inputValue()).toBe('');
});

it('says where the server is gone, and makes the packet by itself', async () => {
  const { page } = await open(site.url + address);
  await fact(page, 'impact').fill(whole.impact ?? '');
  await shown(page, whole.impact ?? '');
  await page.route('**/api/v1/packets', (route) => route.abort());
  await press(page, 'Copy Markdown');
  await page.getByText('The server does not answer, so the packet was made here').waitFor();
  await said(page, 'Copied.');
  expect(await clipboard(page)).toContain('```runlight-seal');
});

it('prints the packet, and nothing else', async () => {
  const { page } = await open(site.url + address);
  await shown(page, 'Ethereum keeps up while you look');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.rl-packet-text').isVisible()).toBe(true);
  const others = 'header, nav, h1, form, button, .rl-packet-state, .rl-packet-from';
  expect(await page.locator(others).filter({ visible: true }).allInnerTexts()).toEqual([]);
});

it.each([
  [375, 'light'],
  [375, 'dark'],
  [768, 'light'],
  [1440, 'dark'],
] as const)('reads well at %s px, %s', async (width, scheme) => {
  const { page, complaints } = await open(site.url + address, { width, scheme });
  await shown(page, 'Ethereum keeps up while you look');
  await fact(page, 'hashes').fill(hash);
  await shown(page, hash);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('is led to from a page with blocks, in its reader’s language', async () => {
  const { page, complaints } = await open(`${site.url}es/help/tx-pending/`);
  await page.getByRole('link', { name: 'Crear un paquete' }).click();
  await page.waitForURL('**/packet/?page=help%2Ftx-pending');
  await page.locator('.rl-packet-from a', { hasText: 'pending' }).waitFor();
  expect(complaints).toEqual([]);
});

it('is made of a journey’s diagnosis, with the part at fault', async () => {
  await site.world.break('ethereum-rpc.stale-head');
  const before = await site.provenAt(blocks.node);
  await site.live.start({ blocks: [blocks.node], params: {} });
  await expect.poll(() => site.provenAt(blocks.node)).not.toBe(before);
  const { page, complaints } = await open(`${site.url}packet/?journey=swap`);
  await shown(page, 'Where the fault lies');
  await page.locator('.rl-packet-from', { hasText: 'the journey' }).waitFor();
  expect(complaints).toEqual([]);
});

it('is made of a walk: its severity, its path, who takes it', async () => {
  const { page, complaints } = await open(`${site.url}trees/legal-compliance/`);
  // To some end: the first choice of each question.
  const packet = page.getByRole('link', { name: 'Make the packet' });
  for (let step = 0; step < 20 && (await packet.count()) === 0; step += 1) {
    await page.locator('.rl-walk-screen').waitFor();
    if ((await packet.count()) === 0) await page.keyboard.press('1');
    await page.waitForTimeout(200);
  }
  await packet.click();
  await page.waitForURL('**/packet/?tree=legal-compliance&walk=*');
  await shown(page, 'Path through the tree');
  await shown(page, '## Asked');
  await page.getByText(/^Severity: SEV-\d, as the outcome says\.$/).waitFor();
  expect(await fact(page, 'askOf').count()).toBe(0);
  expect(complaints).toEqual([]);
});

it('without an address, lets one choose; of what is not there it says so', async () => {
  const { page, complaints } = await open(`${site.url}packet/`);
  await page.getByRole('searchbox').fill('evm transaction');
  await page.getByRole('link', { name: 'EVM transaction stuck or unknown' }).click();
  await page.waitForURL('**/packet/?page=*');
  await page.goto(`${site.url}packet/?page=runbooks/nowhere`);
  await page.getByText('There is no page “runbooks/nowhere” with check blocks.').waitFor();
  await page.goto(`${site.url}packet/?tree=legal-compliance`);
  await page.getByText('Walk it first.').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

it('on a site without a server, is made and sealed in the browser', async () => {
  const sites: Sites = await openSites();
  const { page, complaints, context } = await visit(sites.browser, sites.url.internal + address, {
    width: 1440,
    scheme: 'light',
  });
  await fillAll(page);
  await state(page, 'Complete');
  const markdown = await save(page, 'Download .md');
  const json = await save(page, 'Download .json');
  for (const path of [markdown, json]) expect((await verify(path)).stdout).toMatch(/unchanged|sealed/i);
  expect(complaints).toEqual([]);
  await context.close();
  await sites.close();
});
