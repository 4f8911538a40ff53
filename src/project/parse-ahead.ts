import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Root } from 'mdast';
import type { ParsedPages } from '../markdown/parsed-pages.ts';

interface PageText {
  path: string;
  text: string;
}

/** Threads that parse pages while this one judges those that are parsed. */
export interface ParseAhead extends AsyncDisposable {
  /** Waits until the page is in `parsed`. One that no thread has parsed is not: whoever needs it parses it. */
  ready(path: string): Promise<void>;
}

/** For fewer pages a thread is not worth its start. */
const fewest = 64;
/** Pages that a thread gets at once. */
const batchSize = 16;
/** A tree costs a twentieth of its parsing to hand over, so few threads keep one busy. */
const mostThreads = 4;

/** Begins to parse `pages`, in their order, into `parsed`. MDX is left out: its mistakes are errors, which do not travel. */
export function parseAhead(pages: readonly PageText[], parsed: ParsedPages): ParseAhead {
  const markdown = pages.filter(({ path }) => path.endsWith('.md'));
  if (markdown.length < fewest) return { ready: async () => {}, [Symbol.asyncDispose]: async () => {} };
  const batches = Array.from({ length: Math.ceil(markdown.length / batchSize) }, (_, nth) =>
    markdown.slice(nth * batchSize, (nth + 1) * batchSize),
  );
  const waiting = batches.map((batch) => ({ batch, ...Promise.withResolvers<void>() }));
  const ready = new Map(waiting.flatMap(({ batch, promise }) => batch.map(({ path }) => [path, promise] as const)));
  const queue = [...waiting];
  const threads = Array.from({ length: Math.min(availableParallelism(), mostThreads, batches.length) }, () => {
    const thread = new Worker(new URL('./parse-thread.ts', import.meta.url));
    let current = queue.shift();
    const goOn = (): void => {
      current?.resolve();
      current = queue.shift();
      if (current) thread.postMessage(current.batch.map(({ text }) => text));
    };
    thread.on('message', (trees: readonly Root[]) => {
      for (const [index, { path, text }] of current?.batch.entries() ?? []) {
        const tree = trees[index];
        if (tree) parsed.set(path, { text, tree });
      }
      goOn();
    });
    // A thread that breaks has parsed nothing more; so has the one that would take its place.
    const leave = (): void => {
      current?.resolve();
      for (const { resolve } of queue.splice(0)) resolve();
    };
    thread.on('error', leave).on('exit', leave);
    if (current) thread.postMessage(current.batch.map(({ text }) => text));
    return thread;
  });
  return {
    ready: async (path) => ready.get(path),
    [Symbol.asyncDispose]: async () => void (await Promise.all(threads.map((thread) => thread.terminate()))),
  };
}
