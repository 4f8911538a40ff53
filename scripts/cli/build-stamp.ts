import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { packageRoot } from '../../src/project/folders.ts';
import { headCommit } from '../../src/project/head-commit.ts';
import type { Audience } from '../../src/schemas/frontmatter.ts';

const inputs = [
  'runbooks/**/*',
  'src/**/*',
  'checks/*.ts',
  'public/**/*',
  'astro.config.mjs',
  'runlight.config.ts',
  'package-lock.json',
  'tsconfig.json',
];

/** Whether the built site was made from exactly the files that are there now. */
export async function buildIsCurrent(root: string, audience: Audience): Promise<boolean> {
  if (!existsSync(join(root, 'dist', audience, 'index.html'))) return false;
  const known = await readFile(stampFile(root, audience), 'utf8').catch(() => '');
  return known === (await fingerprint(root));
}

/** Remembers what the built site was made from. */
export async function markBuilt(root: string, audience: Audience): Promise<void> {
  await mkdir(join(root, '.runlight'), { recursive: true });
  await writeFile(stampFile(root, audience), await fingerprint(root));
}

function stampFile(root: string, audience: Audience): string {
  return join(root, '.runlight', `built-${audience}`);
}

/** The site's own code and the tree's pages; the commit too, since pages show when they were last updated. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of new Set([packageRoot, root])) {
    const files = await glob(inputs, { cwd: folder, ignore: ['**/*.test.ts', '**/__snapshots__/**'] });
    for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(folder, file)));
  }
  return hash.update((await headCommit(root)) ?? '').digest('hex');
}
