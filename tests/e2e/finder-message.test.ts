// What people paste or type that is no query: a whole message, a phrase, a key.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { box, finderVisits, kept, openBox, paste, phrase } from './finder-page.ts';
import { openSites, type Sites } from './sites.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await openSites();
});
afterAll(() => sites?.close());
const { open, openMade } = finderVisits(() => sites);
const hash = `0x${'c0ffee12'.repeat(8)}`;

describe.each(['internal', 'public'] as const)('the search box of the %s site', (site) => {
  it('reads a pasted message: what nobody needs to see is left out, error texts are searched for, nothing of it is kept', async () => {
    const { page, complaints, context } = await openMade(site);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    const { field, message, options, dialog } = await openBox(page, '/');
    await paste(
      page,
      `Hello, I still have this\nError: already known\n    at send (wallet.js:12:3)\nana@example.com ${hash}`,
    );
    await dialog.getByText('Searched for: “already known”').waitFor();
    expect(await message.inputValue()).toContain('[e-mail removed]');
    expect(await message.inputValue()).toContain('\nError: already known\n');
    expect(await field.inputValue()).not.toContain('ana@example.com');
    expect(await dialog.textContent()).toContain('2 things that nobody needs to see');
    expect(await options.filter({ hasText: 'My transaction is still pending' }).count()).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    expect(sent.join('\n')).not.toMatch(/ana|c0ffee|already/);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await kept(page)).toBe(null);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['pasted', phrase],
    ['pasted over lines, in a message', `my words\n${phrase.replaceAll(' ', '\n')}\nplease help`],
    ['pasted as a key', `private key ${hash}`],
  ])('refuses a phrase or a key that is %s', async (_, text) => {
    const { page, complaints, context } = await open(site);
    const { field, alert, dialog } = await openBox(page, '/');
    await paste(page, text);
    await alert.getByText(site === 'public' ? 'Never share it' : 'Never ask for one').waitFor();
    expect(await field.inputValue()).toBe('');
    expect(await dialog.textContent()).not.toMatch(/sausage|c0ffee/);
    expect(await kept(page)).toBe(null);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('refuses a phrase that is typed, and says what to do until something else is typed', async () => {
    const { page, context } = await open(site);
    const { field, alert, options } = await openBox(page, '/');
    await page.keyboard.insertText(phrase);
    await alert.locator('p').waitFor();
    expect(await field.inputValue()).toBe('');
    await page.keyboard.type('swap');
    await alert.locator('p').waitFor({ state: 'detached' });
    expect(await options.first().textContent()).toMatch(/swap/i);
    await context.close();
  });

  it('does not call a hash a key, nor search for what may be one', async () => {
    const { page, context } = await open(site);
    const { field, alert } = await openBox(page, '/');
    await paste(page, hash);
    await alert.getByText('may be a private key or a transaction’s hash').waitFor();
    expect(await field.inputValue()).toBe('');
    await paste(page, `hash ${hash}`);
    await expect.poll(() => field.inputValue()).toContain('c0ffee');
    expect(await alert.locator('p').count()).toBe(0);
    await context.close();
  });
});

describe('the desk', () => {
  it('takes what the user wrote wherever it is pasted, and finds in the user’s language', async () => {
    const { page, complaints, context } = await open('internal', '');
    await page.waitForFunction(() => customElements.get('site-search') !== undefined);
    await paste(page, 'Hola, envié USDT hace dos horas y mi transacción sigue pendiente,\nno sé qué hacer. Gracias');
    const { options, message, dialog } = box(page);
    await options.first().waitFor();
    await expect.poll(() => message.inputValue()).toContain('no sé qué hacer');
    const spanish = dialog.getByRole('button', { name: 'Español' });
    const english = dialog.getByRole('button', { name: 'English' });
    await english.click();
    expect(await english.getAttribute('aria-pressed')).toBe('true');
    await spanish.click();
    await expect.poll(() => spanish.getAttribute('aria-pressed')).toBe('true');
    await options.filter({ hasText: 'Mi transacción sigue pendiente' }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
