// Long because it is one noun, described key by key: other people's tools read it.
import { z } from 'zod';
import { type FactName, factNames, facts, packetSources } from './case-facts.ts';
import { diagnosisSchema } from './diagnosis.ts';
import { severities } from './frontmatter.ts';
import { proverSchema } from './proof.ts';
import { reasonSchema } from './reason.ts';
import { readingResultSchema } from './report.ts';
import { triageOutcomeSchema, walkedSchema } from './triage.ts';
import { verdictSchema } from './verdict.ts';

const time = z.iso.datetime().describe('ISO 8601, UTC.');
const text = z.string();

/** What a person has said; `CaseFacts`. */
export const caseFactsSchema = z.strictObject(
  Object.fromEntries(factNames.map((name) => [name, z.string().max(facts[name].most).optional()])) as Record<
    FactName,
    z.ZodOptional<z.ZodString>
  >,
);

/** A check as whoever makes a packet has seen it. */
export const packetCheckSchema = z.strictObject({
  block: z.string().max(500).describe('`<page id>#<id>`, or `trees/<tree>#<node>`.'),
  title: z.string().max(500),
  check: z.string().max(200).describe('Its id in `checks/`.'),
  target: z.string().max(200).nullable(),
  verdict: verdictSchema,
  reason: reasonSchema.nullable(),
  readings: z.array(readingResultSchema).max(200),
  startedAt: time,
  provenAt: time,
  by: proverSchema,
  own: z.boolean().describe('Run with the value of this case, such as a hash; else as the page has it.'),
});
export type PacketCheck = z.infer<typeof packetCheckSchema>;

/** What a packet is made from: what was found, and what a person has said. It is not redacted yet. */
export const packetDraftSchema = z.strictObject({
  from: z.strictObject({
    kind: z.enum(packetSources),
    id: z.string().max(500).describe('Id of the tree, the journey or the page.'),
  }),
  environment: z.string().max(100).nullable(),
  facts: caseFactsSchema,
  severity: z.enum(severities).nullable().describe('Of the outcome; where there is none, what the person says.'),
  path: z.array(walkedSchema).max(200),
  outcome: triageOutcomeSchema.nullable(),
  diagnosis: diagnosisSchema.nullable(),
  checks: z.array(packetCheckSchema).max(500),
});
export type PacketDraft = z.infer<typeof packetDraftSchema>;

/** What is known of the tree of files that packets are made in. */
export interface PacketFacts {
  /** The commit that it is at; `null` outside a repository. */
  commit: string | null;
  /** Paths from the root of files that differ from that commit. */
  changed: readonly string[];
  /** By the check's id: SHA-256 of its file, in hex. */
  checkHashes: Readonly<Record<string, string>>;
  /** By the target's name: a link with `{from}` and `{to}`. */
  dashboards: Readonly<Record<string, string>>;
}

/** What a packet says besides its draft. */
export interface PacketWorld extends PacketFacts {
  /** Of the page, tree or journey that it is made from. */
  title: string;
  /** Its file, from the root. */
  path: string;
}

const levelSchema = z.strictObject({ name: text, team: text.nullable() });

/** Everything that is handed on, redacted. */
export const packetContentSchema = z.strictObject({
  version: z.literal(1),
  id: text.describe('`packet-20261125T143000Z-ab12cd`.'),
  createdAt: time,
  environment: text.nullable(),
  from: z.strictObject({
    kind: z.enum(packetSources),
    id: text,
    title: text,
    path: text,
    commit: text.nullable().describe('`null` outside a repository.'),
    isChanged: z.boolean().describe('Whether its file differed from that commit.'),
  }),
  impact: text.nullable(),
  severity: z.enum(severities).nullable(),
  firstSeen: time.nullable(),
  who: text.nullable(),
  howMany: text.nullable(),
  appVersion: text.nullable(),
  platform: text.nullable(),
  chain: text.nullable(),
  reproduction: z.array(text).describe('One step an entry.'),
  expected: text.nullable(),
  actual: text.nullable(),
  hashes: z.array(text),
  orders: z.array(text),
  errorText: text.nullable().describe('Word for word, but for what was removed.'),
  path: z.array(walkedSchema),
  diagnosis: diagnosisSchema.nullable(),
  checks: z.array(
    packetCheckSchema.extend({
      checkHash: text.nullable().describe('SHA-256 of the check’s file, in hex.'),
      dashboard: text.nullable().describe('A link with the time window of the case filled in.'),
    }),
  ),
  tried: text.nullable(),
  ask: z
    .strictObject({
      what: z.array(text).describe('One thing an entry.'),
      of: levelSchema.nullable().describe('`null` where nobody was named.'),
      channel: text.nullable(),
      by: time.nullable(),
      within: text.nullable().describe('As the tree says it: `15 min`, `next shift`.'),
      next: levelSchema
        .extend({ after: text, at: time.nullable() })
        .nullable()
        .describe('Who is told when nobody answers.'),
    })
    .nullable(),
  attach: z.array(text).describe('What goes along and is not in here.'),
  missing: z
    .array(z.strictObject({ fact: z.enum([...factNames, 'severity']), question: text }))
    .describe('Essentials that nobody has said; empty in a complete packet.'),
  removed: z
    .array(z.strictObject({ kind: text, count: z.int() }))
    .describe('What was taken out of it, never what it was.'),
});
export type PacketContent = z.infer<typeof packetContentSchema>;

/** What tells a changed packet. */
export const packetSealSchema = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 over the canonical JSON (RFC 8785) of the content, in hex.'),
  signature: z
    .strictObject({
      algorithm: z.literal('ed25519'),
      publicKey: text.describe('Base64 of its 32 bytes.'),
      value: text.describe('Base64, over the line `runlight packet 1 json sha256:<that>`, without an end of line.'),
    })
    .nullable()
    .describe('`null` where no key is configured.'),
});
export type PacketSeal = z.infer<typeof packetSealSchema>;

/** A packet, as JSON. */
export const packetSchema = z.strictObject({ content: packetContentSchema, seal: packetSealSchema });
export type Packet = z.infer<typeof packetSchema>;
