import { z } from 'zod';
import { packetSchema } from './packet.ts';
import { triageNeedSchema, triageOutcomeSchema, walkedSchema } from './triage.ts';

/** What `runlight triage TREE --json` prints. */
export const triageSchema = z.strictObject({
  tree: z.string(),
  path: z.array(walkedSchema),
  outcome: triageOutcomeSchema.nullable().describe('`null` when an answer is missing.'),
  needs: triageNeedSchema.nullable().describe('The answer that is missing, `null` at an outcome.'),
  /** What is handed on; `null` while an answer is missing. */
  packet: packetSchema.nullable(),
});
export type Triage = z.infer<typeof triageSchema>;
