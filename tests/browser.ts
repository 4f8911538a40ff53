import { type Browser, chromium } from 'playwright';
import { findChromium } from '../scripts/setup/chromium.mjs';

/** The system's browser, else Playwright's own. It never calls home. */
export function launchBrowser(): Promise<Browser> {
  const system = findChromium();
  return chromium.launch({
    ...(system ? { executablePath: system } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
