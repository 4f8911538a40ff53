import { z } from 'zod';
import { deadlineSchema } from './deadline.ts';
import { severities } from './frontmatter.ts';

const sentence = z.string().min(1);

/** One severity: what it means for a wallet, and how fast people answer. */
export const severityLevelSchema = z.strictObject({
  name: sentence.describe('As people say it: `SEV-1`.'),
  means: sentence.describe('When it is this one, in a sentence.'),
  examples: z.array(sentence).min(1),
  acknowledge: deadlineSchema.describe('Within what time somebody must have taken it: `5 min`, `1 h`, `next shift`.'),
  firstPost: sentence.nullable().describe('When the public hears of it first; `null` where it does not.'),
  updates: sentence.nullable().describe('How often the public hears more; `null` where it does not.'),
  pages: z.boolean().describe('Whether somebody is woken for it.'),
});

/** A role: people are named elsewhere, and change. */
export const roleSchema = z.strictObject({
  name: sentence,
  does: sentence.describe('What it is there for, in a sentence.'),
  never: sentence.optional().describe('What it leaves to others.'),
  team: z
    .string()
    .optional()
    .describe('A team of `runlight.config.ts`; without one it stands outside of them, as a legal desk does.'),
  kind: z
    .enum(['incident', 'duty', 'desk'])
    .describe('`incident` exists while one is open, `duty` is on call, `desk` answers at its hours.'),
});

/** `src/content/escalation.yaml`: the severity matrix and the roles. */
export const escalationSchema = z.strictObject({
  inDoubt: sentence.describe('What to do when two severities seem right.'),
  severities: z.strictObject(
    Object.fromEntries(severities.map((name) => [name, severityLevelSchema])) as Record<
      (typeof severities)[number],
      typeof severityLevelSchema
    >,
  ),
  roles: z.record(z.string(), roleSchema),
});
export type Escalation = z.infer<typeof escalationSchema>;
