import { setTimeout as sleep } from 'node:timers/promises';
import { findProcesses } from './processes.ts';

/** What ends by itself right after its command (the left side of a pipe) is given this long. */
const graceMs = 150;
const pollMs = 10;

/**
 * How much of what a check started still runs: `groups` are the process groups of its commands, and
 * by `mark` those that left their group are found where there is a `/proc`.
 */
export async function countLeftBehind(groups: readonly number[], mark: string): Promise<number> {
  for (let waited = 0; ; waited += pollMs) {
    // In a container nobody may collect zombies, which groups still count: then `/proc` knows better.
    const count = (await findProcesses(mark))?.length ?? groups.filter(isThere).length;
    if (count === 0 || waited >= graceMs) return count;
    await sleep(pollMs);
  }
}

function isThere(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
