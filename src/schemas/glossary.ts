import { z } from 'zod';
import { layerSchema } from './layer.ts';

const sentence = z.string().min(1);
const slug = /^[a-z0-9][a-z0-9-]*$/;

/** The list of error texts for users, which the site makes of the glossary, in every language; below it, a page for each family. */
export const errorsPage = 'help/errors';

/** Where an order stands, whatever its provider calls it: the words of the check `onramp-order`. */
export const orderStates = [
  'awaiting-payment',
  'verifying',
  'processing',
  'on-hold',
  'sent',
  'delivered',
  'failed',
  'cancelled',
  'refunded',
  'expired',
] as const;

/** What users are told of an entry, in one language. */
export const glossaryUserSchema = z.strictObject({
  means: sentence.describe('What happened, in plain words.'),
  money: sentence.describe('Whether the money is safe, and where it is.'),
  do: sentence.describe('What to do now.'),
});
export type GlossaryUser = z.infer<typeof glossaryUserSchema>;

export const glossaryEntrySchema = z
  .strictObject({
    code: z.string().min(1).optional().describe('As it is shown, in quotes: `"-32002"`, `"05"`.'),
    text: sentence.optional().describe('As it is shown, or the part of it that is always the same.'),
    aliases: z.array(sentence).default([]).describe('Other texts and names of the same error.'),
    by: sentence.optional().describe('Who says so, where a family has several: `geth`, `Visa`.'),
    means: sentence.describe('What it means, for an agent.'),
    do: sentence.describe('What the agent does, or tells the user to do.'),
    state: z.enum(orderStates).optional().describe('Of an order: where it stands, in one word for all providers.'),
    unsettled: sentence.optional().describe('What sources disagree about, or what nobody has confirmed.'),
    not: z
      .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'Expected `family/entry`.'))
      .default([])
      .describe('Entries that have the same code or text and mean something else: `solana/preflight-failure`.'),
    knownBy: sentence.optional().describe('How to tell that it is this one and none of `not`.'),
    pages: z.array(sentence).default([]).describe('Ids of the runbooks and articles that treat it, the best first.'),
    sources: z.array(sentence).min(1).describe('Keys of the family’s `sources`.'),
    user: z
      .record(z.string(), glossaryUserSchema)
      .optional()
      .describe('By language. What stands here is public, and stands below `/help/errors`.'),
  })
  .refine(({ code, text }) => code !== undefined || text !== undefined, {
    message: 'Expected a `code`, a `text`, or both.',
  });
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;

/** Errors, codes or states of one origin: one file of `src/content/glossary/`, whose name is the family’s id. */
export const glossaryFamilySchema = z.strictObject({
  title: z.record(z.string(), sentence).describe('Its name by language.'),
  about: sentence.describe('Where its codes come from and what to know of them all, for an agent.'),
  layer: layerSchema,
  sources: z
    .record(z.string(), z.strictObject({ name: sentence, url: z.url().optional() }))
    .describe('What the entries rest on, by a short key.'),
  entries: z
    .record(z.string().regex(slug, 'Use lower-case letters, digits and hyphens.'), glossaryEntrySchema)
    .describe('By an id that no other entry of the family has; it is the entry’s place on its page, too.'),
});
export type GlossaryFamily = z.infer<typeof glossaryFamilySchema>;

/** Families by id. */
export type Glossary = ReadonlyMap<string, GlossaryFamily>;
