import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { glob } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import type { InternalResults, PublicResults } from '../../src/schemas/published.ts';
import { openSites, type Sites, visit } from './sites.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const screen = { width: 1440, scheme: 'light' } as const;
const article = 'help/tx-pending/';
const block = 'help/tx-pending#ethereum-moving';
const now = new Date().toISOString();

const internalResults: InternalResults = {
  version: 1,
  publishedAt: now,
  environment: 'lab',
  blocks: {
    [block]: {
      title: 'Ethereum is moving',
      verdict: 'fail',
      reason: { code: 'expectation', message: '`blockAge` is 250 s.', hint: 'Look.' },
      provenAt: now,
      durationMs: 20,
      freshFor: 5 * 60_000,
      flaky: false,
      environment: 'lab',
      by: 'terminal',
      readings: [{ name: 'blockAge', value: 250, unit: 's', healthy: '< 30 s', degraded: null, verdict: 'fail' }],
    },
  },
};
const publicResults: PublicResults = {
  version: 1,
  publishedAt: now,
  blocks: { [block]: { verdict: 'down', provenAt: now } },
};

async function search(page: Page, words: string): Promise<void> {
  await page.waitForFunction(() => customElements.get('site-search') !== undefined);
  await page.keyboard.press('Control+k');
  await page.locator('dialog input').first().fill(words);
  // Pagefind’s, below what the finder has.
  await page.locator('dialog [aria-label="In the text of pages"] a').first().waitFor();
}

describe.each(['internal', 'public'] as const)('under its policies, the %s site', (site) => {
  it('has one in every page, and a page of each kind loads without a violation or an error', async () => {
    const folder = join(packageRoot, 'dist', site);
    const paths = (await glob('**/*.html', { cwd: folder })).sort();
    const first = new Map<string | undefined, string>();
    for (const path of paths) {
      const policy =
        /^<!DOCTYPE html><html[^>]*><head><meta charset="utf-8"\/><meta http-equiv="content-security-policy" content="([^"]+)"/.exec(
          await readFile(join(folder, path), 'utf8'),
        )?.[1];
      if (!first.has(policy)) first.set(policy, path);
    }
    expect(first.get(undefined)).toBe(undefined);
    expect(first.size).toBeGreaterThan(2);
    const { page, complaints, context } = await visit(sites.browser, sites.url[site], screen);
    for (const path of first.values()) {
      await page.goto(sites.url[site] + path.replace(/index\.html$/, ''), { waitUntil: 'load' });
      expect(await page.locator('head > meta[http-equiv="content-security-policy"]').count()).toBe(1);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('searches', async () => {
    const { page, complaints, context } = await visit(sites.browser, sites.url[site], screen);
    await search(page, 'pending');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('searches where the search’s worker does not start, in the page itself', async () => {
    const { page, complaints, context } = await visit(sites.browser, sites.url[site], screen);
    await page.route('**/pagefind-worker.js', (route) => route.fulfill({ body: 'throw new Error("no worker")' }));
    const warned = page.waitForEvent('console', (message) => message.text().includes('falling back to main thread'));
    await search(page, 'pending');
    await warned;
    expect(complaints.filter((each) => !each.includes('no worker'))).toEqual([]);
    await context.close();
  });

  it('switches its theme, and keeps it', async () => {
    const { page, complaints, context } = await visit(sites.browser, sites.url[site] + article, screen);
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    expect(await theme()).toBe('light');
    await page.locator('starlight-theme-select select').first().selectOption('dark');
    expect(await theme()).toBe('dark');
    await page.reload();
    expect(await theme()).toBe('dark');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('switches its language', async () => {
    const { page, complaints, context } = await visit(sites.browser, sites.url[site] + article, screen);
    await page.locator('starlight-lang-select select').first().selectOption({ label: 'Español' });
    await page.waitForURL(`**/es/${article}`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('shows the verdicts of check blocks, and its menu on a phone', async () => {
    const { page, complaints, context } = await visit(sites.browser, sites.url[site] + article, {
      width: 375,
      scheme: 'dark',
      results: site === 'internal' ? internalResults : publicResults,
    });
    await page.locator(`section[data-block="${block}"][data-state="fail"]`).waitFor();
    await page.locator('.sl-menu-button').click();
    await page.locator('#starlight__sidebar a:visible').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('has a page for what is not there', async () => {
    const { page, complaints, context } = await visit(sites.browser, sites.url[site], screen);
    const answer = await page.goto(`${sites.url[site]}nowhere/`);
    expect(answer?.status()).toBe(404);
    await search(page, 'pending');
    // The browser itself notes the 404.
    expect(complaints.filter((each) => !each.includes('404 (Not Found)'))).toEqual([]);
    await context.close();
  });
});

it('a code block is coloured under the policy, and can be copied', async () => {
  const { page, complaints, context } = await visit(sites.browser, `${sites.url.internal}checks/evm-rpc/`, screen);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /copy/i }).click();
  await page.getByText('Copied!').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(':::check[');
  const colours = await page
    .locator('.expressive-code code span')
    .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
  expect(colours).toBeGreaterThan(1);
  expect(complaints).toEqual([]);
  await context.close();
});

/** What somebody may try who gets a text of theirs into a page as HTML. Each would say `ran`. */
const attacks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a script': (page) =>
    page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.name = "ran"';
      document.body.append(script);
    }),
  'an event handler': (page) =>
    page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.name = \'ran\'">');
    }),
  'a script from an address of its own': (page) =>
    page.evaluate(() => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,window.name="ran"';
      document.body.append(script);
    }),
  'a link that is a script': (page) =>
    page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<a id="attack" href="javascript:void(window.name=\'ran\')">x</a>');
      document.querySelector<HTMLElement>('#attack')?.click();
    }),
  'a text that is evaluated': (page) =>
    // What a test evaluates may itself evaluate; what it leaves for later may not.
    page.evaluate(() => {
      setTimeout(() => new Function('window.name = "ran"')());
    }),
  'a frame': (page) =>
    page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<script>parent.name = "ran"</script>';
      document.body.append(frame);
    }),
};

describe.each(Object.entries(attacks))('%s that gets into a page', (_, attack) => {
  it.each(['internal', 'public'] as const)(
    'does not run on the %s site, and would without the policy',
    async (site) => {
      const { page, complaints, context } = await visit(sites.browser, sites.url[site] + article, screen);
      await attack(page);
      await expect.poll(() => complaints.join('\n')).toContain('violates the policy');
      expect(await page.evaluate(() => window.name)).toBe('');
      await context.close();

      const free = await sites.browser.newContext({ bypassCSP: true });
      const unguarded = await free.newPage();
      await unguarded.goto(sites.url[site] + article);
      await attack(unguarded);
      await expect.poll(() => unguarded.evaluate(() => window.name)).toBe('ran');
      await free.close();
    },
  );
});

it.each(['internal', 'public'] as const)('a page of the %s site sends nothing elsewhere', async (site) => {
  const { page, complaints, context } = await visit(sites.browser, sites.url[site] + article, screen);
  const asked: string[] = [];
  await context.route('https://elsewhere.example/**', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ status: 204 });
  });
  await page.evaluate(() => {
    void fetch('https://elsewhere.example/fetch').catch(() => {});
    navigator.sendBeacon('https://elsewhere.example/beacon');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="https://elsewhere.example/img"><form method="post" action="https://elsewhere.example/form"></form>',
    );
    document.querySelector<HTMLFormElement>('form[action^="https://elsewhere"]')?.submit();
  });
  for (const directive of ['connect-src', 'img-src', 'form-action'])
    await expect.poll(() => complaints.join('\n')).toContain(`violates the policy: ${directive}`);
  expect(asked).toEqual([]);
  await context.close();
});
