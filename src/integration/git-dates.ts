import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The day of the newest commit of each file below `folders`, as ISO 8601, by path from `root`; asked
 * of git once for all of them. Without git, or for a file that was never committed, there is none.
 */
export async function gitDates(root: string, folders: readonly string[]): Promise<Map<string, string>> {
  const dates = new Map<string, string>();
  const args = [
    '-c',
    'core.quotePath=false',
    'log',
    '--format=t:%cI',
    '--name-only',
    '--no-renames',
    '--relative',
    '--',
    ...folders,
  ];
  const log = await run('git', args, { cwd: root, maxBuffer: 256 * 1024 * 1024 }).catch(() => null);
  if (!log) return dates;
  let date = '';
  for (const line of log.stdout.split('\n')) {
    if (line.startsWith('t:')) date = new Date(line.slice(2)).toISOString();
    // Newest first: the first time that a file is named is its last change.
    else if (line !== '' && !dates.has(line)) dates.set(line, date);
  }
  return dates;
}
