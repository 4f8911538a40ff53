import { git } from './git.ts';

/** The commit that `root` is at, or `null` outside a repository. */
export async function headCommit(root: string): Promise<string | null> {
  return (await git(root, ['rev-parse', 'HEAD']))?.trim() ?? null;
}
