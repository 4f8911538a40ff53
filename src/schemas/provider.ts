import { z } from 'zod';
import { layerSchema } from './layer.ts';

/** A company or network that the wallet depends on: one file of `src/content/providers/`. */
export const providerSchema = z.strictObject({
  name: z.string(),
  /** What it does for us, in a sentence. */
  does: z.string(),
  layer: layerSchema.default('provider'),
  statusPage: z.url().optional(),
  /** By role, never by person. */
  contacts: z.array(z.strictObject({ role: z.string(), how: z.string() })).default([]),
});
export type Provider = z.infer<typeof providerSchema>;
