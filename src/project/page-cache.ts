import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ScannedPage } from '../markdown/scan-page.ts';
import { packageRoot } from './folders.ts';

/** Scanned pages of one tree, by path and the hash of their text. */
export interface PageCache {
  get(path: string, hash: string): ScannedPage | null;
  set(path: string, hash: string, scanned: ScannedPage): void;
  /** Hashes of what the checks declared, by id; `null` where nothing of this world was kept. */
  readonly shapes: Shapes | null;
  /** Writes what changed, and forgets pages that are not among `paths`. Where it cannot be written, nothing is kept. */
  save(paths: readonly string[], shapes: Shapes): Promise<void>;
}

type Shapes = Readonly<Record<string, string>>;

interface Entry {
  hash: string;
  scanned: ScannedPage;
}

/** Its file begins with the hash of what follows. */
interface Kept {
  /** What the pages were held against; with another world nothing of it is valid. */
  world: string;
  shapes: Shapes;
  pages: Record<string, Entry>;
}

/** Opens what was kept of the tree at `root`, as far as it was scanned in the same `world`. */
export async function openPageCache(root: string, world: string, folder = cacheFolder): Promise<PageCache> {
  const file = join(folder, `pages-${hashOf(root).slice(0, 16)}.txt`);
  const read = await readKept(file);
  const kept = read?.world === world ? read : null;
  const pages = new Map(Object.entries(kept?.pages ?? {}));
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
    shapes: kept?.shapes ?? null,
    async save(paths, shapes) {
      const wanted = new Set(paths);
      for (const path of pages.keys()) {
        if (wanted.has(path)) continue;
        pages.delete(path);
        isChanged = true;
      }
      if (!isChanged) return;
      await write(file, JSON.stringify({ world, shapes, pages: Object.fromEntries(pages) } satisfies Kept));
      await forgetOldest(folder);
    },
  };
}

const cacheFolder = join(packageRoot, '.runlight', 'cache');

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What we wrote, and nothing else: a file that broke off or was edited says nothing. */
async function readKept(file: string): Promise<Kept | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const end = text.indexOf('\n');
  const json = text.slice(end + 1);
  return text.slice(0, end) === hashOf(json) ? (JSON.parse(json) as Kept) : null;
}

/** Whole or not at all: another command may read it at the same moment. */
async function write(file: string, json: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, `${hashOf(json)}\n${json}`);
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
