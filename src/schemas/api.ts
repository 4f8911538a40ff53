import { z } from 'zod';
import { layerSchema } from './layer.ts';
import { packetSchema } from './packet.ts';
import { type Proof, proofSchema } from './proof.ts';
import { type Reason, reasonSchema } from './reason.ts';
import { evidenceSchema, type Result, resultSchema } from './report.ts';

/** What the internal server says and takes, below `/api/v1/`. Browser scripts import the types alone. */

const time = z.iso.datetime().describe('ISO 8601, UTC.');

/** An input that a person fills in before the block can run. */
export const askSchema = z.strictObject({
  name: z.string(),
  /** Completes "expected …", such as `a transaction hash (0x and 64 hex digits)`; Markdown's backticks are in it. */
  expected: z.string(),
  /** What a value must match to be sent at all, as the source of a regular expression; the server decides. */
  pattern: z.string().nullable(),
  /** Flags of that regular expression. */
  flags: z.string(),
  /** The values there are, where it is a choice. */
  choices: z.array(z.string()).nullable(),
  /** Without a value the block runs with this, where there is one: the page's example. */
  example: z.string().nullable(),
  required: z.boolean(),
});
export type Ask = z.infer<typeof askSchema>;

/** A block that may be run, and what is known of it. */
export const liveBlockSchema = z.strictObject({
  block: z.string().describe('`<page id>#<id>`.'),
  title: z.string(),
  page: z.string().describe('Page id.'),
  pageTitle: z.string(),
  check: z.string(),
  target: z.string().nullable(),
  layer: layerSchema.nullable(),
  provider: z.string().nullable().describe('Its name, as people know it.'),
  journeys: z.array(z.string()),
  dashboard: z
    .string()
    .nullable()
    .describe('Its target’s, a link with `{from}` and `{to}` for milliseconds since 1970.'),
  asks: z.array(askSchema),
  /**
   * In an escalation tree, of a block that asks for something: it runs with a person's own values, all of
   * them, or not at all. It has no proof then, and events about the block are not about this.
   */
  ownOnly: z.boolean(),
  freshFor: z.number().describe('Milliseconds.'),
  /** Why it cannot run here, known before any run. */
  problem: reasonSchema.nullable(),
  /** Whether it is running now, for anybody. */
  running: z.boolean(),
  proof: proofSchema.nullable(),
  /** Why the newest run came to nothing, where it did; the proof is the one before. */
  skipped: reasonSchema.nullable(),
  /** How many pieces of evidence the proof has; `GET /api/v1/evidence?block=` has them. */
  evidence: z.int(),
});
export type LiveBlock = z.infer<typeof liveBlockSchema>;

/**
 * `GET /api/v1/blocks?page=`: the blocks of a page, of `trees/<id>` (what the checks of that tree run, and of
 * those that it leads to), or without `page` those of all pages. A static site answers `{ "live": false }` to it, and knows no more. */
export const blocksSchema = z.strictObject({
  live: z.literal(true),
  environment: z.string(),
  /** The server's clock: ages are counted against it, never against the reader's. */
  at: time,
  blocks: z.array(liveBlockSchema),
});
export type Blocks = z.infer<typeof blocksSchema>;
export const notLive = { live: false } as const;

/** `GET /api/v1/health`. */
export const healthSchema = z.strictObject({
  status: z.literal('ok'),
  environment: z.string(),
  at: time,
  startedAt: time,
  blocks: z.int(),
  running: z.int(),
});

/**
 * `POST /api/v1/runs`. `params` fill what these blocks ask for. `page`: as that page has them, of `trees/<id>`
 * with a person's own values alone.
 */
export const runRequestSchema = z.strictObject({
  blocks: z.array(z.string().max(500)).min(1).max(5000),
  page: z.string().max(500).nullable().default(null),
  params: z.record(z.string().max(100), z.string().max(2000)).default({}),
});
export type RunRequest = z.input<typeof runRequestSchema>;

/** `GET /api/v1/runs/:id`. */
export const liveRunSchema = z.strictObject({
  id: z.string(),
  environment: z.string(),
  startedAt: time,
  endedAt: time.nullable(),
  /** Run with a person's own values: it proves nothing of the block, and only who has the id sees it. */
  own: z.boolean(),
  blocks: z.array(
    z.strictObject({
      block: z.string(),
      state: z.enum(['waiting', 'running', 'done', 'interrupted']),
      /** It was running already: this run shares its result. */
      joined: z.boolean(),
      result: resultSchema.nullable(),
    }),
  ),
});
export type LiveRun = z.infer<typeof liveRunSchema>;

/** `GET /api/v1/evidence?block=`. */
export const evidenceAnswerSchema = z.strictObject({ block: z.string(), evidence: z.array(evidenceSchema) });
export type EvidenceAnswer = z.infer<typeof evidenceAnswerSchema>;

/**
 * The events of `GET /api/v1/events`, which tells how all blocks change, one JSON object each. `reset`
 * comes first on a new connection, and whenever events may have been missed: ask for the blocks again.
 */
export type PageEvent =
  | { type: 'reset'; at: string; environment: string }
  | { type: 'block-start'; at: string; block: string }
  /** Its proof from now on: an earlier one where the run was interrupted, or came to nothing as `skipped` says. */
  | { type: 'block-end'; at: string; block: string; proof: Proof | null; skipped: Reason | null; evidence: number };
export const pageEventTypes = ['reset', 'block-start', 'block-end'] as const satisfies PageEvent['type'][];

/** The events of `GET /api/v1/runs/:id/events`, from the run's beginning to `end`, which closes the stream. */
export type LiveRunEvent =
  | { type: 'start'; run: { id: string; environment: string; startedAt: string }; blocks: string[] }
  | { type: 'block-start'; block: string }
  | { type: 'block-end'; block: string; result: Result | null }
  | { type: 'end'; endedAt: string };
export const liveRunEventTypes = ['start', 'block-start', 'block-end', 'end'] as const satisfies LiveRunEvent['type'][];

/** `POST /api/v1/packets`; what is asked with is `packetDraftSchema`. */
export const packetAnswerSchema = z.strictObject({
  packet: packetSchema,
  markdown: z.string().describe('The same, as text for a ticket, with a seal of its own.'),
});
export type PacketAnswer = z.infer<typeof packetAnswerSchema>;

/** Every answer that is not 2xx. */
export const apiErrorSchema = z.strictObject({
  error: z.strictObject({
    code: z.enum([
      'bad-request',
      'unknown-block',
      'unknown-parameter',
      'bad-value',
      'missing-value',
      'secret',
      'not-found',
      'not-allowed',
      'wrong-host',
      'wrong-origin',
      'too-large',
      'too-many',
      'internal',
    ]),
    message: z.string(),
    /** What to do. */
    hint: z.string(),
    /** The parameter that it is about. */
    parameter: z.string().nullable(),
  }),
});
export type ApiError = z.infer<typeof apiErrorSchema>['error'];
