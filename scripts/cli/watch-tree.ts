import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { folders, packageRoot } from '../../src/project/folders.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const settleMs = 80;

/** What decides how blocks come out, by its path from the root. */
const relevant = /^(runbooks\/.*\.mdx?|src\/content\/.*\.(mdx?|ya?ml|json|csv)|checks\/.*|runlight\.config\.ts)$/;

export interface Changes extends Disposable {
  /** Waits for changes and returns their paths from the root; empty when it was interrupted. */
  next(): Promise<string[]>;
}

/** How often it is looked whether a folder has come, gone, or been replaced: none of it is told reliably. */
const lookEveryMs = 300;

interface Place {
  folder: string;
  /** Of paths from the root. */
  prefix: string;
  recursive: boolean;
  /** `null`: there is no such folder at the moment. */
  open: { watcher: FSWatcher; identity: string } | null;
}

/** Watches pages, targets, checks (Runlight's own, too) and the configuration of a tree. */
export function watchTree(root: string, signal: AbortSignal): Changes {
  const pending = new Set<string>();
  let wake: (() => void) | null = null;
  const note = (path: string): void => {
    if (!relevant.test(path)) return;
    pending.add(path);
    wake?.();
  };
  const place = (base: string, name: string, recursive = true): Place => ({
    folder: join(base, name),
    prefix: name === '' ? '' : `${name}/`,
    recursive,
    open: null,
  });
  // Not the root as a whole: it may hold packages by the thousand.
  const places = [
    place(root, '', false),
    ...[folders.runbooks, 'src/content', folders.checks].map((name) => place(root, name)),
    ...(root === packageRoot ? [] : [place(packageRoot, folders.checks)]),
  ];
  const open = (each: Place, identity: string): void => {
    try {
      const watcher = watch(each.folder, { recursive: each.recursive }, (_, name) =>
        note(`${each.prefix}${(name ?? '').replaceAll('\\', '/')}`),
      );
      watcher.on('error', () => close(each));
      each.open = { watcher, identity };
    } catch {
      // It went away meanwhile; it is looked for again.
    }
  };
  const close = (each: Place): void => {
    each.open?.watcher.close();
    each.open = null;
  };
  const look = (isFirst: boolean): void => {
    for (const each of places) {
      const identity = identityOf(each.folder);
      if (identity === (each.open?.identity ?? null)) continue;
      close(each);
      if (identity === null) continue;
      open(each, identity);
      // What was in it when it came, nobody was told.
      if (!isFirst && each.recursive) for (const name of filesBelow(each.folder)) note(`${each.prefix}${name}`);
    }
  };
  look(true);
  const timer = setInterval(() => look(false), lookEveryMs);
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
      clearInterval(timer);
      for (const each of places) close(each);
    },
  };
}

/** What tells a folder from one that stood there before; `null` where there is none. */
function identityOf(folder: string): string | null {
  const about = statSync(folder, { throwIfNoEntry: false });
  return about ? `${about.ino} ${about.birthtimeMs}` : null;
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  } catch {
    return [];
  }
}
