import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedRegistry } from '../checks/registry.ts';
import type { ParsedPages } from '../markdown/parsed-pages.ts';
import type { ScannedPage } from '../markdown/scan-page.ts';
import { type Diagnostic, diagnosticCodes } from '../schemas/diagnostic.ts';
import { openPageCache } from './page-cache.ts';
import { parseAhead } from './parse-ahead.ts';
import type { SecretFound, SecretLook } from './secret-look.ts';
import { shapeOf, type WorldFacts, worldKey } from './world-key.ts';

/** The checks that pages are held against. */
export interface CheckSource {
  folders: readonly string[];
  /** Imports them all: only where a page must be scanned. */
  load(): Promise<LoadedRegistry>;
  /** Imports no more than these, where not all have been imported already. */
  loadOnly(ids: ReadonlySet<string>): Promise<LoadedRegistry>;
}

/** A page as it was scanned, with its path from the root. */
export type ReadPage = ScannedPage & { path: string };

export interface ReadOptions {
  cacheFolder?: string;
  /** Gets the trees of the pages that are scanned; those from the cache have none. */
  parsed?: ParsedPages | undefined;
  /** Finds pages that hold a secret: of those, nothing is read or kept. */
  look?: SecretLook | null | undefined;
}

interface PageFile {
  path: string;
  text: string;
  hash: string;
}

/**
 * Reads the pages of a tree. What an earlier run scanned is taken from the cache where neither the
 * page nor anything that the scanner holds it against has changed; parsing Markdown, and importing
 * checks that nobody uses, is most of what a command would cost.
 */
export async function readPages(
  root: string,
  paths: readonly string[],
  facts: WorldFacts,
  checks: CheckSource,
  { cacheFolder, parsed, look = null }: ReadOptions = {},
): Promise<{ pages: ReadPage[]; checks: LoadedRegistry }> {
  const [cache, files] = await Promise.all([
    worldKey(facts, checks.folders).then((key) => openPageCache(root, key, cacheFolder)),
    Promise.all(paths.map((path) => readPage(root, path))),
  ]);
  const known = files.map(({ path, hash }) => cache.get(path, hash));
  const used = new Set(known.flatMap((scanned) => scanned?.page?.blocks.map(({ use }) => use) ?? []));
  const isWhole = cache.shapes !== null && known.every((scanned) => scanned !== null);
  let loaded = isWhole ? await checks.loadOnly(used) : await checks.load();
  const isStale = [...loaded.registry.values()].some((check) => cache.shapes?.[check.id] !== shapeOf(check));
  if (isWhole && isStale) loaded = await checks.load();
  const pages: ReadPage[] = [];
  const trees: ParsedPages = parsed ?? new Map();
  await using ahead = parseAhead(isStale ? files : files.filter((_, index) => !known[index]), trees);
  for (const [index, { path, text, hash }] of files.entries()) {
    const kept = isStale ? null : (known[index] ?? null);
    if (!kept) await ahead.ready(path);
    const secrets = (kept ? look?.inKnownPage(text) : await look?.inPage(text)) ?? [];
    const scanned =
      secrets.length > 0
        ? withSecrets(path, text, secrets)
        : (kept ?? (await scan({ path, text }, facts, loaded, trees)));
    if (!kept && secrets.length === 0) cache.set(path, hash, scanned);
    if (!parsed) trees.delete(path);
    pages.push({ path, ...scanned });
  }
  // A check that cannot be used must be told of by every run, so every run has to import them all.
  const isAll = !isWhole || isStale;
  if (isAll && loaded.diagnostics.length === 0) await cache.save(paths, shapesOf(loaded));
  return { pages, checks: loaded };
}

async function readPage(root: string, path: string): Promise<PageFile> {
  const text = await readFile(join(root, path), 'utf8');
  return { path, text, hash: createHash('sha256').update(text).digest('base64url') };
}

/** The parser takes longer to load than a warm run to finish, so only who needs it loads it. */
async function scan(
  { path, text }: Pick<PageFile, 'path' | 'text'>,
  facts: WorldFacts,
  { registry }: LoadedRegistry,
  parsed: ParsedPages,
): Promise<ScannedPage> {
  const { scanPage } = await import('../markdown/scan-page.ts');
  return scanPage(path, text, { ...facts, registry }, parsed);
}

function shapesOf({ registry }: LoadedRegistry): Record<string, string> {
  return Object.fromEntries([...registry.values()].map((check) => [check.id, shapeOf(check)]));
}

/** What else is wrong with it is not said: that would quote it. */
function withSecrets(path: string, text: string, secrets: readonly SecretFound[]): ScannedPage {
  const { severity } = diagnosticCodes.secret;
  const diagnostics = secrets.map(({ offset, message }): Diagnostic => {
    const before = text.slice(0, offset).split('\n');
    return { path, line: before.length, column: (before.at(-1) ?? '').length + 1, severity, code: 'secret', message };
  });
  return { page: null, review: null, sections: [], translates: null, diagnostics };
}
