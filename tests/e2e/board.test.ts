import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardBlocks } from '../../src/client/board/board-blocks.ts';
import { packageRoot } from '../../src/project/folders.ts';
import type { BoardBlock, BoardData } from '../../src/schemas/board-data.ts';
import type { InternalResults } from '../../src/schemas/published.ts';
import type { Verdict } from '../../src/schemas/verdict.ts';
import { openSites, type Sites, visit } from './sites.ts';
import { violationsOn } from './violations-on.ts';

let sites: Sites;
let blocks: BoardBlock[];
beforeAll(async () => {
  sites = await openSites();
  const file = join(packageRoot, 'dist/internal/board.json');
  blocks = boardBlocks(JSON.parse(readFileSync(file, 'utf8')) as BoardData);
});
afterAll(() => sites?.close());

const first = 'runbooks/network/evm-rpc-degraded#bsc-first';
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Results of the blocks that `verdict` gives one; the others were never run. */
function resultsOf(verdict: (id: string) => Verdict | null, minutes = 2): InternalResults {
  return {
    version: 1,
    publishedAt: ago(minutes),
    environment: 'lab',
    blocks: Object.fromEntries(
      blocks.flatMap(({ id, title }) => {
        const its = verdict(id);
        if (!its) return [];
        const reason =
          its === 'pass' ? null : ({ code: 'expectation', message: '`x` is <img src=x>.', hint: 'Look.' } as const);
        return [
          [
            id,
            {
              title,
              verdict: its,
              reason,
              provenAt: ago(minutes),
              durationMs: 5,
              freshFor: 15 * 60_000,
              flaky: false,
              readings: [],
              environment: 'lab',
              by: 'ci' as const,
            },
          ],
        ];
      }),
    ),
  };
}
function oneFails(): InternalResults {
  return resultsOf((id) => (id === first ? 'fail' : 'pass'));
}

const look = { width: 1280, scheme: 'light' } as const;
const desk = (results?: InternalResults, over = {}) =>
  visit(sites.browser, sites.url.internal, { ...look, ...(results ? { results } : {}), ...over });
const board = (search: string, results: InternalResults, over = {}) =>
  visit(sites.browser, `${sites.url.internal}board/${search}`, { ...look, results, ...over });
const headline = (page: Page, text: string) => page.locator('[data-rl-headline]', { hasText: text }).waitFor();
const rows = (page: Page) => page.locator('.rl-row:visible');

describe('the desk', () => {
  it.each([
    ['nothing was proven', null, null, 2, 'Nothing has been proven yet', 'skip'],
    ['all is well', 'pass', 'pass', 2, 'blocks are healthy', 'pass'],
    ['all is old', 'fail', 'pass', 90, 'Every proof is too old to count on', 'stale'],
    ['one fails', 'fail', 'pass', 2, '1 block is failing', 'fail'],
    ['one is degraded', 'warn', 'pass', 2, '1 block is degraded', 'warn'],
    ['one was not run', null, 'pass', 2, '1 block was not run', 'skip'],
  ] as const)(
    'fits one screen of 1280 × 800 and says how things are: %s',
    async (_, its, others, minutes, says, state) => {
      const results = resultsOf((id) => (id === first ? its : others), minutes);
      const { page, complaints, context } = await desk(others === null ? undefined : results);
      await page.setViewportSize({ width: 1280, height: 800 });
      await headline(page, says);
      await page.locator(`[data-rl-headline][data-state="${state}"]`).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800);
      expect(await violationsOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('has a tile for each journey: what is wrong, how much of it, how old', async () => {
    // One that few journeys depend on: the others must stay green.
    const [few] = blocks
      .filter(({ journeys }) => journeys.length > 0)
      .sort((a, b) => a.journeys.length - b.journeys.length);
    const [hit = ''] = few?.journeys ?? [];
    const { page, context } = await desk(resultsOf((id) => (id === few?.id ? 'fail' : 'pass')));
    await headline(page, 'failing');
    const count = blocks.filter(({ journeys }) => journeys.includes(hit)).length;
    const tile = page.locator(`[data-rl-journey="${hit}"]`);
    const text = ((await tile.textContent()) ?? '').replace(/\s+/g, ' ');
    const words = few?.title.split(' ').slice(0, 3).join(' ');
    expect(text).toMatch(new RegExp(`✕ Failing ?1 of ${count} blocks ?${words}.*oldest proof ?2 min ago`));
    const well = blocks.flatMap(({ journeys }) => journeys).find((journey) => !few?.journeys.includes(journey));
    expect(await page.locator(`[data-rl-journey="${well}"]`).getAttribute('data-state')).toBe('pass');
    await context.close();
  });

  it('leads from a tile to its journey’s page, and from there to its blocks, by keyboard', async () => {
    const { page, context } = await desk(oneFails());
    await headline(page, 'failing');
    await page.locator('[data-rl-journey="connect"] a').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/journeys/connect/');
    await page.getByRole('link', { name: 'Its blocks on the board' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/board/?by=journey&only=connect');
    await headline(page, 'failing');
    expect(await page.locator('.rl-group:visible h2').allInnerTexts()).toEqual(['Connect']);
    expect(await rows(page).count()).toBe(blocks.filter(({ journeys }) => journeys.includes('connect')).length);
    await context.close();
  });

  it('names the page to look at first, and leads to the block', async () => {
    const { page, context } = await desk(oneFails());
    await page.locator('[data-rl-worst] a', { hasText: 'EVM node lags' }).click();
    await page.waitForURL('**/runbooks/network/evm-rpc-degraded/#bsc-first');
    await context.close();
  });

  it('leads from a count to the blocks of that state', async () => {
    const { page, context } = await desk(oneFails());
    await page.locator('.rl-counts a', { hasText: 'Failing' }).click();
    await page.waitForURL('**/board/?state=fail');
    await page.locator('[data-rl-shown]', { hasText: '1 of' }).waitFor();
    expect(await rows(page).count()).toBe(1);
    await context.close();
  });

  it('opens the search from its box', async () => {
    const { page, context } = await desk();
    await page.waitForFunction(() => customElements.get('site-search') !== undefined);
    await page.getByRole('button', { name: 'What did the user write?' }).click();
    await page.locator('dialog[open] input').first().waitFor();
    await context.close();
  });
});

describe('the board', () => {
  it('has blocks of every area, each with its page, target and provider, without JavaScript, and under 60 KB', async () => {
    const { page, context } = await board('', oneFails(), { script: false });
    // Of a large tree the page has as many as keep it small, and says how many more there are, and where.
    const more = await page.getByText(/^and \d+ more, on/).allInnerTexts();
    const left = more.reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0]), 0);
    expect((await rows(page).count()) + left).toBe(blocks.length);
    expect(await page.locator('.rl-group').count()).toBe(new Set(blocks.map(({ area }) => area)).size);
    const row = rows(page).filter({ has: page.locator(`a[href$="#bsc-first"]`) });
    const text = await row.textContent();
    for (const part of ['Our first BNB Smart Chain node keeps up', 'EVM node lags', 'bsc-rpc'])
      expect(text).toContain(part);
    expect(readFileSync(join(packageRoot, 'dist/internal/board/index.html')).length).toBeLessThan(60_000);
    await context.close();
  });

  it('says of each block how it is, why, how old that is and from where; red first, and evidence is text', async () => {
    const { page, context } = await board('', oneFails());
    await headline(page, 'failing');
    const row = page.locator(`.rl-row[data-block="${first}"]`);
    // What is off the screen is not laid out, and has no `innerText`.
    const text = (await row.textContent())?.replace(/\s+/g, ' ');
    expect(text).toContain('✕ Failing');
    expect(text).toContain('proven 2 min ago in lab, in CI');
    expect(text).toContain('x is <img src=x>.');
    expect(await row.locator('img').count()).toBe(0);
    const group = page.locator('.rl-group', { has: row });
    expect(await group.locator('.rl-row').first().getAttribute('data-block')).toBe(first);
    expect(await group.locator('.rl-group-head').innerText()).toMatch(/Failing\s+1 Failing, \d+ Healthy/);
    // Nobody is there to run it.
    expect(await page.locator('[data-rl-run]:visible, [data-rl-run-bar]:visible').count()).toBe(0);
    await context.close();
  });

  it.each([
    ['journey', 'Swap'],
    ['layer', 'Provider'],
    ['provider', 'No provider'],
    ['area', 'Network'],
  ])('groups by %s on a key, and keeps it on reload', async (by, group) => {
    const { page, context } = await board(by === 'area' ? '?by=layer' : '', oneFails());
    await headline(page, 'failing');
    const button = page.locator(`[data-rl-by="${by}"]`);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: group, exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe(by === 'area' ? '' : `?by=${by}`);
    await page.reload();
    await headline(page, 'failing');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('[data-rl-by][aria-pressed="true"]').count()).toBe(1);
    await page.getByRole('heading', { name: group, exact: true }).waitFor();
    await context.close();
  });

  it('filters by state and by words, keeps both on reload, and shows all again', async () => {
    const { page, context } = await board(
      '',
      resultsOf((id) => (id === first ? 'fail' : id.length % 2 ? 'pass' : null)),
    );
    await headline(page, 'failing');
    await page.locator('[data-rl-state="fail"]').click();
    expect(await rows(page).count()).toBe(1);
    await page.locator('[data-rl-state="skip"]').click();
    await page.getByRole('searchbox').fill('bnb  FIRST');
    expect(await rows(page).count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?state=fail,skip&q=bnb++FIRST');
    await page.reload();
    await headline(page, 'failing');
    expect(await rows(page).count()).toBe(1);
    expect(await page.getByRole('searchbox').inputValue()).toBe('bnb  FIRST');
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await rows(page).count()).toBe(blocks.length);
    expect(new URL(page.url()).search).toBe('');
    await context.close();
  });

  it('shows one group on its name', async () => {
    const { page, context } = await board('?by=layer', oneFails());
    await page.getByRole('link', { name: 'API', exact: true }).click();
    await page.waitForURL('**/board/?by=layer&only=api');
    await headline(page, 'failing');
    expect(await page.locator('.rl-group:visible').count()).toBe(1);
    await context.close();
  });

  it('prints every row, and nothing to press', async () => {
    const { page, context } = await board('', oneFails());
    await headline(page, 'failing');
    await page.emulateMedia({ media: 'print' });
    expect(await rows(page).count()).toBe(blocks.length);
    expect(await page.locator('.rl-board button:visible, .rl-board input:visible').count()).toBe(0);
    await context.close();
  });
});
