import { z } from 'zod';

const count = z.int().min(0);
/** A share, from 0 to 1. */
const share = z.number().min(0).max(1);
/** `YYYY-MM-DD`. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How many tickets were written in each language; `other`: in none of the three. */
export const languageCountsSchema = z.strictObject({ en: count, es: count, pt: count, other: count });
export type LanguageCounts = z.infer<typeof languageCountsSchema>;

/** Far more tickets than before, about one thing. */
export const surgeSchema = z.strictObject({
  /** What it is about: all tickets, an article (its slug) or a cluster (its id). */
  of: z.enum(['all', 'article', 'cluster']),
  id: z.string().nullable(),
  title: z.string(),
  unit: z.enum(['day', 'week']),
  from: day,
  to: day,
  /** In its highest day or week. */
  tickets: count,
  /** What was usual: the median of the days or weeks before it. */
  usual: z.number(),
  /** How many robust standard deviations (1.4826 × MAD) above it. */
  strength: z.number(),
});
export type Surge = z.infer<typeof surgeSchema>;

/** Tickets that are about one thing that no article answers. Nothing in it is one person's. */
export const ticketClusterSchema = z.strictObject({
  /** Of its words: `ledger-bluetooth-nano`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  tickets: count,
  share,
  languages: languageCountsSchema,
  /** What its tickets have in common and others have not, as it is written. */
  words: z.array(z.string()),
  /** What several of its tickets say in the same words, by language. */
  wording: z.array(z.strictObject({ language: z.enum(['en', 'es', 'pt', 'other']), text: z.string(), tickets: count })),
  /** Parts of tickets, redacted; words that hardly anybody else used are `…`. */
  examples: z.array(z.strictObject({ language: z.enum(['en', 'es', 'pt', 'other']), text: z.string() })),
  /** The article that comes nearest, and is not sure enough; `null`: none has anything of it. */
  nearestArticle: z.string().nullable(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
});
export type TicketCluster = z.infer<typeof ticketClusterSchema>;

/** What `runlight deflect --json` prints. */
export const deflectionSchema = z.strictObject({
  version: z.literal(1),
  /** What this is of. */
  source: z.strictObject({
    shape: z.enum(['zendesk', 'freshdesk', 'intercom', 'help-scout']).nullable(),
    format: z.enum(['csv', 'jsonl']),
    from: day.nullable(),
    to: day.nullable(),
  }),
  counts: z.strictObject({
    /** Rows of tickets that could be read: of these is everything said. */
    tickets: count,
    /** Rows that could not be read, or are no ticket's. */
    broken: count,
    /** Rows with the id of an earlier one. */
    repeated: count,
    /** Rows of agents, bots and later messages. */
    notFirst: count,
    /** Tickets without a time: in no trend. */
    undated: count,
  }),
  /** The first that could not be read: where, and why. */
  broken: z.array(z.strictObject({ line: count, why: z.string() })),
  /** What redaction removed before anything was looked at, over all tickets. */
  removed: z.array(z.strictObject({ kind: z.string(), count })),
  languages: languageCountsSchema,
  coverage: z.strictObject({
    /** The share of tickets with an article at or above `confidence`. */
    share,
    tickets: count,
    confidence: share,
    /** What that means, in a sentence. */
    definition: z.string(),
    /** Of each language, the share that is covered; `null`: no tickets. */
    byLanguage: z.strictObject({
      en: share.nullable(),
      es: share.nullable(),
      pt: share.nullable(),
      other: share.nullable(),
    }),
  }),
  /** Articles by how many tickets they would have answered, most first. */
  articles: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      url: z.string(),
      tickets: count,
      share,
      languages: languageCountsSchema,
      /** The median of its tickets' confidence. */
      confidence: share,
    }),
  ),
  clusters: z.array(ticketClusterSchema),
  /** Tickets without an article that are like too few others. */
  unclustered: count,
  /** Every week between the first and the last, from Monday; a week that the export holds only in part says so. */
  weeks: z.array(z.strictObject({ week: day, tickets: count, covered: count, isPartial: z.boolean() })),
  surges: z.array(surgeSchema),
  /** Cluster files, from the root of where they were written; empty without `--clusters`. */
  files: z.array(z.string()),
});
export type Deflection = z.infer<typeof deflectionSchema>;
