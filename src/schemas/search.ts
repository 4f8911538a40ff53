import { z } from 'zod';
import { audiences } from './frontmatter.ts';
import { matchFields, matchWays, searchKinds } from './search-kinds.ts';

/** Something that can be found, before it is indexed. */
export const searchDocumentSchema = z.strictObject({
  kind: z.enum(searchKinds),
  /** The last part of its id, the same in every language: `tx-pending`. */
  slug: z.string(),
  /** The language it is written in; a key of the configuration's locales. */
  locale: z.string(),
  title: z.string(),
  description: z.string(),
  /** From the site's root, base included: `/help/tx-pending/`. */
  url: z.string(),
  /** An incident that is not over, or touches today: found first when it fits at all. */
  active: z.boolean(),
  /** What people say when they need it. */
  symptoms: z.array(z.string()),
  /** Texts as a program prints them. */
  errors: z.array(z.string()),
  /** Everything else that it says. */
  text: z.string(),
});
export type SearchDocument = z.infer<typeof searchDocumentSchema>;

/** A word that was typed and a word of the document that it found. */
export const matchedWordSchema = z.strictObject({
  typed: z.string(),
  found: z.string(),
  way: z.enum(matchWays),
});
export type MatchedWord = z.infer<typeof matchedWordSchema>;

/** Why a document was found, in one of its texts. */
export const matchReasonSchema = z.strictObject({
  field: z.enum(matchFields),
  /** The document's own words: a symptom, the title, an error text, a part of the description. */
  text: z.string(),
  /** What of `text` was matched: `[start, end)` in characters, in order, not overlapping. */
  marks: z.array(z.tuple([z.int(), z.int()])),
  words: z.array(matchedWordSchema),
});
export type MatchReason = z.infer<typeof matchReasonSchema>;

/** A result as pages show it. */
export const foundDocumentSchema = searchDocumentSchema.omit({ symptoms: true, errors: true, text: true }).extend({
  /** From 0 to about 1, which is a text that was typed as it stands. */
  score: z.number(),
  /** The best first; at least one. */
  reasons: z.array(matchReasonSchema),
});
export type FoundDocument = z.infer<typeof foundDocumentSchema>;

/** The answer to one query. */
export const findingsSchema = z.strictObject({
  /** Best first, active incidents before all. */
  results: z.array(foundDocumentSchema),
  /** The same results by kind, in the order of each kind's best. */
  groups: z.array(z.strictObject({ kind: z.enum(searchKinds), results: z.array(foundDocumentSchema) })),
  /** Error texts and codes that were found inside a longer message, as documents have them. */
  errors: z.array(z.string()),
  /** Words that nothing has, and what was looked for instead. */
  corrected: z.array(z.strictObject({ typed: z.string(), found: z.string() })),
});
export type Findings = z.infer<typeof findingsSchema>;

/** One line of `runlight search --json`. */
export const searchAnswerSchema = z.strictObject({
  q: z.string(),
  locale: z.string(),
  audience: z.enum(audiences),
  results: z.array(
    z.strictObject({
      kind: z.enum(searchKinds),
      slug: z.string(),
      locale: z.string(),
      title: z.string(),
      url: z.string(),
      score: z.number(),
      /** A sentence: `matches the error text “nonce too low”`. */
      why: z.string(),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;

/** A document as an index keeps it: shown, and read again for its passages. */
export const indexedDocumentSchema = searchDocumentSchema.omit({ text: true });
export type IndexedDocument = z.infer<typeof indexedDocumentSchema>;

/**
 * `/search/<locale>.json`: all that a finder needs for one site in one language. What is inside of
 * `words` is the finder's own business: `createFinder(index)` reads it.
 */
export const searchIndexSchema = z.strictObject({
  version: z.literal(1),
  audience: z.enum(audiences),
  locale: z.string(),
  documents: z.array(indexedDocumentSchema),
  /** What others look for, when nothing is typed: places in `documents`. */
  popular: z.array(z.int()),
  words: z.unknown(),
});
export type SearchIndex = z.infer<typeof searchIndexSchema>;
