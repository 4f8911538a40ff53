import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedRegistry } from '../checks/registry.ts';
import type { ScannedPage } from '../markdown/scan-page.ts';
import { openPageCache } from './page-cache.ts';
import { type WorldFacts, worldKey } from './world-key.ts';

/** The checks that pages are held against. */
export interface CheckSource {
  folders: readonly string[];
  /** Imports them all: only where a page must be scanned. */
  load(): Promise<LoadedRegistry>;
}

/** A page as it was scanned, with its path from the root. */
export type ReadPage = ScannedPage & { path: string };

/**
 * Reads the pages of a tree. What an earlier run scanned is taken from the cache where neither the
 * page nor anything that the scanner holds it against has changed; parsing Markdown is most of what
 * a command would cost.
 */
export async function readPages(
  root: string,
  paths: readonly string[],
  facts: WorldFacts,
  checks: CheckSource,
  cacheFolder?: string,
): Promise<ReadPage[]> {
  const [cache, texts] = await Promise.all([
    worldKey(facts, checks.folders).then((key) => openPageCache(root, key, cacheFolder)),
    Promise.all(paths.map((path) => readFile(join(root, path), 'utf8'))),
  ]);
  const pages: ReadPage[] = [];
  for (const [index, path] of paths.entries()) {
    const text = texts[index] ?? '';
    const hash = createHash('sha256').update(text).digest('base64url');
    const known = cache.get(path, hash);
    const scanned = known ?? (await scan(path, text, facts, checks));
    if (!known) cache.set(path, hash, scanned);
    pages.push({ path, ...scanned });
  }
  // A check that cannot be used must be told of by every run, so every run has to load them.
  const isSound = cache.isWhole || (await checks.load()).diagnostics.length === 0;
  if (isSound) await cache.save(paths);
  return pages;
}

/** The parser takes longer to load than a warm run to finish, so only who needs it loads it. */
async function scan(path: string, text: string, facts: WorldFacts, checks: CheckSource): Promise<ScannedPage> {
  const [{ scanPage }, { registry }] = await Promise.all([import('../markdown/scan-page.ts'), checks.load()]);
  return scanPage(path, text, { ...facts, registry });
}
