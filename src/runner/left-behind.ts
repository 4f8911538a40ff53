import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** What ends by itself right after its command (the left side of a pipe) is given this long. */
const graceMs = 150;
const pollMs = 10;

/** How many of these process groups still have a process that runs. */
export async function countLeftBehind(groups: readonly number[]): Promise<number> {
  let alive = groups.filter(isThere);
  for (let waited = 0; alive.length > 0 && waited < graceMs; waited += pollMs) {
    await sleep(pollMs);
    alive = alive.filter(isThere);
  }
  if (alive.length === 0) return 0;
  const running = await runningGroups();
  return running === null ? alive.length : alive.filter((group) => running.has(group)).length;
}

function isThere(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Groups with a process that is more than a zombie: in a container nobody may collect those. `null`
 * where there is no `/proc`.
 */
async function runningGroups(): Promise<Set<number> | null> {
  const names = await readdir('/proc').catch(() => null);
  if (names === null) return null;
  const stats = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  const groups = new Set<number>();
  for (const stat of stats) {
    // The name, in parentheses, may hold anything; state, parent and group follow it.
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state !== undefined && state !== 'Z' && state !== 'X') groups.add(Number(group));
  }
  return groups;
}
