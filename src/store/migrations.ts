import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** In the order of their names; one that was released never changes. SQLite and Postgres both take them. */
export const migrations: Record<string, Migration> = {
  '2026-11-25-proof': {
    async up(database: Kysely<Tables>) {
      await database.schema
        .createTable('proof')
        .addColumn('environment', 'text', (column) => column.notNull())
        .addColumn('block', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('provenAt', 'bigint', (column) => column.notNull())
        .addColumn('proof', 'text', (column) => column.notNull())
        .addColumn('evidence', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('proof_key', ['environment', 'block'])
        .execute();
    },
  },
  '2026-11-26-redaction': {
    async up(database: Kysely<Tables>) {
      await database.schema.alterTable('proof').addColumn('redaction', 'integer').execute();
    },
  },
};
