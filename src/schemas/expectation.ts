import { z } from 'zod';
import { unitNames } from './units.ts';

/** A literal in an expectation: a number with its unit, or a text. */
export const literalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: z.number(), unit: z.enum(unitNames).nullable() }),
  z.strictObject({ kind: z.literal('text'), value: z.string(), quoted: z.boolean() }),
]);
export type Literal = z.infer<typeof literalSchema>;

export const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;

/** What a reading must be. `source` is the text as the author wrote it, for people. */
export const expectationSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.enum(comparisons), value: literalSchema, source: z.string() }),
  z.strictObject({ op: z.literal('between'), low: literalSchema, high: literalSchema, source: z.string() }),
  z.strictObject({ op: z.literal('in'), values: z.array(literalSchema).min(1), source: z.string() }),
  z.strictObject({ op: z.literal('matches'), pattern: z.string(), flags: z.string(), source: z.string() }),
  z.strictObject({ op: z.enum(['present', 'absent']), source: z.string() }),
]);
export type Expectation = z.infer<typeof expectationSchema>;
