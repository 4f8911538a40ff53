import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageWorld } from '../markdown/page-world.ts';
import { packageRoot } from './folders.ts';

/** What the scanner holds pages against, apart from the checks. */
export type WorldFacts = Omit<PageWorld, 'registry'>;

/** What decides how a page is read: Runlight's own code, by size and time of its files. */
const code = ['src/markdown', 'src/checks', 'src/schemas', 'src/text', 'package-lock.json'];

/**
 * A hash of all that the scanner holds pages against: the checks' files (their parameters and
 * readings), the names of targets, teams and languages, and the code that reads pages.
 */
export async function worldKey(facts: WorldFacts, checkFolders: readonly string[]): Promise<string> {
  const [checks, stamps] = await Promise.all([
    Promise.all(checkFolders.map(textsBelow)),
    Promise.all(code.map((path) => stampOf(join(packageRoot, path)))),
  ]);
  return createHash('sha256').update(JSON.stringify({ facts, checkFolders, checks, stamps })).digest('base64url');
}

/** Everything that a check may import from beside it. */
async function textsBelow(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /(?<!\.test)\.ts$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  return names.map((name, index) => `${name}\n${texts[index] ?? ''}`);
}

async function stampOf(path: string): Promise<unknown> {
  const about = await stat(path).catch(() => null);
  if (!about) return null;
  if (!about.isDirectory()) return [about.size, about.mtimeMs];
  const names = (await readdir(path)).sort();
  return Promise.all(names.map(async (name) => [name, await stampOf(join(path, name))]));
}
