import { git } from './git.ts';

/**
 * Paths from `root` of the files in it that differ from the commit that it is at, new ones included; none
 * outside a repository.
 */
export async function changedFiles(root: string): Promise<string[]> {
  const lists = await Promise.all([
    git(root, ['diff', '--name-only', '--relative', '--no-ext-diff', '-z', 'HEAD']),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  return [...new Set(lists.flatMap((list) => list?.split('\0') ?? []))].filter((path) => path !== '').sort();
}
