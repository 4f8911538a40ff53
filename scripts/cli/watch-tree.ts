import { type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { folders, packageRoot } from '../../src/project/folders.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const settleMs = 80;

/** What decides how blocks come out, by its path from the root. */
const relevant = /^(runbooks\/.*\.mdx?|src\/content\/.*\.(mdx?|ya?ml)|checks\/.*\.ts|runlight\.config\.ts)$/;

export interface Changes extends Disposable {
  /** Waits for changes and returns their paths from the root; empty when it was interrupted. */
  next(): Promise<string[]>;
}

/** Watches pages, targets, checks (Runlight's own, too) and the configuration of a tree. */
export function watchTree(root: string, signal: AbortSignal): Changes {
  const pending = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  let wake: (() => void) | null = null;
  const note = (path: string): void => {
    if (!relevant.test(path)) return;
    pending.add(path);
    wake?.();
  };
  const open = (folder: string, prefix: string, recursive: boolean): void => {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, { recursive }, (_, name) => {
        note(`${prefix}${(name ?? '').replaceAll('\\', '/')}`);
        if (prefix === '') openAll();
      });
      // A folder that goes away while it is watched is no reason to stop.
      watcher.on('error', () => watchers.delete(folder));
      watchers.set(folder, watcher);
    } catch {
      // Every folder is optional; it is opened when it comes.
    }
  };
  // Not the root as a whole: it may hold packages by the thousand.
  const openAll = (): void => {
    for (const folder of [folders.runbooks, 'src/content', folders.checks])
      open(join(root, folder), `${folder}/`, true);
    open(join(packageRoot, folders.checks), `${folders.checks}/`, true);
  };
  open(root, '', false);
  openAll();
  return {
    async next() {
      if (pending.size === 0 && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
        await promise;
        wake = null;
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, settleMs));
      const paths = signal.aborted ? [] : [...pending].sort();
      pending.clear();
      return paths;
    },
    [Symbol.dispose]() {
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}
