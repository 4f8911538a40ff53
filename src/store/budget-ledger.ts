import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BudgetLedger } from '../runner/budgets.ts';

/**
 * A ledger in an SQLite file, which all commands on this machine share: two people who run the same
 * page at the same moment stay within one budget. Losing the newest entries when the machine itself
 * dies is fine, so nothing is flushed to disk.
 */
export async function openBudgetLedger(file: string): Promise<BudgetLedger & Disposable> {
  // Loaded here: few runs have a budget to keep.
  const { DatabaseSync } = await import('node:sqlite');
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 2000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    CREATE TABLE IF NOT EXISTS request (target TEXT NOT NULL, at INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS request_target_at ON request (target, at);
  `);
  // What lies in the future is of a clock that was put back.
  const forget = database.prepare('DELETE FROM request WHERE target = ? AND (at <= ? OR at > ?)');
  const nth = database.prepare(
    'SELECT at FROM request WHERE target = ? AND at > ? AND at <= ? ORDER BY at DESC LIMIT 1 OFFSET ?',
  );
  const enter = database.prepare('INSERT INTO request (target, at) VALUES (?, ?)');
  const waitFor: BudgetLedger['waitFor'] = (key, { requests, windowMs }, count, now) => {
    if (count > requests) return windowMs;
    const oldest = nth.get(key, now - windowMs, now, requests - count);
    return oldest === undefined ? 0 : Number(oldest.at) + windowMs - now;
  };
  return {
    waitFor,
    take(key, budget, now) {
      database.exec('BEGIN IMMEDIATE');
      try {
        forget.run(key, now - budget.windowMs, now);
        const waitMs = waitFor(key, budget, 1, now);
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
