import { execFile } from 'node:child_process';

/** The commit that `root` is at, or `null` outside a repository. */
export function headCommit(root: string): Promise<string | null> {
  return new Promise((resolve) => {
    execFile('git', ['rev-parse', 'HEAD'], { cwd: root }, (error, stdout) => resolve(error ? null : stdout.trim()));
  });
}
