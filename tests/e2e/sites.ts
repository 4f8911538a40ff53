import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { packageRoot } from '../../src/project/folders.ts';
import type { InternalResults, PublicResults } from '../../src/schemas/published.ts';
import { listen, type RunningServer } from '../../src/server/listen.ts';
import { launchBrowser } from '../browser.ts';

export interface Sites {
  browser: Browser;
  url: Record<'internal' | 'public', string>;
  close(): Promise<void>;
}

/** Serves both built sites and starts a browser. The sites must have been built. */
export async function openSites(): Promise<Sites> {
  const dist = join(packageRoot, 'dist');
  for (const site of ['internal', 'public']) {
    if (!existsSync(join(dist, site, 'index.html')))
      throw new Error(`dist/${site} is not built. Run \`npm run build\` first.`);
  }
  const servers: RunningServer[] = [
    await listen({ site: join(dist, 'internal'), port: 0 }),
    await listen({ site: join(dist, 'public'), port: 0 }),
  ];
  const browser = await launchBrowser();
  return {
    browser,
    url: { internal: servers[0]?.url ?? '', public: servers[1]?.url ?? '' },
    async close() {
      await browser.close();
      for (const server of servers) await server.close();
    },
  };
}

export interface Look {
  width: number;
  scheme: 'light' | 'dark';
  script?: boolean;
  /** Fingers instead of a mouse. */
  touch?: boolean;
  /** What `/results.json` says; without it there are no results. */
  results?: InternalResults | PublicResults;
}

/** A page in the browser, with what went wrong on it. */
export interface Visit {
  page: Page;
  /** Console errors, failed requests, requests to another origin, and what a page's policy forbade. */
  complaints: string[];
  context: BrowserContext;
}

/** Opens a page as a reader with this screen would see it. */
export async function visit(browser: Browser, url: string, look: Look): Promise<Visit> {
  const { width, scheme, script = true, touch = false } = look;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
    hasTouch: touch,
  });
  const complaints: string[] = [];
  return { page: await openTab(context, url, complaints, look.results ?? null), complaints, context };
}

/** Opens one more tab, and adds what goes wrong in it to `complaints`. */
export async function openTab(
  context: BrowserContext,
  url: string,
  complaints: string[],
  results: Look['results'] | null = null,
): Promise<Page> {
  const page = await context.newPage();
  const { origin } = new URL(url);
  await page.route('**/results.json', (route) =>
    results ? route.fulfill({ json: results }) : route.fulfill({ status: 404, body: '' }),
  );
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A site without results says so by a 404, which the browser itself notes.
    if (message.type() === 'error' && !message.location().url.endsWith('results.json')) complaints.push(message.text());
  });
  await page.exposeFunction('runlightComplains', (complaint: string) => complaints.push(complaint));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
      const complain: unknown = Reflect.get(window, 'runlightComplains');
      const what = [blockedURI, sample, sourceFile].filter(Boolean).join(' ');
      if (typeof complain === 'function') complain(`violates the policy: ${effectiveDirective}: ${what}`);
    });
  });
  await page.goto(url, { waitUntil: 'load' });
  return page;
}
