import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './live-page.ts';
import { type Look, openSites, type Sites, visit } from './sites.ts';
import { walkPage } from './walk-page.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const wide: Look = { width: 1440, scheme: 'light' };

async function open(address: string, look: Look = wide) {
  const visited = await visit(sites.browser, `${sites.url.internal}trees/${address}`, look);
  return { ...visited, walk: walkPage(visited.page) };
}

describe('on a host of files, a tree is walked by hand', () => {
  it('by keys alone, to an outcome; back, restart and the path lead to earlier questions', async () => {
    const { page, walk, complaints, context } = await open('swap-bridge/');
    await walk.asks('Does anybody say');
    await page.keyboard.press('2');
    await walk.asks('Where does it stop?');
    expect(await walk.hasFocus()).toBe(true);
    await page.keyboard.press('1');
    await walk.asks('Does our app give a quote');
    await walk.check.filter({ hasText: 'No server is here that could run the check. Answer it by hand.' }).waitFor();
    // Nothing is chosen, so there is nothing to take.
    await page.keyboard.press('Enter');
    expect(walk.walk()).toBe('exploit_quiet.where_quote.quote');
    await page.keyboard.press('3');
    await walk.asks('Quotes come late or a little off');
    expect(await walk.breadcrumb.allInnerTexts()).toHaveLength(3);
    await page.keyboard.press('Backspace');
    await walk.asks('Does our app give a quote');
    await page.keyboard.press('ArrowLeft');
    await walk.asks('Where does it stop?');
    await page.keyboard.press('r');
    await walk.asks('Does anybody say');
    expect(new URL(page.url()).search).toBe('');
    expect(await walk.breadcrumb.count()).toBe(0);
    // Restarted by mistake: the browser's Back has it.
    await page.goBack();
    await walk.asks('Where does it stop?');
    await walk.breadcrumb.first().locator('a').click();
    await walk.asks('Does anybody say');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the browser’s Back and Forward walk, too, and a key that is not the walk’s does nothing', async () => {
    const { page, walk, context } = await open('swap-bridge/');
    await walk.choices.nth(1).click();
    await walk.choices.nth(1).click();
    await walk.asks('What does the app or the explorer say');
    await page.goBack();
    await walk.asks('Where does it stop?');
    await page.goBack();
    await walk.asks('Does anybody say');
    await page.goForward();
    await page.goForward();
    await walk.asks('What does the app or the explorer say');
    const before = page.url();
    for (const key of ['9', 'Control+1', 'Alt+2', 'x', 'ArrowUp']) await page.keyboard.press(key);
    expect(page.url()).toBe(before);
    await context.close();
  });

  it('keys do nothing in a field, and none at all once they are turned off', async () => {
    const { page, walk, context } = await open('swap-bridge/?walk=exploit_quiet.where_approve.approval_fee.low-gas');
    await walk.asks('too little of the network’s own coin'.replace('’', "'"));
    const field = page.locator('.rl-macro input').first();
    await field.focus();
    await page.keyboard.type('r1');
    await page.keyboard.press('Backspace');
    expect(await field.inputValue()).toBe('r');
    expect(walk.walk()).toContain('low-gas');
    await page.getByRole('button', { name: 'Turn keys off' }).click();
    await page.keyboard.press('r');
    await page.keyboard.press('Backspace');
    expect(walk.walk()).toContain('low-gas');
    await page.reload();
    await page.getByRole('button', { name: 'Turn keys on' }).click();
    await page.keyboard.press('r');
    await walk.asks('Does anybody say');
    await context.close();
  });

  it('goes on in another tree, and the drawing shows where, without moving the window', async () => {
    const { page, walk, context } = await open('swap-bridge/?walk=exploit_quiet.where_approve.approval');
    await walk.choices.nth(3).click();
    await walk.asks('Which network is it?');
    expect(walk.walk()).toBe('exploit_quiet.where_approve.approval_waiting.*chain-rpc.network');
    await page.getByText('You have come into another tree: A chain, or our way to it.').waitFor();
    const lit = page.locator('.rl-tree [aria-current="step"]');
    expect(await lit.getAttribute('data-node')).toBe('swap-bridge#chain');
    expect(await page.locator('.rl-tree a[data-walked]').count()).toBe(3);
    const pane = await page.locator('.rl-walk-pane').boundingBox();
    const node = await lit.boundingBox();
    expect(node && pane && node.y >= pane.y && node.y + node.height <= pane.y + pane.height).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await context.close();
  });

  it('an outcome says how bad it is, who takes it and by when, and its list is ticked off', async () => {
    const { page, walk, context, complaints } = await open('swap-bridge/?walk=exploit_quiet.where_quote.quote');
    await walk.choices.nth(0).click();
    await walk.asks('Swaps are quoted far from the market price');
    const text = (await page.locator('.rl-outcome').innerText()).replace(/\s+/g, ' ');
    for (const part of ['SEV-2', 'Engineering on call', '#swaps', 'in 15 min (within 15 min)', 'Incident commander'])
      expect(text).toContain(part);
    expect(await page.getByRole('link', { name: /^Runbook: / }).getAttribute('href')).toBe(
      '/runbooks/triage/price-feed-wrong/',
    );
    expect(await page.getByRole('link', { name: 'Make the packet' }).getAttribute('href')).toBe(
      '/packet/?tree=swap-bridge&walk=exploit_quiet.where_quote.quote_off.price-wrong',
    );
    await page.locator('.rl-macro').waitFor();
    const boxes = page.locator('.rl-outcome-do input');
    await boxes.nth(1).check();
    const due = await page.locator('.rl-outcome-facts > div', { hasText: 'Taken by' }).locator('strong').innerText();
    await page.reload();
    await walk.asks('Swaps are quoted far');
    expect(await boxes.nth(1).isChecked()).toBe(true);
    expect(await page.locator('.rl-outcome-facts > div', { hasText: 'Taken by' }).locator('strong').innerText()).toBe(
      due,
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('prints the drawing, the path and the outcome, and nothing to press', async () => {
    const { page, walk, context } = await open('swap-bridge/?walk=exploit_quiet.where_quote.quote_off.price-wrong', {
      width: 375,
      scheme: 'light',
    });
    await walk.asks('Swaps are quoted far');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.rl-tree a[aria-current="step"] svg').isVisible()).toBe(true);
    expect(await walk.reasons.allInnerTexts()).toHaveLength(3);
    expect(await walk.reasons.last().isVisible()).toBe(true);
    expect(await page.locator('.rl-walk-foot button:visible, .rl-walk-keys:visible').count()).toBe(0);
    await context.close();
  });
});

describe('an address', () => {
  it('of a tree that has changed says so, and goes on from the last node that still exists', async () => {
    const { walk, context, page } = await open('swap-bridge/?walk=exploit_quiet.where_renamed.gone_well_c.quote');
    await walk.asks('Where does it stop?');
    expect(await walk.note.innerText()).toContain('The tree has changed since this walk: at where');
    expect(walk.walk()).toBe('exploit_quiet.where');
    await page.keyboard.press('2');
    await walk.asks('What does the app');
    expect(await walk.note.innerText()).toBe('');
    await context.close();
  });

  it.each(['%3Cimg%20src%3Dx%3E', 'exploit_quiet', '....', `${'a'.repeat(5000)}`])(
    'that holds no walk begins at the start, and says so',
    async (text) => {
      const { walk, complaints, context } = await open(`swap-bridge/?walk=${text}`);
      await walk.asks('Does anybody say');
      expect(await walk.note.innerText()).toContain('holds no walk that can be read');
      expect(walk.walk()).toBeNull();
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});

it('the page loads what decides, and not the library of the schemas', async () => {
  const scripts: Promise<string>[] = [];
  const { page, context } = await open('master-triage/');
  page.on('response', (response) => {
    if (/\.js$/.test(new URL(response.url()).pathname)) scripts.push(response.text());
  });
  await page.reload({ waitUntil: 'networkidle' });
  const all = await Promise.all(scripts);
  expect(all.some((text) => text.includes('holds no walk that can be read'))).toBe(true);
  expect(all.filter((text) => /ZodError|\$ZodType/.test(text))).toEqual([]);
  await context.close();
});

it('without JavaScript there are the drawing and the tree in words, and nothing that does nothing', async () => {
  const { page, context } = await open('swap-bridge/', { ...wide, script: false });
  expect(await page.locator('.rl-tree').isVisible()).toBe(true);
  const outcome = page.locator('#in-words-aggregator-down');
  const text = (await outcome.innerText()).replace(/\s+/g, ' ');
  for (const part of ['SEV-2', 'Engineering on call', '#swaps', 'within 15 min', 'Call engineering on call'])
    expect(text).toContain(part);
  expect(await page.locator('#in-words-where a[href="#in-words-approval"]').isVisible()).toBe(true);
  expect(await page.locator('main button:visible').count()).toBe(0);
  await context.close();
});

describe.each([375, 768, 1440])('at %i pixels', (width) => {
  it.each(['light', 'dark'] as const)('%s, questions and outcomes can be read', async (scheme) => {
    const { page, walk, context } = await open('swap-bridge/?walk=exploit_quiet.where_approve.approval', {
      width,
      scheme,
      touch: width < 1000,
    });
    await walk.asks('What does the app');
    expect(await faultsOf(page)).toEqual([]);
    // The question first: the drawing is folded where there is no room beside it.
    expect(await page.locator('.rl-walk-drawing').getAttribute('open')).toBe(width < 1000 ? null : '');
    await walk.choices.nth(0).click();
    await page.locator('.rl-macro').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await context.close();
  });
});
