import { type Proof, replaces } from '../schemas/proof.ts';
import type { Reason } from '../schemas/reason.ts';
import type { Evidence } from '../schemas/report.ts';
import type { ProofStore } from '../store/proof-store.ts';

/** What is known of one block. */
export interface Known {
  proof: Proof | null;
  evidence: Evidence[];
  /** Why the newest run came to nothing, where it did. */
  skipped: Reason | null;
}

/** The last proofs of one environment, kept in a store. */
export interface KnownProofs {
  of(block: string, subject: string): Known;
  /** Takes what a run found, keeps it, and says what is known from now on. */
  take(block: string, subject: string, proof: Proof, evidence: Evidence[]): Promise<Known>;
}

const nothing: Known = { proof: null, evidence: [], skipped: null };

/** Proofs from the store; `published` are those that came with the site, where they are newer. */
export async function openKnownProofs(
  environment: string,
  store: ProofStore,
  published: () => Readonly<Record<string, Proof>>,
  say: (text: string) => void,
): Promise<KnownProofs> {
  const known = new Map<string, Known & { subject: string }>();
  for (const { block, subject, proof, evidence } of await store.all(environment))
    known.set(block, { subject, proof, evidence, skipped: null });
  let isStoreBroken = false;
  const of = (block: string, subject: string): Known => {
    const kept = known.get(block);
    const own = kept?.subject === subject ? kept : nothing;
    const other = published()[block];
    // It says of the block as it was what we know already.
    if (kept?.proof && kept.subject !== subject && other && other.provenAt <= kept.proof.provenAt) return own;
    return other?.environment === environment && replaces(other, own.proof) && other.provenAt !== own.proof?.provenAt
      ? { proof: other, evidence: [], skipped: own.skipped }
      : own;
  };
  return {
    of,
    async take(block, subject, proof, evidence) {
      const before = of(block, subject);
      const isProof = replaces(proof, before.proof);
      const skipped = proof.verdict === 'skip' && !isProof ? proof.reason : null;
      const next = isProof ? { proof, evidence, skipped } : { ...before, skipped };
      known.set(block, { ...next, subject });
      if (!isProof) return next;
      try {
        await store.save({ block, subject, proof, evidence });
        isStoreBroken = false;
      } catch (error) {
        if (!isStoreBroken)
          say(`Verdicts cannot be kept beyond this process: ${error instanceof Error ? error.message : String(error)}`);
        isStoreBroken = true;
      }
      return next;
    },
  };
}
