import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { DeclaredSecrets } from '../redact/declared-secrets.ts';
import { redactionVersion } from '../redact/redaction-version.ts';
import { type Proof, proofSchema } from '../schemas/proof.ts';
import { type Evidence, evidenceSchema } from '../schemas/report.ts';
import { cleaned } from './clean-rows.ts';
import type { Tables } from './tables.ts';

/** A block's last proof, with what the check saw. */
export interface StoredProof {
  /** `<page id>#<id>`. */
  block: string;
  /** What the block said when it was proven. */
  subject: string;
  proof: Proof;
  evidence: Evidence[];
}

/** Keeps the last proof of each block, by environment. */
export interface ProofStore extends AsyncDisposable {
  /** Takes the place of what was kept of the block, unless that is newer. It is of a run, and so without secrets. */
  save(proof: StoredProof): Promise<void>;
  /** All of an environment, by block. What cannot be read any more is left out. */
  all(environment: string): Promise<StoredProof[]>;
}

const evidencesSchema = z.array(evidenceSchema);

/** The store in a database; closing it closes the database. `secrets` are those that the tree declares: no row has them. */
export function createProofStore(database: Kysely<Tables>, secrets: DeclaredSecrets | null = null): ProofStore {
  return {
    async save({ block, subject, proof, evidence }) {
      const { environment } = proof;
      const row = {
        subject,
        provenAt: Date.parse(proof.provenAt),
        proof: JSON.stringify(proof),
        evidence: JSON.stringify(evidence),
        redaction: redactionVersion,
      };
      await database
        .insertInto('proof')
        .values({ environment, block, ...row })
        .onConflict((conflict) =>
          conflict.columns(['environment', 'block']).doUpdateSet(row).where('proof.provenAt', '<=', row.provenAt),
        )
        .execute();
    },
    async all(environment) {
      const rows = await database
        .selectFrom('proof')
        .selectAll()
        .where('environment', '=', environment)
        .orderBy('block')
        .execute();
      return (await cleaned(rows, secrets)).flatMap(({ block, subject, proof, evidence }) => {
        const its = proofSchema.safeParse(parseJson(proof));
        const seen = evidencesSchema.safeParse(parseJson(evidence));
        return its.success && seen.success ? [{ block, subject, proof: its.data, evidence: seen.data }] : [];
      });
    },
    [Symbol.asyncDispose]: () => database.destroy(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
