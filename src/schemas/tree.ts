// Long because it is one noun with four kinds of nodes, each key described for editors.
import { z } from 'zod';
import { deadlineSchema } from './deadline.ts';
import { severities } from './frontmatter.ts';
import { treeIdPattern } from './tree-id.ts';

const id = z.string().regex(treeIdPattern, 'expected lower-case letters, digits and hyphens, starting with a letter');
/** What fits on a phone without scrolling. */
const line = (most: number) =>
  z.string().min(1).max(most, `is too long for one screen; expected at most ${most} characters`);

const toNode = id.describe('The node that comes next.');
const label = line(90).describe('What the person chooses, in plain words.');

const choiceSchema = z.strictObject({ label, to: toNode });

const checkChoiceSchema = z.strictObject({
  label,
  to: toNode,
  on: z
    .array(z.enum(['pass', 'warn', 'fail']))
    .min(1)
    .optional()
    .describe('The verdicts that choose this. Without `on` and `when` only a person chooses it.'),
  when: z
    .record(z.string(), z.string())
    .optional()
    .describe(
      'Readings that must be so, besides the verdict: `{ state: "= pending" }`, in the language of check blocks.',
    ),
});
export type CheckChoice = z.infer<typeof checkChoiceSchema>;

/** A check written into the tree itself, where no page has a block for it. */
export const inlineCheckSchema = z.strictObject({
  use: z.string().describe('A file of `checks/`, without its ending.'),
  with: z.record(z.string(), z.string()).default({}).describe('Its parameters, `target` among them.'),
  ask: z.array(z.string()).default([]).describe('Parameters that the person gives.'),
  expect: z
    .record(z.string(), z.strictObject({ healthy: z.string(), degraded: z.string().optional() }))
    .describe('By reading: what is healthy, and what is degraded.'),
});
export type InlineCheck = z.infer<typeof inlineCheckSchema>;

const question = line(200).describe('One question, in plain words: it must be clear at 3 a.m.');
const hint = line(320).optional().describe('Where to look, or what not to ask for.');

export const questionNodeSchema = z.strictObject({
  kind: z.literal('question'),
  question,
  hint,
  choices: z.record(id, choiceSchema).default({}).describe('By id, in the order in which they are shown.'),
});

export const checkNodeSchema = z.strictObject({
  kind: z.literal('check'),
  check: z
    .union([z.string(), inlineCheckSchema], 'expected a block, `page#id`, or a check with `use`')
    .describe('A block of a page, `runbooks/swaps/swap-failed#quote`, or a check with `use`, `with` and `expect`.'),
  question: question.describe('What a person is asked where the check cannot tell or was not run, and may overrule.'),
  hint,
  choices: z
    .record(id, checkChoiceSchema)
    .default({})
    .describe('By id. The check takes the first one that fits its verdict and readings.'),
});

export const treeNodeSchema = z.strictObject({
  kind: z.literal('tree'),
  tree: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$/, 'expected a tree, `chain-rpc`, or a node of one, `chain-rpc#head`')
    .describe('Another tree, which goes on from its start, or from the node behind `#`.'),
});

const levelSchema = z.strictObject({
  role: z.string().describe('A role of `src/content/escalation.yaml`.'),
  team: z.string().optional().describe('A team of `runlight.config.ts`; the role’s own where it does not say.'),
});

export const outcomeNodeSchema = z.strictObject({
  kind: z.literal('outcome'),
  outcome: line(140).describe('What it is, in a sentence.'),
  severity: z.enum(severities),
  owner: levelSchema.describe('Who takes it.'),
  channel: z.string().min(1).describe('Where it is told.'),
  acknowledge: deadlineSchema.describe('By when the owner must have taken it.'),
  next: levelSchema
    .extend({ after: deadlineSchema.describe('How long the owner is waited for.') })
    .describe('Who is told when the owner has not answered.'),
  do: z.array(line(240)).min(1).describe('What the agent does now, in order.'),
  runbook: z.string().optional().describe('The page to go on with.'),
  macro: z.string().optional().describe('What the user is told: a file of `src/content/macros/<locale>/`.'),
  attach: z.array(line(160)).min(1).describe('The evidence that goes along.'),
});
export type OutcomeNode = z.infer<typeof outcomeNodeSchema>;

/** Node schemas by their kind. */
export const nodeSchemas = {
  question: questionNodeSchema,
  check: checkNodeSchema,
  tree: treeNodeSchema,
  outcome: outcomeNodeSchema,
} as const;
export const nodeKinds = Object.keys(nodeSchemas) as (keyof typeof nodeSchemas)[];

export const nodeSchema = z.discriminatedUnion(
  'kind',
  [questionNodeSchema, checkNodeSchema, treeNodeSchema, outcomeNodeSchema],
  `expected one of ${nodeKinds.map((kind) => `\`${kind}\``).join(', ')}`,
);
export type TreeNode = z.infer<typeof nodeSchema>;

/** A node that somebody answers. */
export type AskingNode = Extract<TreeNode, { kind: 'question' | 'check' }>;

/** `src/content/trees/<id>.yaml`: from a symptom to the right hands, one question a screen. */
export const treeSchema = z.strictObject({
  title: line(80),
  description: line(240).describe('When to take this tree.'),
  asked: z
    .array(line(90))
    .optional()
    .describe('Other words in which the team asks for this tree. They are searched, and not shown.'),
  owner: z.string().describe('The team that keeps it right.'),
  reviewed: z.iso.date().optional().describe('The day of the last review, `YYYY-MM-DD`.'),
  start: id.describe('The node that is asked first.'),
  nodes: z.record(id, nodeSchema),
});
export type Tree = z.infer<typeof treeSchema>;

/** Trees by id. */
export type Trees = ReadonlyMap<string, Tree>;
