import type { Locator, Page } from 'playwright';

/** The page of a tree, as somebody finds it who walks it. */
export interface WalkPage {
  question: Locator;
  choices: Locator;
  /** What the node's check says. */
  check: Locator;
  /** The choice that the check has taken. */
  chosen: Locator;
  breadcrumb: Locator;
  reasons: Locator;
  note: Locator;
  /** Waits until this is asked, or has come out. */
  asks(words: string | RegExp): Promise<void>;
  /** `?walk=…` as it is now. */
  walk(): string | null;
  hasFocus(): Promise<boolean>;
}

export function walkPage(page: Page): WalkPage {
  const question = page.locator('.rl-walk-question');
  return {
    question,
    choices: page.locator('.rl-walk-choice'),
    check: page.locator('.rl-walk-check'),
    chosen: page.locator('.rl-walk-choice[data-chosen]'),
    breadcrumb: page.locator('.rl-walk-trail li'),
    reasons: page.locator('.rl-walk-path li'),
    note: page.locator('.rl-walk-note'),
    asks: (words) => page.locator('.rl-walk-question', { hasText: words }).waitFor(),
    walk: () => new URL(page.url()).searchParams.get('walk'),
    hasFocus: () => question.evaluate((element) => element === document.activeElement),
  };
}
