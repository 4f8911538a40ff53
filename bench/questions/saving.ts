import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { packageRoot } from '../../src/project/folders.ts';
import { launchBrowser } from '../../tests/browser.ts';
import { endOf, environmentOf } from '../measure.ts';
import { newSeed } from '../own/runlight.ts';
import type { Bench, Question } from '../question.ts';
import { type Range, rangeOf } from '../range.ts';
import { showMs } from '../show.ts';
import { writeTree } from '../tree.ts';

/** So that what a save sets off has come to rest before the next one. */
const restMs = 2000;
/** Of each page; one of them says little. */
const savesPerRound = 2;

interface Saved {
  pages: number;
  readyMs: number;
  md: Range | null;
  mdx: Range | null;
}

export const saving: Question = {
  id: 'saving',
  asks: 'How long is it until a saved page shows in an open browser?',
  async answer(bench) {
    const all: Saved[] = [];
    for (const pages of bench.sizes ?? [10, 1000]) all.push(await saveInTree(pages, bench));
    return {
      tables: [
        {
          title: 'From writing the file until the new words are visible, with `npm run dev`',
          head: ['', 'a `.md` page', 'an `.mdx` page', 'start-up, once'],
          rows: all.map(({ pages, readyMs, md, mdx }) => [
            `${pages} pages, ${pages * 2} blocks`,
            showMs(md),
            showMs(mdx),
            showMs(rangeOf([readyMs])),
          ]),
        },
      ],
      notes: ['Start-up is that of a tree that was never read: every page is parsed.'],
      measurements: all,
    };
  },
};

async function saveInTree(pages: number, bench: Bench): Promise<Saved> {
  const folder = join(await bench.folder(), 'tree');
  await writeTree({ folder, url: bench.server.url, pages, blocks: pages * 2, words: 600, seed: newSeed() });
  const path = (name: string): string => join(folder, 'runbooks', 'orders', name);
  // One more, since others link to those that there are.
  await writeFile(path('in-code.mdx'), await readFile(path('page-1.md'), 'utf8'));
  const port = await freePort();
  const command = { file: process.execPath, args: [], cwd: packageRoot };
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [join(packageRoot, 'scripts', 'dev.ts'), '--root', folder, '--port', String(port)],
    { cwd: packageRoot, env: environmentOf(command), stdio: ['ignore', 'pipe', 'ignore'], detached: true },
  );
  const stop = new AbortController();
  const ending = endOf(child, { limitMs: 2 ** 31 - 1, signal: AbortSignal.any([bench.signal, stop.signal]) });
  // Ended on purpose below.
  ending.catch(() => {});
  const browser = await launchBrowser();
  try {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    while (!said.includes('watching for file changes')) {
      if (child.exitCode !== null) throw new Error(`\`npm run dev\` ended: ${said.slice(-400)}`);
      bench.signal.throwIfAborted();
      await sleep(20);
    }
    const readyMs = performance.now() - startedAt;
    const times = { md: [] as number[], mdx: [] as number[] };
    for (const kind of ['md', 'mdx'] as const) {
      const id = kind === 'md' ? 'page-0' : 'in-code';
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/runbooks/orders/${id}/`);
      // The first is slower: what it needs is compiled.
      for (let save = 0; save <= bench.rounds * savesPerRound; save += 1) {
        bench.say(`${pages} pages, .${kind}, save ${save} of ${bench.rounds * savesPerRound}`);
        await sleep(restMs);
        const ms = await timeToShow(page, path(`${id}.${kind}`), `Saved words, number ${save}.`);
        if (save > 0) times[kind].push(ms);
      }
      await page.close();
    }
    return { pages, readyMs, md: rangeOf(times.md), mdx: rangeOf(times.mdx) };
  } finally {
    await browser.close();
    if (child.pid !== undefined && child.exitCode === null) process.kill(child.pid, 'SIGINT');
    await Promise.race([ending.catch(() => {}), sleep(10_000)]);
    stop.abort();
  }
}

async function timeToShow(page: Page, file: string, words: string): Promise<number> {
  const text = (await readFile(file, 'utf8')).replace(/\n*Saved words, number \d+\.\n$/, '');
  const at = performance.now();
  await writeFile(file, `${text}\n\n${words}\n`);
  await page.getByText(words).waitFor({ timeout: 60_000 });
  return performance.now() - at;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
