import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
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

/** The commit is part of it, since pages show when they were last updated. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  const files = await glob(inputs, { cwd: root, ignore: ['**/*.test.ts', '**/__snapshots__/**'] });
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(await readFile(join(root, file)));
  const head = await readFile(join(root, '.git', 'logs', 'HEAD'), 'utf8').catch(() => '');
  return hash.update(head.trimEnd().split('\n').at(-1) ?? '').digest('hex');
}
