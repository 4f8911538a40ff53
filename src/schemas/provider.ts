import { z } from 'zod';
import { layerSchema } from './layer.ts';

const sentence = z.string().min(1);

/** A company or network that the wallet depends on: one file of `src/content/providers/`. */
export const providerSchema = z.strictObject({
  name: sentence,
  does: sentence.describe('What it does for us, in a sentence.'),
  layer: layerSchema.default('provider'),
  statusPage: z.url().optional().describe('The status page that people open.'),
  statusFeed: z.string().optional().describe('The target that a machine asks for its status.'),
  contacts: z
    .array(z.strictObject({ role: sentence, how: sentence }))
    .default([])
    .describe('By role, never by person.'),
  theyNeed: z.array(sentence).default([]).describe('What they need from us when we write, one thing an entry.'),
  escalation: z
    .array(z.strictObject({ when: sentence, to: sentence }))
    .default([])
    .describe('Whom to ask next, in order: the first entry first.'),
  killSwitch: z
    .strictObject({ owner: z.string().describe('A team of `runlight.config.ts`.'), does: sentence })
    .optional()
    .describe('How we go on without it, and which team turns it off.'),
  lastTested: z.iso.date().optional().describe('When contacts and kill switch were last tried, `YYYY-MM-DD`.'),
});
export type Provider = z.infer<typeof providerSchema>;
