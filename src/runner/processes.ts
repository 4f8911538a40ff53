import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * How the temporary folders of one thread's checks begin. Each is the `HOME` of all that its check
 * starts, so that even a process which left its group can be told by its environment.
 */
export function homePrefix(thread = threadId): string {
  return join(tmpdir(), `runlight-${process.pid}-${thread}-`);
}

/**
 * The processes whose `HOME` begins with `prefix`, zombies left out; `null` where there is no `/proc`
 * to tell.
 */
export async function findProcesses(prefix: string): Promise<number[] | null> {
  const names = await readdir('/proc').catch(() => null);
  if (names === null) return null;
  const mark = `\0HOME=${prefix}`;
  const found = await Promise.all(
    names
      .filter((name) => /^\d+$/.test(name))
      .map(async (pid) => {
        // A zombie's environment is empty.
        const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
        return `\0${environment}`.includes(mark) ? Number(pid) : null;
      }),
  );
  return found.filter((pid) => pid !== null);
}

/** Kills a process and all that it started, unless they left its group on purpose. */
export function killGroup(pid: number): void {
  kill(-pid);
}

/** Ends whatever runs with a `HOME` that begins with `prefix`, and removes such folders. */
export async function sweep(prefix: string): Promise<void> {
  // What is found may be starting something else at this moment.
  for (let rounds = 0; rounds < 5; rounds += 1) {
    const found = await findProcesses(prefix);
    if (found === null || found.length === 0) break;
    for (const pid of found) kill(pid);
  }
  const name = prefix.slice(tmpdir().length + 1);
  const folders = (await readdir(tmpdir()).catch(() => [])).filter((each) => each.startsWith(name));
  await Promise.all(folders.map((each) => rm(join(tmpdir(), each), { recursive: true, force: true }).catch(() => {})));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
