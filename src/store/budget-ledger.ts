import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BudgetLedger, WallClock } from '../runner/budgets.ts';

/** Others hold the file only for a moment; whoever waits longer than this for it never gets it. */
const patienceMs = 2000;

/**
 * A ledger in an SQLite file, which all commands on this machine share: two people who run the same
 * page at the same moment stay within one budget. Losing the newest entries when the machine itself
 * dies is fine, so nothing is flushed to disk.
 */
export async function openBudgetLedger(file: string, clock: WallClock = Date.now): Promise<BudgetLedger & Disposable> {
  // Loaded here: few runs have a budget to keep.
  const { DatabaseSync } = await import('node:sqlite');
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: patienceMs });
  try {
    await whenUnlocked(() =>
      database.exec(`
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        CREATE TABLE IF NOT EXISTS request (target TEXT NOT NULL, at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS request_target_at ON request (target, at);
      `),
    );
  } catch (error) {
    database.close();
    throw error;
  }
  // A clock that was put back a little counts what it has yet to reach; one put back far starts anew.
  const forget = database.prepare('DELETE FROM request WHERE target = ? AND (at <= ? OR at > ?)');
  const nth = database.prepare(
    'SELECT at FROM request WHERE target = ? AND at > ? AND at <= ? ORDER BY at DESC LIMIT 1 OFFSET ?',
  );
  const enter = database.prepare('INSERT INTO request (target, at) VALUES (?, ?)');
  const waitAt = (
    key: string,
    { requests, windowMs }: Parameters<BudgetLedger['take']>[1],
    count: number,
    now: number,
  ) => {
    if (count > requests) return windowMs;
    const oldest = nth.get(key, now - windowMs, now + windowMs, requests - count);
    return oldest === undefined ? 0 : Number(oldest.at) + windowMs - now;
  };
  return {
    waitFor: (key, budget, count) => waitAt(key, budget, count, clock()),
    take(key, budget) {
      database.exec('BEGIN IMMEDIATE');
      try {
        // Only now: while this waited for its turn, others have entered theirs.
        const now = clock();
        forget.run(key, now - budget.windowMs, now + budget.windowMs);
        const waitMs = waitAt(key, budget, 1, now);
        if (waitMs === 0) enter.run(key, now);
        database.exec('COMMIT');
        return waitMs;
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    [Symbol.dispose]() {
      database.close();
    },
  };
}

/** SQLite does not wait by itself where several open a new file at once and each sets its mode. */
async function whenUnlocked(open: () => void): Promise<void> {
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
