import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { CardState } from '../../src/schemas/verdict.ts';
import { blocks, type LiveSite, pageId } from './live.ts';
import { type Look, type Visit, visit } from './sites.ts';
import { violationsOn } from './violations-on.ts';

/** A check block's card, as a reader finds it. */
export interface Card {
  root: Locator;
  run: Locator;
  /** The field for a value of the reader's own, where the block asks for one. */
  field: Locator;
  evidence: Locator;
  /** Waits until it looks like this. */
  shows(state: CardState | null): Promise<void>;
  /** Waits until these words stand on it. */
  says(words: string | RegExp): Promise<void>;
}

export function cardOf(page: Page, block: string): Card {
  const root = page.locator(`section[data-block="${block}"]`);
  return {
    root,
    run: root.locator('.rl-run'),
    field: root.locator('.rl-ask input'),
    evidence: root.locator('.rl-evidence'),
    shows: (state) =>
      page
        .locator(
          `section[data-block="${block}"]${state ? `[data-state="${state}"]` : ':not([data-state])'}:not([aria-busy])`,
        )
        .waitFor(),
    says: (words) => page.locator(`section[data-block="${block}"]`, { hasText: words }).waitFor(),
  };
}

/** Presses Run and waits until the server has proven the block. */
export async function prove(site: LiveSite, page: Page, block: string): Promise<void> {
  const before = await site.provenAt(block);
  await cardOf(page, block).run.click();
  await expect.poll(() => site.provenAt(block)).not.toBe(before);
}

export const wide: Look = { width: 1440, scheme: 'light' };

/** Opens the page, and waits until the server has told of its blocks. */
export async function visitPage(
  site: LiveSite,
  look: Look = wide,
): Promise<Visit & { card(name: keyof typeof blocks): Card }> {
  const visited = await visit(site.browser, `${site.url}${pageId}/`, look);
  if (look.script !== false) await visited.page.locator('.rl-run:visible').first().waitFor();
  return { ...visited, card: (name) => cardOf(visited.page, blocks[name]) };
}

/** What is wrong with the page, or a part of it, as it is now: by WCAG 2.2 AA, and by its width. Nothing, where all is well. */
export async function faultsOf(page: Page, part = 'html'): Promise<string[]> {
  const violations = await violationsOn(page, { part });
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...violations, ...(sideways > 0 ? [`${sideways} px too wide`] : [])];
}

/** What a screen reader has been told so far, and not forgotten yet. */
export function announced(page: Page): Promise<string> {
  return page.locator('[role="log"]').innerText();
}

/** What the browser itself notes while nobody answers, or an answer breaks off; and search, which loads when there is time. */
const gone = [
  /^Failed to load resource: net::ERR_[A-Z_]+$/,
  /^Failed to fetch dynamically imported module: http:\/\/127\.0\.0\.1:\d+\/_astro\/[\w.-]+\.js$/,
];

/** Complaints that a server which was gone for a while does not explain. */
export const otherThanGone = (complaints: readonly string[]): string[] =>
  complaints.filter((each) => !gone.some((expected) => expected.test(each)));
