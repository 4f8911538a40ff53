import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageWorld } from '../markdown/page-world.ts';
import type { ScannedPage } from '../markdown/scan-page.ts';
import { openPageCache } from './page-cache.ts';
import { worldKey } from './world-key.ts';

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
  world: PageWorld,
  cacheFolder?: string,
): Promise<ReadPage[]> {
  const [cache, texts] = await Promise.all([
    worldKey(world).then((key) => openPageCache(root, key, cacheFolder)),
    Promise.all(paths.map((path) => readFile(join(root, path), 'utf8'))),
  ]);
  const pages: ReadPage[] = [];
  for (const [index, path] of paths.entries()) {
    const text = texts[index] ?? '';
    const hash = createHash('sha256').update(text).digest('base64url');
    const known = cache.get(path, hash);
    // The parser takes longer to load than a warm run to finish, so only who needs it loads it.
    const scanned = known ?? (await import('../markdown/scan-page.ts')).scanPage(path, text, world);
    if (!known) cache.set(path, hash, scanned);
    pages.push({ path, ...scanned });
  }
  await cache.save(paths);
  return pages;
}
