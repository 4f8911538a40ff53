import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './say.mjs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's browser, or `null`; Playwright's own is looked for beside it. */
export function findChromium() {
  return places.find((place) => place && existsSync(place)) ?? null;
}

/** Playwright's own browser, where somebody installed it. */
export async function playwrightChromium() {
  try {
    const { chromium } = await import('playwright');
    const path = chromium.executablePath();
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** Makes sure that there is a browser for the tests: installed with apt where we may, else named. */
export async function installChromium() {
  if (findChromium() || (await playwrightChromium())) return true;
  const mayInstall =
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
  if (mayInstall) {
    say('Installing Chromium for the browser tests…');
    const apt = (args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0;
    if (!apt(['install', '-y', '-q', '--no-install-recommends', 'chromium'])) {
      apt(['update', '-q']);
      apt(['install', '-y', '-q', '--no-install-recommends', 'chromium']);
    }
    if (findChromium()) return true;
  }
  say(
    'No browser was found for the browser tests. Install one with `sudo apt-get install chromium` (Debian, Ubuntu) or `npx playwright install chromium`, or set CHROMIUM_PATH.',
  );
  return false;
}
