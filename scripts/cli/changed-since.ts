import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from './define-command.ts';

const run = promisify(execFile);

/** Files below `root` that differ from `reference`, new ones that Git does not ignore included; paths from `root`. */
export async function changedSince(reference: string, root: string): Promise<string[]> {
  const git = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await run('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 });
    return stdout.split('\0').filter((path) => path !== '');
  };
  try {
    const [changed, added] = await Promise.all([
      git('diff', '--name-only', '--relative', '-z', '--end-of-options', reference, '--'),
      git('ls-files', '--others', '--exclude-standard', '-z'),
    ]);
    return [...new Set([...changed, ...added])];
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new UsageError(
      `\`--changed ${reference}\`: Git cannot compare with it${said ? ` (${said})` : ''}. Expected a commit, branch or tag, such as \`origin/main\`.`,
    );
  }
}
