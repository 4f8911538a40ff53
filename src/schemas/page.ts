import { z } from 'zod';
import { expectationSchema } from './expectation.ts';
import { frontmatterSchema } from './frontmatter.ts';
import { layerSchema } from './layer.ts';

/** Where something stands in its file. Both count from 1. */
export const positionSchema = z.strictObject({ line: z.int(), column: z.int() });
export type Position = z.infer<typeof positionSchema>;

export const outcomeLabels = ['Healthy', 'Degraded', 'Failing', 'Could not tell'] as const;
export type OutcomeLabel = (typeof outcomeLabels)[number];

/** One row of a block's table. */
export const rowSchema = z.strictObject({
  reading: z.string(),
  healthy: expectationSchema,
  degraded: expectationSchema.nullable(),
  meaning: z.string().nullable(),
  position: positionSchema,
});
export type Row = z.infer<typeof rowSchema>;

/** A check block as the page says it, before any target or check is looked up. */
export const blockSchema = z.strictObject({
  /** `<page id>#<id>`. */
  id: z.string(),
  localId: z.string(),
  title: z.string(),
  /** The check's id. */
  use: z.string(),
  /** Attributes that are parameters of the check, as written. */
  params: z.record(z.string(), z.string()),
  /** Parameters that a person fills in. */
  ask: z.array(z.string()),
  layer: layerSchema.nullable(),
  rows: z.array(rowSchema),
  /** Plain text of each outcome line. */
  outcomes: z.partialRecord(z.enum(outcomeLabels), z.string()),
  position: positionSchema,
});
export type Block = z.infer<typeof blockSchema>;

/** A link between pages, or an image, as the file says it. */
export const linkSchema = z.strictObject({ url: z.string(), position: positionSchema });
export type Link = z.infer<typeof linkSchema>;

export const pageSchema = z.strictObject({
  /** `runbooks/swaps/swap-failed`, `help/tx-pending`, `es/help/tx-pending`; the home page's is `index`. */
  id: z.string(),
  /** Path from the root, `/`-separated. */
  path: z.string(),
  /** A key of the configuration's locales; runbooks and root pages have the default one. */
  locale: z.string(),
  /** For a translation: the id of the page it translates. */
  sourceId: z.string().nullable(),
  frontmatter: frontmatterSchema,
  blocks: z.array(blockSchema),
  /** In a translation, the blocks that it names again: id, title and outcomes. */
  translatedBlocks: z.array(z.strictObject({ localId: z.string(), title: z.string(), position: positionSchema })),
  /** Names of the pictures that it shows. */
  pictures: z.array(z.string()),
  /** Slugs of headings and ids of blocks and pictures: what a link's fragment may name. */
  anchors: z.array(z.string()),
  links: z.array(linkSchema),
});
export type Page = z.infer<typeof pageSchema>;
