import { z } from 'zod';
import { layerSchema } from './layer.ts';
import { readingValueSchema } from './reading.ts';
import { reasonSchema } from './reason.ts';
import { unitNames } from './units.ts';
import { verdictSchema } from './verdict.ts';

const time = z.iso.datetime().describe('ISO 8601, UTC.');
const durationMs = z.number().min(0).describe('Milliseconds.');

export const readingResultSchema = z.strictObject({
  name: z.string(),
  value: readingValueSchema.describe('`null` when the reading is absent.'),
  unit: z.enum(unitNames).nullable(),
  healthy: z.string().describe('The expectation as the page says it.'),
  degraded: z.string().nullable(),
  verdict: verdictSchema,
});
export type ReadingResult = z.infer<typeof readingResultSchema>;

export const evidenceSchema = z.strictObject({
  title: z.string(),
  text: z.string().describe('What the check saw: untrusted text, redacted, control characters made visible.'),
  truncated: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const attemptSchema = z.strictObject({
  startedAt: time,
  durationMs,
  verdict: verdictSchema,
  reason: reasonSchema.nullable(),
});
export type Attempt = z.infer<typeof attemptSchema>;

export const resultSchema = z.strictObject({
  block: z.string().describe('`<page id>#<id>`.'),
  title: z.string(),
  check: z.string(),
  page: z.strictObject({
    file: z.string().describe('From the root.'),
    line: z.int(),
    column: z.int(),
    url: z.string().describe('Path on the internal site.'),
  }),
  layer: layerSchema.nullable(),
  provider: z.string().nullable(),
  journeys: z.array(z.string()),
  target: z.string().nullable(),
  params: z.record(z.string(), z.string()),
  verdict: verdictSchema,
  reason: reasonSchema.nullable().describe('`null` when the verdict is `pass`.'),
  flaky: z.boolean().describe('Passed, but not at the first attempt.'),
  readings: z.array(readingResultSchema),
  evidence: z.array(evidenceSchema),
  attempts: z.array(attemptSchema),
  startedAt: time,
  durationMs,
});
export type Result = z.infer<typeof resultSchema>;

export const summarySchema = z.strictObject({
  total: z.int(),
  pass: z.int(),
  warn: z.int(),
  fail: z.int(),
  error: z.int(),
  skip: z.int(),
  flaky: z.int(),
});
export type Summary = z.infer<typeof summarySchema>;

/** What one run found. Keys are always there; `null` stands for absence. */
export const reportSchema = z.strictObject({
  version: z.literal(1),
  run: z.strictObject({
    id: z.string(),
    environment: z.string(),
    startedAt: time,
    endedAt: time,
    interrupted: z.boolean(),
    commit: z.string().nullable(),
    shard: z.string().nullable().describe('`i/n`.'),
  }),
  summary: summarySchema,
  results: z.array(resultSchema),
});
export type Report = z.infer<typeof reportSchema>;

/** Counts the verdicts of `results`. */
export function summarise(results: readonly Result[]): Summary {
  const summary: Summary = { total: results.length, pass: 0, warn: 0, fail: 0, error: 0, skip: 0, flaky: 0 };
  for (const result of results) {
    summary[result.verdict] += 1;
    if (result.flaky) summary.flaky += 1;
  }
  return summary;
}
