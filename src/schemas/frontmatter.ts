import { z } from 'zod';
import { durationSchema } from './duration.ts';
import { layerSchema } from './layer.ts';

export const audiences = ['internal', 'public'] as const;
export type Audience = (typeof audiences)[number];
export const severities = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'] as const;

const drillSchema = z.strictObject({
  /** `SERVICE.FAULT` of the lab. */
  break: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, 'Expected SERVICE.FAULT, such as `bsc-rpc.stale-head`.'),
  /** What each block of this page must then say. */
  turns: z.record(z.string(), z.enum(['pass', 'warn', 'fail', 'error', 'skip'])),
});

/** An example's value. YAML reads a bare hash as a number and loses most of it. */
const exampleSchema = z.union([z.string(), z.number()], 'Expected a text in quotes.').transform((value, context) => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    context.addIssue({ code: 'custom', message: 'The value was read as a number and lost digits; put it in quotes.' });
    return z.NEVER;
  }
  return String(value);
});

/** The front matter of a page: what Runlight reads, and the part of Starlight's that pages may use. */
export const frontmatterSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().optional(),
  /** A team of `runlight.config.ts`. */
  owner: z.string().optional(),
  audience: z.enum(audiences).default('internal'),
  severity: z.enum(severities).optional(),
  layer: layerSchema.optional(),
  journeys: z.array(z.string()).default([]),
  /** What a help article is about: an `id` of `src/content/topics.yaml`. A translation's is its source's. */
  topic: z.string().optional(),
  /** What people type or paste when they need this page. Shown at its end, so that search finds it: on a public page they are public. */
  symptoms: z.array(z.string()).default([]),
  /** Other words in which people ask for this page: searched like `symptoms`, but not shown on the page. On a public page they are public. */
  asked: z.array(z.string()).default([]),
  /**
   * Spans of time in the text of a public page that are facts about a network, a law or a contract, word for
   * word: `21 days`. Any other reads as a promise.
   */
  facts: z.array(z.string().min(1)).default([]),
  /** The day of the last review, `YYYY-MM-DD`. */
  reviewed: z.iso.date().optional(),
  /** Milliseconds between reviews. */
  reviewEvery: durationSchema.optional(),
  /** Milliseconds that a proof on this page stays fresh. */
  freshFor: durationSchema.optional(),
  /**
   * Of a translation: what it was made from, as hashes of the source's sections. `npx runlight translated`
   * writes it.
   */
  translates: z
    .string()
    .regex(/^[0-9a-f]{6}(?: [0-9a-f]{6})*$/, 'Expected what `npx runlight translated` writes.')
    .optional(),
  tags: z.array(z.string()).default([]),
  /** By block id: values for asked parameters, so that CI can run the block. */
  examples: z.record(z.string(), z.record(z.string(), exampleSchema)).default({}),
  drills: z.array(drillSchema).default([]),
  // Starlight's own.
  template: z.enum(['doc', 'splash']).optional(),
  hero: z.looseObject({}).optional(),
  tableOfContents: z.union([z.boolean(), z.looseObject({})]).optional(),
  sidebar: z.looseObject({}).optional(),
  pagefind: z.boolean().optional(),
});
export type Frontmatter = z.infer<typeof frontmatterSchema>;
export const frontmatterKeys = Object.keys(frontmatterSchema.shape);
