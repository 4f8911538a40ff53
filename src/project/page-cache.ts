import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ScannedPage } from '../markdown/scan-page.ts';
import { packageRoot } from './folders.ts';

/** Scanned pages of one tree, by path and the hash of their text. */
export interface PageCache {
  get(path: string, hash: string): ScannedPage | null;
  set(path: string, hash: string, scanned: ScannedPage): void;
  /** Whether nothing was missing and nothing has been set. */
  readonly isWhole: boolean;
  /** Writes what changed, and forgets pages that are not among `paths`. Where it cannot be written, nothing is kept. */
  save(paths: readonly string[]): Promise<void>;
}

interface Entry {
  hash: string;
  scanned: ScannedPage;
}

interface Kept {
  /** What the pages were held against; with another world nothing of it is valid. */
  world: string;
  pages: Record<string, Entry>;
}

/** Opens what was kept of the tree at `root`, as far as it was scanned in the same `world`. */
export async function openPageCache(root: string, world: string, folder = cacheFolder): Promise<PageCache> {
  const file = join(folder, `pages-${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`);
  const kept = await readKept(file);
  const pages = new Map(kept?.world === world ? Object.entries(kept.pages) : []);
  let isChanged = false;
  return {
    get(path, hash) {
      const entry = pages.get(path);
      return entry?.hash === hash ? entry.scanned : null;
    },
    set(path, hash, scanned) {
      pages.set(path, { hash, scanned });
      isChanged = true;
    },
    get isWhole() {
      return kept?.world === world && !isChanged;
    },
    async save(paths) {
      const wanted = new Set(paths);
      for (const path of pages.keys()) {
        if (wanted.has(path)) continue;
        pages.delete(path);
        isChanged = true;
      }
      if (!isChanged) return;
      await write(file, JSON.stringify({ world, pages: Object.fromEntries(pages) } satisfies Kept));
      await forgetOldest(folder);
    },
  };
}

const cacheFolder = join(packageRoot, '.runlight', 'cache');

async function readKept(file: string): Promise<Kept | null> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Partial<Kept> | null;
    return typeof kept?.world === 'string' && kept.pages ? { world: kept.world, pages: kept.pages } : null;
  } catch {
    // None yet, or one that broke off: it is made anew.
    return null;
  }
}

/** Whole or not at all: another command may read it at the same moment. */
async function write(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, text);
    await rename(draft, file);
  } catch {
    // Nothing can be kept here; the next run scans again.
    await rm(draft, { force: true }).catch(() => {});
  }
}

/** Trees come and go (a test makes many); this many are kept. */
const maxTrees = 40;

async function forgetOldest(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('pages-'));
  if (names.length <= maxTrees) return;
  const files = names.map((name) => join(folder, name));
  const ages = await Promise.all(
    files.map(async (file) => ({ file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 })),
  );
  const old = ages.sort((a, b) => b.at - a.at).slice(maxTrees);
  await Promise.all(old.map(({ file }) => rm(file, { force: true }).catch(() => {})));
}
