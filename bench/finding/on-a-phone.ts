import { build } from 'vite';
import { launchBrowser } from '../../tests/browser.ts';
import { type Range, rangeOf } from '../range.ts';
import { brotliSize } from './brotli-size.ts';

/** Bundles a module for browsers, minified, as one script. */
export async function bundle(module: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry: module, formats: ['iife'], name: 'bundled' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output[0] : null;
  return chunk?.type === 'chunk' ? chunk.code : '';
}

export interface PhoneTimes {
  codeBytes: number;
  /** Opening the index, ms. */
  openMs: number;
  /** ms per query, each asked once in a fresh page and then again. */
  first: Range | null;
  p50: number;
  p95: number;
}

/** Asks Runlight's finder in a browser at a quarter of the processor. */
export async function onAPhone(module: string, index: string, queries: readonly string[]): Promise<PhoneTimes> {
  const code = await bundle(module);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const { openMs, times } = await page.evaluate(
      ({ json, all }) => {
        const { bundled } = globalThis as unknown as { bundled: typeof import('../../src/search/finder.ts') };
        const before = performance.now();
        const finder = bundled.createFinder(JSON.parse(json));
        const opened = performance.now() - before;
        const measured = all.map((query) => {
          const start = performance.now();
          finder.find(query);
          return performance.now() - start;
        });
        return { openMs: opened, times: measured };
      },
      { json: index, all: [...queries] },
    );
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return { codeBytes: brotliSize(code), openMs, first: rangeOf(times.slice(0, 5)), p50: at(0.5), p95: at(0.95) };
  } finally {
    await browser.close();
  }
}
