import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blocks, type LiveSite, openLiveSite } from './live.ts';
import { type Card, cardOf, faultsOf, otherThanGone, prove, visitPage } from './live-page.ts';

let site: LiveSite;
beforeAll(async () => {
  site = await openLiveSite();
});
afterEach(() => site.tidy());
afterAll(() => site?.close());

/** Sizes of what is there to be pressed, with its words; `least` pixels is enough. */
function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.locator('main button:visible, main summary:visible, main .rl-ask input:visible').evaluateAll(
    (all, enough) =>
      all.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width >= enough && height >= enough ? [] : [`${element.textContent}: ${width} × ${height}`];
      }),
    least,
  );
}

describe.each([
  [375, 'phone'],
  [768, 'tablet'],
  [1440, 'desktop'],
] as const)('at %i pixels, as on a %s', (width, _) => {
  it.each(['light', 'dark'] as const)('%s, all states can be read and pressed', async (scheme) => {
    const touch = width < 1000;
    const { page, card, complaints } = await visitPage(site, { width, scheme, touch });
    const { run, field, evidence, shows } = card('tx');
    // Failing, with what the check saw; another one Healthy; and one that runs.
    await site.world.break('ethereum-rpc.forgets-transactions');
    await prove(site, page, blocks.tx);
    await shows('fail');
    await evidence.locator('summary').click();
    await evidence.locator('pre').first().waitFor();
    await prove(site, page, blocks.second);
    await card('second').shows('pass');
    site.gate.close();
    await card('head').run.click();
    await cardOf(page, blocks.head).root.locator('.rl-run', { hasText: 'Running…' }).waitFor();
    // A field with a mistake.
    await field.fill('0xabc');
    await field.press('Enter');
    await page.locator('input[aria-invalid="true"]').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await tooSmall(page, touch ? 44 : 24)).toEqual([]);
    site.gate.open();
    await card('head').shows('pass');

    await site.stop();
    await page.getByRole('status').filter({ hasText: 'The server does not answer.' }).waitFor();
    await expect.poll(() => run.getAttribute('aria-disabled')).toBe('true');
    expect(await faultsOf(page, 'main')).toEqual([]);
    // The line is seen from the page's end too.
    await card('head').root.scrollIntoViewIfNeeded();
    expect(await page.getByRole('status').filter({ hasText: 'The server' }).evaluate(isOnTop)).toBe(true);
    await site.start();
    expect(otherThanGone(complaints)).toEqual([]);
  });
});

function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return found !== null && element.contains(found);
}

describe('by keyboard alone', () => {
  const press = (page: Page, key: string) => page.keyboard.press(key);
  const focused = (page: Page) => page.locator(':focus');
  const hasFocus = ({ run }: Card) => run.evaluate((element) => element === document.activeElement);
  /** Presses Tab until this has the focus; at most so many times. */
  async function tabTo(page: Page, selector: string, most = 200): Promise<void> {
    for (let times = 0; times < most; times++) {
      await press(page, 'Tab');
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    }
    throw new Error(`Tab does not reach ${selector}.`);
  }
  const outline = (page: Page) =>
    focused(page).evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });

  it('a reader runs all, runs one, opens what it saw, and is never lost on the way', async () => {
    const { page, card, complaints } = await visitPage(site);
    await tabTo(page, '.rl-run-all button');
    expect(await outline(page)).toBe(true);
    site.gate.close();
    await press(page, 'Enter');
    await page.locator('.rl-progress', { hasText: '2 of 4' }).waitFor();
    site.gate.open();
    await expect.poll(() => page.locator('.rl-progress').innerText()).toBe('');
    expect(await focused(page).innerText()).toBe('Run all (4)');

    const selector = `section[data-block="${blocks.tx}"]`;
    await tabTo(page, `${selector} .rl-run`);
    expect(await outline(page)).toBe(true);
    for (const key of ['Enter', 'Space']) {
      const before = await site.provenAt(blocks.tx);
      await press(page, key);
      await expect.poll(() => site.provenAt(blocks.tx)).not.toBe(before);
      await card('tx').shows('pass');
      expect(await hasFocus(card('tx'))).toBe(true);
    }
    await tabTo(page, `${selector} summary`, 12);
    expect(await outline(page)).toBe(true);
    await press(page, 'Enter');
    await card('tx').evidence.locator('pre').first().waitFor();
    await tabTo(page, `${selector} pre`, 3);
    expect(await outline(page)).toBe(true);

    // Somebody else runs it while this reader reads what was seen.
    const before = await site.provenAt(blocks.tx);
    await site.live.start({ blocks: [blocks.tx], params: {} });
    await expect.poll(() => site.provenAt(blocks.tx)).not.toBe(before);
    await expect.poll(() => page.evaluate(() => document.querySelector('[aria-busy]'))).toBeNull();
    await card('tx').shows('pass');
    expect(await focused(page).evaluate((element) => element.tagName)).toBe('PRE');
    expect(complaints).toEqual([]);
  });

  it('a reader runs with their own value and comes back to the block’s proof', async () => {
    const { page, card, complaints } = await visitPage(site);
    const selector = `section[data-block="${blocks.tx}"]`;
    await tabTo(page, `${selector} .rl-run`);
    await tabTo(page, `${selector} .rl-ask input`, 6);
    expect(await outline(page)).toBe(true);
    await page.keyboard.type(site.world.state.services['ethereum-rpc']?.values['tx.stuck'] ?? '');
    await press(page, 'Enter');
    await card('tx').says('With your value');
    await card('tx').shows('warn');
    expect(await focused(page).evaluate((element) => element.tagName)).toBe('INPUT');
    await press(page, 'Shift+Tab');
    await tabTo(page, `${selector} .rl-back`, 1).catch(() => tabTo(page, `${selector} .rl-back`));
    await press(page, 'Space');
    await expect.poll(() => hasFocus(card('tx'))).toBe(true);
    expect(await card('tx').root.getAttribute('data-own')).toBeNull();
    expect(complaints).toEqual([]);
  });
});
