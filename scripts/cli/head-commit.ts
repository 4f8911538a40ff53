import { spawnSync } from 'node:child_process';

/** The commit that `root` is at, or `null` outside a repository. */
export function headCommit(root: string): string | null {
  const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
  return git.status === 0 ? git.stdout.trim() : null;
}
