import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isRequired, paramMeta } from '../checks/param.ts';
import type { RegisteredCheck } from '../checks/registry.ts';
import type { PageWorld } from '../markdown/page-world.ts';
import { redactionVersion } from '../redact/redaction-version.ts';
import { packageRoot } from './folders.ts';

/** What the scanner holds pages against, apart from the checks. */
export type WorldFacts = Omit<PageWorld, 'registry'>;

/** What decides how a page is read: Runlight's own code, by size and time of its files. */
const code = ['src/markdown', 'src/checks', 'src/schemas', 'src/text', 'package-lock.json'];

/**
 * The stamps of the code that this process runs: taken once. A server that goes on while Runlight is updated under it
 * would otherwise keep what its old code read as if the new code had read it.
 */
let own: Promise<unknown[]> | null = null;

/**
 * A hash of all that the scanner holds pages against and that can be told without importing a check:
 * the files of the checks, the names of targets, teams and languages, and the code that reads pages.
 */
export async function worldKey(facts: WorldFacts, checkFolders: readonly string[]): Promise<string> {
  own ??= Promise.all(code.map((path) => stampOf(join(packageRoot, path))));
  const [files, ownStamps, libraries] = await Promise.all([
    Promise.all(checkFolders.map(textsBelow)),
    own,
    // The libraries that a tree's checks import.
    Promise.all(checkFolders.map((folder) => stampOf(lockBeside(folder)))),
  ]);
  return hashOf({ facts, checkFolders, files, stamps: [ownStamps, libraries], redactionVersion });
}

/**
 * A hash of what a check declares: it may be computed from anything, such as a library or a file
 * elsewhere, which no hash of its own file tells.
 */
export function shapeOf({ file, definition }: RegisteredCheck): string {
  const { params, run: _, ...rest } = definition;
  const shapes = Object.entries(params).map(([name, schema]) => [
    name,
    paramMeta(schema),
    isRequired(schema),
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);
  return hashOf({ file, shapes, ...rest });
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

const lockBeside = (folder: string): string => join(dirname(folder), 'package-lock.json');

/** Everything that a check may import from beside it, code or data. */
async function textsBelow(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => !/\.test\.ts$/.test(name)).sort();
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
