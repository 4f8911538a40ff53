import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finderVisits, openBox, paste, phrase } from './finder-page.ts';
import { openSites, type Sites } from './sites.ts';
import { violationsOn } from './violations-on.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());
const { openMade } = finderVisits(() => sites);

describe.each(['internal', 'public'] as const)('the search box of the %s site', (site) => {
  it.each([
    [375, 'light'],
    [375, 'dark'],
    [768, 'light'],
    [1440, 'dark'],
  ] as const)(
    'fits %i pixels in %s, and axe finds nothing, empty, with results, a message or none',
    async (width, scheme) => {
      const { page, complaints, context } = await openMade(site, { width, scheme, touch: width === 375 });
      const { field, dialog, alert } = await openBox(page, '/');
      const look = async (): Promise<void> => {
        expect(await violationsOn(page, { part: 'dialog' })).toEqual([]);
        const frame = await dialog.evaluate((each) => [
          each.scrollWidth - each.clientWidth,
          each.getBoundingClientRect().width,
        ]);
        expect(frame[0]).toBe(0);
        if (width === 375) expect(frame[1]).toBe(375);
      };
      await look();
      await field.fill('transaction pending');
      await page.waitForTimeout(700);
      await look();
      await field.fill('zzqqxx vvkkpp');
      await page.waitForTimeout(500);
      await look();
      await paste(page, `Error: already known\n${'a long line of a stack '.repeat(8)}\nana@example.com`);
      await dialog.getByText('Searched for').waitFor();
      await look();
      await field.fill(phrase);
      await alert.locator('p').waitFor();
      await look();
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
