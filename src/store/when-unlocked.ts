import { setTimeout as sleep } from 'node:timers/promises';

/** Others hold a file only for a moment; whoever waits longer than this for it never gets it. Milliseconds. */
export const patienceMs = 2000;

/** SQLite does not wait by itself where several open a new file at once and each sets its mode. */
export async function whenUnlocked(open: () => void): Promise<void> {
  for (const start = performance.now(); ; await sleep(10)) {
    try {
      open();
      return;
    } catch (error) {
      const isLocked = error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
      if (!isLocked || performance.now() - start > patienceMs) throw error;
    }
  }
}

const sqliteBusy = 5;
