import { z } from 'zod';
import { severities } from './frontmatter.ts';

const time = z.iso.datetime().describe('ISO 8601, UTC.');

/** One answered node of a walk. */
export const walkedSchema = z.strictObject({
  node: z.string().describe('Of the tree that is walked by its id; of a linked one as `tree#id`.'),
  kind: z.enum(['question', 'check']),
  answer: z.string().describe('Id of the choice.'),
  by: z.enum(['check', 'person']),
  why: z.string().describe('What the check saw, or what the person chose.'),
  overruled: z
    .strictObject({ answer: z.string(), why: z.string() })
    .nullable()
    .describe('What the check had answered, where a person decided otherwise.'),
});
export type Walked = z.infer<typeof walkedSchema>;

const levelSchema = z.strictObject({ role: z.string(), name: z.string(), team: z.string().nullable() });

/** Where a walk ended, complete enough to act on. */
export const triageOutcomeSchema = z.strictObject({
  node: z.string(),
  title: z.string(),
  severity: z.enum(severities),
  owner: levelSchema,
  channel: z.string(),
  acknowledge: z.strictObject({ within: z.string(), by: time.nullable().describe('`null` where no clock runs.') }),
  next: levelSchema.extend({ after: z.string(), at: time.nullable() }),
  do: z.array(z.string()),
  runbook: z.string().nullable().describe('Page id.'),
  macro: z.string().nullable(),
  attach: z.array(z.string()),
});
export type TriageOutcome = z.infer<typeof triageOutcomeSchema>;

/** An answer that is missing: which node asks, and what may be answered. */
export const triageNeedSchema = z.strictObject({
  node: z.string(),
  question: z.string(),
  choices: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  why: z.string().describe('Why nobody has answered.'),
});
export type TriageNeed = z.infer<typeof triageNeedSchema>;
