import { z } from 'zod';
import { layerSchema } from './layer.ts';
import { publicTextSchema } from './public-text.ts';

const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, 'Expected lower-case letters, digits and hyphens, such as `price-feed`.');
const blockSchema = z
  .string()
  .regex(/^[^#\s]+#[^#\s]+$/, 'Expected a block’s whole id, such as `help/tx-pending#head`.');

const readingsSchema = z.array(z.string()).min(1);

/** A check as a journey names it. */
const partCheckSchema = z
  .union(
    [
      blockSchema,
      z.strictObject({
        watched: blockSchema.describe(
          'A block that asks somebody who watches the part: metrics, logs, a status page. When that watcher gives no answer, nothing is known of the part.',
        ),
        readings: readingsSchema.describe('The readings of it that speak of the part.'),
      }),
      z.strictObject({
        block: blockSchema,
        comparedWith: z.string().describe('A part that the block compares this one with.'),
        readings: readingsSchema.describe(
          'The readings that compare. While the other part is as bad, they do not count.',
        ),
      }),
    ],
    'Expected a block, `page#id`, or `{ watched: page#id, readings: [NAME] }`, or `{ block: page#id, comparedWith: PART, readings: [NAME] }`.',
  )
  .transform(toPartCheck);

/** How a block speaks of a part: of itself, through a watcher, or also by comparison. */
export type PartCheck =
  | { kind: 'asked'; block: string }
  | { kind: 'watched'; block: string; readings: readonly string[] }
  | { kind: 'compared'; block: string; readings: readonly string[]; comparedWith: string };

function toPartCheck(
  written:
    | string
    | { watched: string; readings: string[] }
    | { block: string; comparedWith: string; readings: string[] },
): PartCheck {
  if (typeof written === 'string') return { kind: 'asked', block: written };
  if ('watched' in written) return { kind: 'watched', block: written.watched, readings: written.readings };
  return { kind: 'compared', ...written };
}

/** One thing that a journey depends on. */
export const partSchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).describe('A singular noun: “Quote service”. Sentences begin with it.'),
  layer: layerSchema,
  provider: z.string().optional().describe('A file of `src/content/providers/`.'),
  needs: z.array(z.string()).default([]).describe('Parts that must be well so that this one is.'),
  checks: z
    .array(partCheckSchema)
    .default([])
    .describe('What tells how it is. Without any, it is unknown, and the journey says so.'),
  seenThrough: z
    .array(z.string())
    .default([])
    .describe('Parts that its checks go through. While one of them fails, a bad verdict says nothing of this part.'),
});
export type Part = z.output<typeof partSchema>;

/** Something that a user does, and what it depends on: one file of `src/content/journeys/`. */
export const journeySchema = z.strictObject({
  title: z.string().min(1),
  does: z.string().min(1).describe('What the user does, in a sentence.'),
  publicName: publicTextSchema
    .optional()
    .describe('What users call it, by language. With it, the journey stands on the public status page.'),
  entries: z.array(z.string()).default([]).describe('The parts that the user touches: where the journey begins.'),
  parts: z.array(partSchema).default([]),
});
export type Journey = z.output<typeof journeySchema>;
