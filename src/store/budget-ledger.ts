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
  const forget = database.prepare('DELETE FROM request WHERE target = ? AND (at <= ? OR at > ?)');
  const nth = database.prepare('SELECT at FROM request WHERE target = ? ORDER BY at DESC LIMIT 1 OFFSET ?');
  const enter = database.prepare('INSERT INTO request (target, at) VALUES (?, ?)');
  return {
    take(key, { requests, windowMs }, now) {
      database.exec('BEGIN IMMEDIATE');
      try {
        // What lies in the future is of a clock that was put back.
        forget.run(key, now - windowMs, now);
        const oldest = nth.get(key, requests - 1);
        if (oldest === undefined) enter.run(key, now);
        database.exec('COMMIT');
        return oldest === undefined ? 0 : Number(oldest.at) + windowMs - now;
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
