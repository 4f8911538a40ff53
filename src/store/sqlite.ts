import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { DeclaredSecrets } from '../redact/declared-secrets.ts';
import { cleanRows } from './clean-rows.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './tables.ts';
import { patienceMs, whenUnlocked } from './when-unlocked.ts';

/**
 * Opens the SQLite file, makes it if it is not there, brings its tables up to date, and takes out secrets that
 * something else left in. What was written survives the end of the process, whatever ends it; only the newest
 * may be lost when the machine dies.
 */
export async function openSqlite(file: string, secrets: DeclaredSecrets | null = null): Promise<Kysely<Tables>> {
  const { DatabaseSync } = await import('node:sqlite');
  mkdirSync(dirname(file), { recursive: true });
  const raw = new DatabaseSync(file, { timeout: patienceMs });
  try {
    await whenUnlocked(() =>
      raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;'),
    );
    const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(raw) }) });
    const { error } = await new Migrator({
      db: database,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    }).migrateToLatest();
    if (error) throw error;
    await cleanRows(database, secrets);
    return database;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Node's own SQLite, with the face of the package that Kysely was written for. */
function forKysely(raw: import('node:sqlite').DatabaseSync): SqliteDatabase {
  return {
    close: () => raw.close(),
    prepare(sql) {
      const statement = raw.prepare(sql);
      type Values = Parameters<typeof statement.all>;
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as Values)),
        run: (values) => statement.run(...(values as Values)),
        iterate: (values) => statement.iterate(...(values as Values)),
      };
    },
  };
}
