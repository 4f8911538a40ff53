import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The variable that marks all that a check starts: a process that left its group is known by it. */
export const markName = 'RUNLIGHT_CHECK';

/** How all marks of one thread's checks shall begin, and their temporary folders, whose paths these are. */
export function newMarkPrefix(): string {
  return join(tmpdir(), `runlight-${process.pid}-${shortId()}-`);
}

/** One of these for each attempt. */
export function newMark(prefix: string): string {
  return `${prefix}${shortId()}-`;
}

function shortId(): string {
  return Math.random().toString(36).slice(2);
}

/** The processes whose mark begins with `prefix`, zombies left out; `null` where there is no `/proc` to tell. */
export async function findProcesses(prefix: string): Promise<number[] | null> {
  const names = await readdir('/proc').catch(() => null);
  if (names === null) return null;
  const mark = `\0${markName}=${prefix}`;
  const unread: number[] = [];
  const look = async (pid: number): Promise<number[]> => {
    // What is gone, or of another user, is none of ours.
    const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => null);
    if (environment === '') unread.push(pid);
    return environment !== null && `\0${environment}`.includes(mark) ? [pid] : [];
  };
  const found = await Promise.all(names.filter((name) => /^\d+$/.test(name)).map((name) => look(Number(name))));
  const becoming = (await Promise.all(unread.splice(0).map(isBecoming))).flat();
  if (becoming.length > 0) {
    await sleep(execMs);
    found.push(...(await Promise.all(becoming.map(look))));
  }
  return found.flat();
}

const execMs = 2;
/** The kernel's own, by the flags in `/proc/<pid>/stat` (`PF_KTHREAD` of Linux's `sched.h`). */
const kernelThread = 0x200000;

/** `[pid]` where a process without an environment is just becoming another program, and no zombie or the kernel's own. */
async function isBecoming(pid: number): Promise<number[]> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // The name, in parentheses, may hold anything; state and five numbers stand between it and the flags.
  const [state, , , , , , flags] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const isHollow = state === undefined || 'ZX'.includes(state) || (Number(flags) & kernelThread) !== 0;
  return isHollow ? [] : [pid];
}

/** Kills a process and all that it started, unless they left its group on purpose. */
export function killGroup(pid: number): void {
  kill(-pid);
}

/** Ends whatever runs with a mark that begins with `prefix`, and removes such folders. */
export async function sweep(prefix: string): Promise<void> {
  // What is found may be starting something else at this moment.
  for (let rounds = 0; rounds < 5; rounds += 1) {
    const found = await findProcesses(prefix);
    if (found === null || found.length === 0) break;
    for (const pid of found) kill(pid);
  }
  // A thread has no environment to tell it where temporary files go; the mark does.
  const [folder, name] = [dirname(prefix), basename(prefix)];
  const folders = (await readdir(folder).catch(() => [])).filter((each) => each.startsWith(name));
  await Promise.all(folders.map((each) => rm(join(folder, each), { recursive: true, force: true }).catch(() => {})));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
