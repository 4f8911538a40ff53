import { execFile } from 'node:child_process';

const mostBytes = 64 * 1024 * 1024;

/**
 * What git says in a folder; `null` where it cannot say it: there is no repository, or no git. A service does
 * not own its tree, and git would say nothing of another's, whose configuration it might obey; the code that
 * asks here comes from the same tree.
 */
export function git(cwd: string, args: readonly string[]): Promise<string | null> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
  return new Promise((resolve) => {
    execFile('git', ['-c', 'safe.directory=*', ...args], { cwd, env, maxBuffer: mostBytes }, (error, stdout) =>
      resolve(error ? null : stdout),
    );
  });
}
