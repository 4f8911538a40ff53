import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { internalResults, publicResults, runbook } from './published.ts';
import { openSites, type Sites, visit } from './sites.ts';
import { violationsOn } from './violations-on.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());

const pages = [
  ['internal', ''],
  ['internal', 'board/'],
  ['internal', 'board/?by=journey&state=fail,skip'],
  ['internal', `${runbook}/`],
  ['internal', 'runbooks/swaps/swap-failed/'],
  ['internal', 'codes/rate-limited/'],
  ['internal', 'pt-br/help/tx-pending/'],
  ['internal', 'checks/'],
  ['internal', 'checks/evm-rpc/'],
  ['internal', 'checks/app-links/'],
  ['public', ''],
  ['public', 'es/'],
  ['public', 'help/tx-pending/'],
  ['public', 'pt-br/help/buy-order-status/'],
  ['public', 'es/help/swap-failed/'],
] as const;

describe.each(pages.map(([site, path], index) => [site, path, index] as const))(
  'the %s page /%s',
  (site, path, index) => {
    it.each([
      [375, 'light'],
      [768, 'dark'],
      [1440, index % 2 === 0 ? 'light' : 'dark'],
    ] as const)('fits %i pixels in %s, asks nobody else, and axe finds nothing', async (width, scheme) => {
      const { page, complaints, context } = await visit(sites.browser, sites.url[site] + path, {
        width,
        scheme,
        results: site === 'internal' ? internalResults('fail') : publicResults('down'),
      });
      await page.waitForTimeout(200);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide).toBeLessThanOrEqual(0);
      expect(await violationsOn(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });
  },
);
