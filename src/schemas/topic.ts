import { z } from 'zod';
import { textsSchema } from './texts.ts';

/** What help articles are about: one entry of `src/content/topics.yaml`, in the order in which readers find them. */
export const topicSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'Expected lower-case letters, digits and hyphens.'),
  name: textsSchema,
  /** What its articles answer, in half a sentence. */
  about: textsSchema,
});
export type Topic = z.infer<typeof topicSchema>;
