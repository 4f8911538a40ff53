import type { Browser } from 'playwright';
import type { Sent, StaticServer } from './static-server.ts';

/** What a visit to one page brought, with nothing in the browser's cache. */
export interface Visit {
  sent: Sent[];
  /** Requests to another origin; they are not let through. */
  elsewhere: string[];
  /** ms from the navigation; `null` where the browser did not say. */
  largestPaintMs: number | null;
  /** Tasks of more than 50 ms, ms in all. */
  longTasksMs: number;
}

/** A phone as Lighthouse throttles one: a quarter of the processor; 1.6 Mbit/s down, 750 kbit/s up, 150 ms. */
const phone = {
  cpuSlowdown: 4,
  network: { offline: false, latency: 150, downloadThroughput: (1.6e6 * 0.9) / 8, uploadThroughput: (750e3 * 0.9) / 8 },
  viewport: { width: 412, height: 823 },
};

declare global {
  var rlBench: { largestPaintMs: number | null; longTasksMs: number };
}

/** Opens a page on a throttled phone, and waits until it has loaded everything that it wants of itself. */
export async function visit(browser: Browser, server: StaticServer, path: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone.viewport, isMobile: true, hasTouch: true });
  try {
    const elsewhere: string[] = [];
    await context.route(
      (url) => url.origin !== server.url,
      (route) => {
        elsewhere.push(route.request().url());
        return route.abort();
      },
    );
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', phone.network);
    await session.send('Emulation.setCPUThrottlingRate', { rate: phone.cpuSlowdown });
    await page.addInitScript(() => {
      globalThis.rlBench = { largestPaintMs: null, longTasksMs: 0 };
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.rlBench.largestPaintMs = entry.startTime;
      }).observe({ type: 'largest-contentful-paint', buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.rlBench.longTasksMs += entry.duration;
      }).observe({ type: 'longtask', buffered: true });
    });
    server.take();
    await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
    // On a busy machine the browser tells of a paint late, and of some never.
    await page
      .waitForFunction(() => globalThis.rlBench.largestPaintMs !== null, null, { timeout: 3000 })
      .catch(() => {});
    const { largestPaintMs, longTasksMs } = await page.evaluate(() => globalThis.rlBench);
    return { sent: server.take(), elsewhere, largestPaintMs, longTasksMs };
  } finally {
    await context.close();
  }
}
