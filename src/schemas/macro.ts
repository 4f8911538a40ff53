import { z } from 'zod';

/** Front matter of `src/content/macros/<locale>/<id>.md`. */
export const macroFrontmatterSchema = z.strictObject({
  title: z.string().min(1),
  /** When to send it, for the agent. */
  use: z.string().min(1),
  /** Other words in which an agent asks for it: searched, and not shown. */
  asked: z.array(z.string()).optional(),
  /** The help article that `{{article}}` leads to: the id of its page in the first language. */
  article: z.string().optional(),
  /** The day of the last review, `YYYY-MM-DD`. */
  reviewed: z.iso.date().optional(),
});
export const macroKeys = Object.keys(macroFrontmatterSchema.shape);

/** A text for users, in one language. */
export const macroSchema = z.strictObject({
  /** Its file's name, the same in every language. */
  id: z.string(),
  /** A key of the configuration's locales. */
  locale: z.string(),
  /** Path from the root, `/`-separated. */
  path: z.string(),
  title: z.string(),
  use: z.string(),
  asked: z.array(z.string()).optional(),
  article: z.string().nullable(),
  /** Plain text with `{{placeholders}}`. */
  body: z.string(),
  /** The placeholders it holds, each once, in their order. */
  placeholders: z.array(z.string()),
});
export type Macro = z.infer<typeof macroSchema>;

/** Macros by id, then by locale. */
export type Macros = ReadonlyMap<string, ReadonlyMap<string, Macro>>;
