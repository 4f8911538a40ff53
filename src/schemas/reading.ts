import { z } from 'zod';
import { type Unit, unitNames } from './units.ts';

/** A value that a check returns for a reading. `null` stands for `absent`. */
export const readingValueSchema = z.union([z.number(), z.string(), z.boolean(), z.null()]);
export type ReadingValue = z.infer<typeof readingValueSchema>;

/** A reading as a check declares it: a `unit` makes it a number. */
export const readingSpecSchema = z.strictObject({
  type: z.enum(['integer', 'number', 'text', 'boolean', 'any']).optional(),
  unit: z.enum(unitNames).optional(),
  summary: z.string(),
});
export type ReadingSpec = z.infer<typeof readingSpecSchema>;
export type ReadingType = 'integer' | 'number' | 'text' | 'boolean' | 'any';

/** The type of a reading's value; `any` is JSON whose type only the answer knows. */
export function readingType(spec: ReadingSpec): ReadingType {
  return spec.type ?? (spec.unit ? 'number' : 'any');
}

export function readingUnit(spec: ReadingSpec): Unit | null {
  return spec.unit ?? null;
}
