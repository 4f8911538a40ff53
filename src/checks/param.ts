import { z } from 'zod';
import { durationSchema } from '../schemas/duration.ts';

/** What a parameter takes, kept beside its schema so that mistakes can be explained. */
export interface ParamMeta {
  kind: 'target' | 'text' | 'integer' | 'choice' | 'pattern' | 'duration' | 'file';
  /** Completes "expected …". */
  expected: string;
  [key: string]: unknown;
}

const meta = z.registry<ParamMeta>();

function described<T extends z.ZodType>(schema: T, about: ParamMeta): T {
  meta.add(schema, about);
  return schema;
}

/** Folders and a file, each of plain letters, none of them beginning with a dot: nothing leads out, or into `.git`. */
const filePath = /^(?!\.)[\w.@+-]+(\/(?!\.)[\w.@+-]+)*$/;

const maxDuration = 365 * 86_400_000;

/**
 * Typed parameters of a check. Attributes of a page are text; each parameter parses it.
 * `.optional()` and `.default(value)` work on all of them.
 */
export const param = {
  /** The name of a target; `http` knows how to reach it. */
  target: () => described(z.string().min(1), { kind: 'target', expected: 'the name of a target' }),
  /** The path of a file in the tree, from its root; the check reads it by `file(path)`. */
  file: (expected = 'the path of a file from the root of the tree, such as `src/content/team.yaml`') =>
    described(z.string().regex(filePath), { kind: 'file', expected }),
  text: (expected = 'a text') => described(z.string().min(1), { kind: 'text', expected }),
  integer: (expected = 'a whole number') =>
    described(
      z
        .string()
        .regex(/^-?\d+$/)
        .transform(Number),
      { kind: 'integer', expected },
    ),
  choice: <const T extends readonly [string, ...string[]]>(values: T) =>
    described(z.enum(values), { kind: 'choice', expected: `one of ${values.map((v) => `\`${v}\``).join(', ')}` }),
  /** A length of time as people write it, `15 min`, up to a year; the value is in whole milliseconds. */
  duration: (expected = 'a duration such as `15 min`, up to `365 days`') =>
    described(
      durationSchema.transform(Math.round).refine((ms) => ms >= 1 && ms <= maxDuration),
      { kind: 'duration', expected },
    ),
  /** Text of a shape; `expected` completes "expected …", such as `a transaction hash (0x and 64 hex digits)`. */
  matching: (pattern: RegExp, expected: string) => described(z.string().regex(pattern), { kind: 'pattern', expected }),
};

/** The parameter below `.optional()` and `.default()`. */
function inner(schema: z.ZodType): z.ZodType {
  let current: z.ZodType = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap() as z.ZodType;
  return current;
}

export function paramMeta(schema: z.ZodType): ParamMeta {
  return meta.get(inner(schema)) ?? { kind: 'text', expected: 'a value that fits the check’s schema' };
}

export function isRequired(schema: z.ZodType): boolean {
  return !schema.safeParse(undefined).success;
}
