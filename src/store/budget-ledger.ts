import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BudgetLedger, WallClock } from '../runner/budgets.ts';
import { patienceMs, whenUnlocked } from './when-unlocked.ts';

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
