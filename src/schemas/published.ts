import { z } from 'zod';
import { proofSchema } from './proof.ts';
import type { Verdict } from './verdict.ts';

/** What a user may know of a block: whether the thing works, and when that was last seen. */
export const publicVerdicts = ['works', 'slow', 'down', 'unknown'] as const;
export type PublicVerdict = (typeof publicVerdicts)[number];

/** The public results: an allow-list. Only blocks of public pages, nothing else about them. */
export const publicResultsSchema = z.strictObject({
  version: z.literal(1),
  publishedAt: z.iso.datetime(),
  blocks: z.record(z.string(), z.strictObject({ verdict: z.enum(publicVerdicts), provenAt: z.iso.datetime() })),
});
export type PublicResults = z.infer<typeof publicResultsSchema>;

/** The internal results: what a page shows beside each block. */
export const internalResultsSchema = z.strictObject({
  version: z.literal(1),
  publishedAt: z.iso.datetime(),
  environment: z.string(),
  blocks: z.record(z.string(), proofSchema),
});
export type InternalResults = z.infer<typeof internalResultsSchema>;

/** What a user is told for a verdict; neither our mistakes nor what does not apply here is their news. */
export function toPublicVerdict(verdict: Verdict): PublicVerdict {
  switch (verdict) {
    case 'pass':
      return 'works';
    case 'warn':
      return 'slow';
    case 'fail':
      return 'down';
    case 'error':
    case 'skip':
      return 'unknown';
  }
}
