import { type Kysely, type Selectable, sql } from 'kysely';
import { type DeclaredSecrets, withoutDeclared } from '../redact/declared-secrets.ts';
import { createToolBox, redactWith } from '../redact/redact.ts';
import { redactJsonWith } from '../redact/redact-json.ts';
import { redactionVersion } from '../redact/redaction-version.ts';
import type { ProofTable, Tables } from './tables.ts';

type Row = Selectable<ProofTable>;

/** Whether what wrote a row knew all that is recognised now. An earlier version did not, nor another tool. */
export const isClean = ({ redaction }: Pick<Row, 'redaction'>): boolean =>
  redaction !== null && redaction >= redactionVersion;

/** Rows as they may be shown. Of those that are clean only declared secrets go: they may have been set since. */
export async function cleaned(rows: readonly Row[], secrets: DeclaredSecrets | null): Promise<Row[]> {
  const toolsFor = createToolBox();
  return Promise.all(
    rows.map(async (row) => {
      if (isClean(row)) {
        if (secrets === null) return row;
        return {
          ...row,
          proof: withoutDeclared(row.proof, secrets),
          evidence: withoutDeclared(row.evidence, secrets),
        };
      }
      const clean = async (text: string): Promise<string> => {
        const tools = await toolsFor(text);
        const value = parsed(text);
        return value === undefined
          ? redactWith(text, tools, { secrets }).text
          : JSON.stringify(redactJsonWith(value, tools, { secrets }));
      };
      const [proof, evidence] = await Promise.all([clean(row.proof), clean(row.evidence)]);
      return { ...row, proof, evidence, redaction: redactionVersion };
    }),
  );
}

/**
 * Takes secrets out of the rows of an SQLite file that an earlier version or another tool wrote, and out of
 * the file's bytes. Where another process holds the file they stay for now; whoever reads them redacts them.
 */
export async function cleanRows(database: Kysely<Tables>, secrets: DeclaredSecrets | null): Promise<void> {
  const unclean = await database
    .selectFrom('proof')
    .selectAll()
    .where((where) => where.or([where('redaction', 'is', null), where('redaction', '<', redactionVersion)]))
    .execute();
  if (unclean.length === 0) return;
  const toolsFor = createToolBox();
  for (const { environment, block, subject, proof, evidence, redaction } of await cleaned(unclean, secrets)) {
    const same = database.updateTable('proof').where('environment', '=', environment).where('block', '=', block);
    const isBlock = redactWith(block, await toolsFor(block), { secrets }).removed.length === 0;
    if (isBlock) await same.set({ proof, evidence, redaction }).where('subject', '=', subject).execute();
    // No page has a block of such a name.
    else await database.deleteFrom('proof').where('environment', '=', environment).where('block', '=', block).execute();
  }
  try {
    // What was overwritten or deleted still stands in the file and in its log.
    await sql`VACUUM`.execute(database);
    await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
  } catch {
    // Somebody else reads the file; rows are clean all the same.
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
