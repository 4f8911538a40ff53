import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

// A process: `ideal.ts MODULES COUNT THREADS CACHE` imports COUNT checks and runs them, 32 at a time.

interface Share {
  folder: string;
  /** Every `step`th module from `from` on. */
  from: number;
  step: number;
  count: number;
  atOnce: number;
  cache: string;
}

async function runShare({ folder, from, step, count, atOnce }: Share): Promise<number> {
  let next = from;
  let passed = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const file = join(folder, `check-${next}.ts`);
      next += step;
      const module = (await import(pathToFileURL(file).href)) as { default(): Promise<boolean> };
      if (await module.default()) passed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return passed;
}

function runInThread(share: Share): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: share });
    worker.on('message', resolve).on('error', reject);
  });
}

async function main(): Promise<void> {
  const [folder = '', count, threadCount, cache = ''] = process.argv.slice(2);
  const threads = Number(threadCount);
  if (cache) enableCompileCache(cache);
  const whole: Share = { folder, from: 0, step: 1, count: Number(count), atOnce: 32, cache };
  const share = (from: number): Share => ({ ...whole, from, step: threads, atOnce: Math.round(32 / threads) });
  const passed =
    threads === 0
      ? [await runShare(whole)]
      : await Promise.all(Array.from({ length: threads }, (_, from) => runInThread(share(from))));
  process.stdout.write(`${passed.reduce((sum, each) => sum + each, 0)} passed\n`);
}

if (isMainThread) await main();
else {
  const share = workerData as Share;
  if (share.cache) enableCompileCache(share.cache);
  parentPort?.postMessage(await runShare(share));
}
