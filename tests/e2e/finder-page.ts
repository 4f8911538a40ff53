import type { Page } from 'playwright';
import type { Audience } from '../../src/schemas/frontmatter.ts';
import type { SearchDocument, SearchIndex } from '../../src/schemas/search.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { type Sites, type Visit, visit } from './sites.ts';

/** A page with a search box, as every page is. */
export const article = 'help/tx-pending/';
/** One that nobody owns. */
export const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

type Look = Partial<Parameters<typeof visit>[2]>;

/** Ways to open a page of the sites that a test file has. */
export function finderVisits(sites: () => Sites) {
  const open = (site: Audience, path = article, look: Look = {}): Promise<Visit> =>
    visit(sites().browser, sites().url[site] + path, { width: 1440, scheme: 'light', ...look });
  return {
    open,
    /** With the made index, which every answer is known of. */
    async openMade(site: Audience, look: Look = {}): Promise<Visit> {
      const visited = await open(site, article, look);
      await useMadeIndex(visited.page, site);
      return visited;
    },
  };
}

/** The search box of a page. */
export function box(page: Page) {
  // Starlight's selects are combo boxes with options, too.
  const dialog = page.locator('dialog.rl-find');
  return {
    dialog,
    field: dialog.getByRole('combobox'),
    options: dialog.getByRole('option'),
    active: dialog.locator('[role="option"][aria-selected="true"]'),
    group: (name: string) => dialog.getByRole('group', { name }),
    alert: dialog.locator('.rl-find-alert'),
    message: dialog.locator('.rl-find-message'),
  };
}

/** Opens the box as a reader with a keyboard does, and waits for what is in it. */
export async function openBox(page: Page, keys: string): Promise<ReturnType<typeof box>> {
  await page.waitForFunction(() => customElements.get('site-search') !== undefined);
  await page.keyboard.press(keys);
  const opened = box(page);
  await opened.options.first().waitFor();
  return opened;
}

/** Pastes into whatever has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((each) => navigator.clipboard.writeText(each), text);
  await page.keyboard.press('Control+v');
}

/** What the device keeps of it. */
export const kept = (page: Page): Promise<string | null> =>
  page.evaluate(() => localStorage.getItem('runlight-recent-searches'));

const none = { description: '', active: false, symptoms: [], errors: [], text: '' };

/** An index of a few documents, whatever the site's own pages say: an incident that is happening is among them. */
export function madeIndex(audience: Audience, locale: string): SearchIndex {
  const documents: SearchDocument[] = [
    {
      ...none,
      kind: 'help',
      slug: 'tx-pending',
      locale,
      title: 'My transaction is still pending',
      description: 'Why a transaction waits.',
      url: '/help/tx-pending/',
      symptoms: ['transaction pending for hours'],
      errors: ['already known', 'replacement transaction underpriced'],
    },
    {
      ...none,
      kind: 'help',
      slug: 'swap-failed',
      locale,
      title: 'My swap <b>failed</b>',
      url: '/help/swap-failed/',
      errors: ['INSUFFICIENT_OUTPUT_AMOUNT'],
    },
    {
      ...none,
      kind: 'incident',
      slug: 'bsc-late',
      locale,
      title: 'BNB Smart Chain is late',
      url: '/status/',
      active: true,
      symptoms: ['transaction pending on bnb'],
    },
  ];
  return buildIndex(documents, { audience, locale, popular: ['/help/tx-pending/'] });
}

/** Answers for the site's index with the made one. */
export async function useMadeIndex(page: Page, audience: Audience): Promise<void> {
  await page.route(/\/search\/[^/]+\.json$/, (route) =>
    route.fulfill({ json: madeIndex(audience, /([^/]+)\.json$/.exec(route.request().url())?.[1] ?? 'en') }),
  );
}
