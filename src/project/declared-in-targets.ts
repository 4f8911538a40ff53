import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folders } from './folders.ts';
import { yamlFiles } from './yaml-mistakes.ts';

/**
 * The values of secrets that the targets of a tree name, told by their files' text alone: before they are
 * read, and where they cannot be.
 */
export async function declaredInTargets(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Record<string, string>> {
  const texts = await Promise.all((await yamlFiles(join(root, folders.targets))).map((file) => readFile(file, 'utf8')));
  const names = texts.flatMap((text) => [...text.matchAll(/\bsecret["']?:\s*["']?([A-Za-z0-9_]+)/g)]);
  return Object.fromEntries(
    names.flatMap(([, name = '']) => {
      const value = env[name];
      return value ? [[name, value]] : [];
    }),
  );
}
