/** The tables as Kysely types them; `migrations.ts` makes them. */
export interface Tables {
  proof: ProofTable;
}

/** The last proof of each block in each environment. */
export interface ProofTable {
  environment: string;
  /** `<page id>#<id>`. */
  block: string;
  /** Changes when the block says something else; what was proven of the earlier one says nothing of it. */
  subject: string;
  /** Milliseconds since 1970. */
  provenAt: number;
  /** A `Proof` as JSON. */
  proof: string;
  /** Its evidence as JSON. */
  evidence: string;
  /** Version of the redaction that whoever wrote it knew; `null`: none that is known. */
  redaction: number | null;
}
