import { execFile } from 'node:child_process';

const mostBytes = 64 * 1024 * 1024;

/**
 * Paths from `root` of the files in it that differ from the commit that it is at, new ones included; none
 * outside a repository.
 */
export async function changedFiles(root: string): Promise<string[]> {
  const lists = await Promise.all([
    git(root, ['diff', '--name-only', '--relative', '--no-ext-diff', '-z', 'HEAD']),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  return [...new Set(lists.flatMap((list) => list.split('\0')))].filter((path) => path !== '').sort();
}

/** What git says; nothing where it cannot say it. */
function git(cwd: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
  return new Promise((resolve) => {
    execFile('git', args, { cwd, env, maxBuffer: mostBytes }, (error, stdout) => resolve(error ? '' : stdout));
  });
}
