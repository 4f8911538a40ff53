// Long because it is both sites as their readers find them: blocks, who sees what, ways through them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { block, internalResults, publicResults, runbook } from './published.ts';
import { openSites, type Sites, visit } from './sites.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

describe('a check block on an internal page', () => {
  const card = `section[data-block="${block}"]`;

  it('reads completely without JavaScript: title, layer, rows, all outcomes', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
      width: 1440,
      scheme: 'light',
      script: false,
    });
    const text = await page.locator(card).innerText();
    for (const part of [
      'Our first BNB Smart Chain node keeps up',
      'provider',
      'bsc-rpc',
      'blockAge',
      '< 15 s',
      '< 60 s',
      'Healthy',
      'Degraded',
      'Failing',
      'Could not tell',
      'Not run',
    ])
      expect(text).toContain(part);
    await context.close();
  });

  it.each([
    ['pass', '●', 'Healthy', '4 s'],
    ['warn', '▲', 'Degraded', '30 s'],
    ['fail', '✕', 'Failing', '4 min 10 s'],
  ] as const)(
    'tells %s by shape, word and colour, and shows only the outcome that applies',
    async (verdict, shape, word, now) => {
      const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
        width: 1440,
        scheme: 'light',
        results: internalResults(verdict),
      });
      const verdictLine = page.locator(`${card} .rl-verdict`);
      await page.locator(`${card}[data-state="${verdict}"]`).waitFor();
      expect(await verdictLine.innerText()).toContain(shape);
      expect(await verdictLine.innerText()).toContain(word);
      expect(await page.locator(`${card} tr:has(th code:text-is("blockAge")) .rl-now`).innerText()).toContain(now);
      const colours = await Promise.all(
        [`${card} .rl-verdict`, `section[data-block="${runbook}#bsc-second"] .rl-verdict`].map((each) =>
          page.locator(each).evaluate((element) => getComputedStyle(element).color),
        ),
      );
      expect(colours[0]).not.toBe(colours[1]);
      const shown = await page.locator(`${card} .rl-outcomes li:visible`).count();
      expect(shown).toBe(1);
      expect(await page.locator(card).innerText()).toContain('proven 1 min ago');
      await context.close();
    },
  );

  it('shows evidence text as text, never as markup', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
      width: 1440,
      scheme: 'light',
      results: internalResults('fail'),
    });
    await page.locator(`${card}[data-state="fail"]`).waitFor();
    expect(await page.locator(`${card} img`).count()).toBe(0);
    expect(await page.locator(card).innerText()).toContain('<img src=x');
    await context.close();
  });

  it('is stale past its freshness, and never green then', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
      width: 1440,
      scheme: 'light',
      results: internalResults('pass', 90),
    });
    await page.locator(`${card}[data-state="stale"]`).waitFor();
    expect(await page.locator(`${card} .rl-verdict`).innerText()).toContain('Stale');
    await context.close();
  });

  it('marks itself in the contents list', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
      width: 1440,
      scheme: 'light',
      results: internalResults('fail'),
    });
    await page.locator('nav a[href="#bsc-first"]:visible .rl-dot[data-state="fail"]').waitFor();
    await context.close();
  });

  it('prints with every outcome and the whole table', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
      width: 1440,
      scheme: 'light',
      results: internalResults('fail'),
    });
    await page.locator(`${card}[data-state="fail"]`).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator(`${card} .rl-outcomes li:visible`).count()).toBe(4);
    expect(await page.locator(`${card} table`).isVisible()).toBe(true);
    await context.close();
  });
});

describe('who sees what', () => {
  it('an internal page has its owner, review, edit link where one is configured, and the day it was last updated', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
      width: 1440,
      scheme: 'light',
    });
    const text = await page.locator('main').innerText();
    expect(text).toContain('owned by engineering');
    expect(text).toMatch(/reviewed .*2026/);
    expect(await page.getByRole('link', { name: 'Edit page' }).getAttribute('href')).toMatch(
      /runbooks\/network\/evm-rpc-degraded\.md$/,
    );
    expect(text).toContain('Last updated');
    await context.close();
  });

  it('a public page has only the day it was last updated', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.public}help/tx-pending/`, {
      width: 1440,
      scheme: 'light',
    });
    const text = await page.locator('main').innerText();
    expect(text).toContain('Last updated');
    expect(text).not.toMatch(/owned by|reviewed|support-ops/);
    expect(await page.getByRole('link', { name: 'Edit page' }).count()).toBe(0);
    await context.close();
  });

  it.each([
    ['works', 'help/tx-pending/', 'Ethereum is working'],
    ['down', 'help/tx-pending/', 'cannot read Ethereum properly'],
    ['down', 'es/help/tx-pending/', 'la app no puede leer bien Ethereum'],
    ['down', 'pt-br/help/tx-pending/', 'Ethereum'],
  ] as const)('a public block that %s says so to users on /%s, and nothing else', async (verdict, path, says) => {
    const { page, context } = await visit(sites.browser, sites.url.public + path, {
      width: 375,
      scheme: 'light',
      results: publicResults(verdict),
    });
    const card = page.locator('section[data-block="help/tx-pending#ethereum-moving"]');
    await card.scrollIntoViewIfNeeded();
    await page
      .locator(
        `section[data-block="help/tx-pending#ethereum-moving"][data-state="${verdict === 'works' ? 'pass' : 'fail'}"]`,
      )
      .waitFor();
    expect(await card.innerText()).toContain(says);
    expect(await card.locator('table').count()).toBe(0);
    expect(await card.locator('.rl-outcomes li:visible').count()).toBe(1);
    await context.close();
  });
});

describe('finding one’s way', () => {
  it('a user gets from the home page to an article and to its Spanish translation, by keyboard', async () => {
    const { page, context } = await visit(sites.browser, sites.url.public, { width: 1440, scheme: 'light' });
    await page
      .getByRole('link', { name: /pending/i })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/help/tx-pending/');
    await page.locator('starlight-lang-select select').first().selectOption({ label: 'Español' });
    await page.waitForURL('**/es/help/tx-pending/');
    expect(await page.locator('h1').innerText()).toContain('Mi transacción');
    await context.close();
  });

  it.each([
    ['internal', 'INSUFFICIENT_OUTPUT_AMOUNT', /swap/i],
    ['public', 'pending', /pending/i],
    ['public', 'already known', /speed|pending/i],
  ] as const)('search on the %s site finds %s', async (site, query, title) => {
    const { page, complaints, context } = await visit(sites.browser, sites.url[site], { width: 1440, scheme: 'light' });
    await page.waitForFunction(() => customElements.get('site-search') !== undefined);
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').first().fill(query);
    await page.locator('dialog a', { hasText: title }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('an author finds a check, copies its block, and gets to a page that uses it and back, by keyboard', async () => {
    const { page, complaints, context } = await visit(sites.browser, sites.url.internal, {
      width: 1440,
      scheme: 'light',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.waitForFunction(() => customElements.get('site-search') !== undefined);
    await page.keyboard.press('Control+k');
    await page.locator('dialog input').first().fill('eth_syncing');
    await page.locator('dialog a', { hasText: 'evm-rpc' }).first().press('Enter');
    await page.waitForURL('**/checks/evm-rpc/**');

    await page.getByRole('button', { name: /copy/i }).press('Enter');
    await page.getByText('Copied!').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^:::check\[[^\]]+\]\{#[a-z-]+ use="evm-rpc" [^\n]+\}\n\| Reading \| Healthy \|/);
    expect(copied).toMatch(/\n- \*\*Failing\*\*: [^\n]+\n[\s\S]*:::$/);

    await page.getByRole('link', { name: 'Our first BNB Smart Chain node keeps up' }).press('Enter');
    await page.waitForURL('**/runbooks/network/evm-rpc-degraded/#bsc-first');
    await page.locator(`section[data-block="${block}"]`).getByRole('link', { name: 'evm-rpc' }).press('Enter');
    await page.waitForURL('**/checks/evm-rpc/');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([375, 1440])(
    'the page about a check says what it takes and returns on %i pixels, without JavaScript',
    async (width) => {
      const { page, context } = await visit(sites.browser, `${sites.url.internal}checks/http-json/`, {
        width,
        scheme: 'light',
        script: false,
      });
      const row = (name: string) => page.locator('tr', { has: page.locator(`td:first-child code:text-is("${name}")`) });
      expect(await row('target').innerText()).toMatch(/the name of a target\s+(Default\s+)?required/);
      expect(await row('method').innerText()).toMatch(/one of GET, POST\s+(Default\s+)?GET/);
      expect(await row('latency').innerText()).toMatch(/number,\sin\sms/);
      expect(await page.locator('main').innerText()).toContain('/data/0/status');
      await context.close();
    },
  );

  it('a runbook offers no language that it is not written in', async () => {
    const { page, context } = await visit(sites.browser, `${sites.url.internal}${runbook}/`, {
      width: 1440,
      scheme: 'light',
    });
    expect(await page.locator('starlight-lang-select').count()).toBe(0);
    expect(await page.locator('link[rel="alternate"][hreflang]').count()).toBe(0);
    await context.close();
  });
});

describe('the server of the internal site', () => {
  it('answers 421 to another Host, 405 to a write, and 404 with a page that helps', async () => {
    const { hostname, port } = new URL(sites.url.internal);
    const { request } = await import('node:http');
    const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
      new Promise<number>((resolve, reject) => {
        request({ hostname, port, path, method, headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    expect(await ask('/', { host: `evil.example:${port}` })).toBe(421);
    expect(await ask('/', { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await ask('/', { host: `localhost:${port}` }, 'POST')).toBe(405);
    expect(await ask('/nowhere/', { host: `127.0.0.1:${port}` })).toBe(404);
    expect(await ask('/../package.json', { host: `127.0.0.1:${port}` })).toBe(404);
  });
});
