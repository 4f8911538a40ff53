/** The drawings of escalation trees, and the page that lists trees, as readers have them. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { loadProject } from '../../src/project/load.ts';
import { type Look, openSites, type Sites, visit } from './sites.ts';
import { violationsOn } from './violations-on.ts';

const { trees, escalation } = await loadProject({ root: packageRoot });
const names = [...trees.keys()];

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const phone = { width: 375, scheme: 'light' } as const;
async function open(path: string, look: Look = phone) {
  const opened = await visit(sites.browser, `${sites.url.internal}${path}`, look);
  // A page may fold the drawing away on a phone.
  await opened.page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) if (folded.querySelector('.rl-tree')) folded.open = true;
  });
  return opened;
}

interface Seen {
  /** The smallest text, in pixels. */
  smallest: number;
  /** The lowest contrast of a text with what it stands on. */
  contrast: number;
  /** Texts that leave their box, or stand on another text. */
  astray: string[];
}

/** What a drawing looks like, measured in the browser: axe does not judge the contrast of text in SVG. */
const measure = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const value = Number(part) / 255;
        return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrastOf = (one: string, other: string): number => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const seen: Seen = { smallest: 99, contrast: 99, astray: [] };
    for (const row of document.querySelectorAll('.rl-tree a')) {
      const texts = [...row.querySelectorAll('text')].filter((text) => text.getBoundingClientRect().width > 0);
      for (const text of texts) {
        const style = getComputedStyle(text);
        const around = text.matches('.rl-tree-choice') ? null : row.querySelector('.rl-box');
        const behind = around ? getComputedStyle(around).fill : getComputedStyle(document.body).backgroundColor;
        seen.contrast = Math.min(seen.contrast, contrastOf(style.fill, behind));
        seen.smallest = Math.min(seen.smallest, Number.parseFloat(style.fontSize) * (text.getScreenCTM()?.a ?? 0));
        const its = text.getBoundingClientRect();
        const room = (around ?? row).getBoundingClientRect();
        const touches = texts.some((other) => {
          if (other === text) return false;
          const their = other.getBoundingClientRect();
          // Lines may come as near as their ascenders and descenders, which letters seldom fill.
          return (
            their.left < its.right && its.left < their.right && their.top + 4 < its.bottom && its.top + 4 < their.bottom
          );
        });
        if (its.left < room.left || its.right > room.right || touches) seen.astray.push(text.textContent);
      }
      const flag = getComputedStyle(row, '::after');
      if (flag.content === 'none') continue;
      seen.contrast = Math.min(seen.contrast, contrastOf(flag.color, flag.backgroundColor));
      seen.smallest = Math.min(seen.smallest, Number.parseFloat(flag.fontSize));
    }
    return seen;
  });

describe('a drawing', () => {
  it.each(names.flatMap((name) => (['light', 'dark'] as const).map((scheme) => [name, scheme] as const)))(
    'can be read on a phone: %s, %s',
    async (name, scheme) => {
      const { page, context } = await open(`trees/${name}/`, { width: 375, scheme });
      await page
        .locator('.rl-tree [data-node]')
        .nth(1)
        .evaluate((node) => node.setAttribute('aria-current', 'step'));
      await page
        .locator('.rl-tree [data-node]')
        .first()
        .evaluate((node) => node.setAttribute('data-walked', ''));
      const seen = await measure(page);
      expect(seen.astray).toEqual([]);
      expect(seen.smallest).toBeGreaterThanOrEqual(12.5);
      expect(seen.contrast).toBeGreaterThanOrEqual(4.5);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
      expect(await violationsOn(page, { part: '.rl-tree' })).toEqual([]);
      await context.close();
    },
  );

  it('says every node to those who hear it, with the choice that leads to it', async () => {
    const { page, context } = await open('trees/legal-compliance/', { ...phone, script: false });
    const heard = await page.locator('.rl-tree').ariaSnapshot();
    expect(heard).toContain('link "Question: What kind of message is it?"');
    expect(heard).toContain(
      'If “Sanctions, a sanctioned country, or a listed address”: SEV-3 outcome: Sanctions are mentioned. Legal desk, within',
    );
    await context.close();
  });

  it('says where a walk stands, and where it has been, in words', async () => {
    const { page, context } = await open('trees/chain-rpc/');
    const flag = () =>
      page.locator('.rl-tree #node-bsc-node').evaluate((node) => getComputedStyle(node, '::after').content);
    const set = (name: string, value: string | null) =>
      page
        .locator('.rl-tree #node-bsc-node')
        .evaluate((node, [key, to]) => (to === null ? node.removeAttribute(key) : node.setAttribute(key, to)), [
          name,
          value,
        ] as const);
    await set('aria-current', null);
    expect(await flag()).toBe('none');
    await set('data-walked', '');
    expect(await flag()).toContain('"Answered"');
    await set('aria-current', 'step');
    expect(await flag()).toContain('"You are here"');
    await context.close();
  });

  it('leads from a reference to the node, and from a link to the other tree', async () => {
    const { page, context } = await open('trees/swap-bridge/', { ...phone, script: false });
    const reference = page.locator('.rl-tree [data-kind="reference"]', { hasText: 'Is it always the same token?' });
    await reference.first().click();
    expect(new URL(page.url()).hash).toBe('#node-one-token');
    expect(await page.locator('#node-one-token').count()).toBe(1);
    await page.locator('.rl-tree #node-chain').click();
    await page.waitForURL('**/trees/chain-rpc/');
    await context.close();
  });

  it('is whole on paper, broken between its rows', async () => {
    const { page, context } = await open('trees/swap-bridge/', { width: 794, scheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const rows = page.locator('.rl-tree a');
    expect(await rows.count()).toBeGreaterThan(22);
    for (const row of await rows.all()) {
      expect(await row.isVisible()).toBe(true);
      expect(await row.evaluate((link) => getComputedStyle(link).breakInside)).toBe('avoid');
    }
    const seen = await measure(page);
    expect(seen.contrast).toBeGreaterThanOrEqual(4.5);
    await context.close();
  });
});

describe('the list of trees', () => {
  it.each([
    [375, 'light'],
    [768, 'dark'],
    [1440, 'light'],
  ] as const)('fits %d pixels, %s', async (width, scheme) => {
    const { page, complaints, context } = await open('trees/', { width, scheme });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await violationsOn(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('leads to each tree, and has a place for each severity and role', async () => {
    const { page, context } = await open('trees/');
    for (const name of names) await page.locator(`.rl-overview a[href$="/trees/${name}/"]`).waitFor();
    for (const id of [
      'sev1',
      'sev2',
      'sev3',
      'sev4',
      'sev5',
      ...Object.keys(escalation?.roles ?? {}).map((role) => `role-${role}`),
    ])
      expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
    await context.close();
  });
});
