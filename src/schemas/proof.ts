import { z } from 'zod';
import { reasonSchema } from './reason.ts';
import { type Result, readingResultSchema } from './report.ts';
import { verdictSchema } from './verdict.ts';

/** What ran a block: the server of the internal site, a person's command, or a CI job. */
export const provers = ['server', 'terminal', 'ci'] as const;
export const proverSchema = z.enum(provers);
export type Prover = z.infer<typeof proverSchema>;

/** What a block's last run came to, when, and where it ran. Without its evidence, which may be large. */
export const proofSchema = z.strictObject({
  title: z.string(),
  verdict: verdictSchema,
  reason: reasonSchema.nullable(),
  /** The end of the block's run. */
  provenAt: z.iso.datetime(),
  durationMs: z.number(),
  /** Milliseconds that this proof stays fresh. */
  freshFor: z.number(),
  /** Passed, but not at the first attempt. */
  flaky: z.boolean(),
  readings: z.array(readingResultSchema),
  environment: z.string(),
  by: proverSchema,
});
export type Proof = z.infer<typeof proofSchema>;

/** What a result says about its block from now on. `freshFor` in milliseconds. */
export function proofOf(result: Result, about: { freshFor: number; environment: string; by: Prover }): Proof {
  const { title, verdict, reason, durationMs, flaky, readings } = result;
  return {
    title,
    verdict,
    reason,
    provenAt: provenAt(result),
    durationMs,
    freshFor: about.freshFor,
    flaky,
    readings,
    environment: about.environment,
    by: about.by,
  };
}

/** The end of the block's run. */
export function provenAt({ startedAt, durationMs }: Pick<Result, 'startedAt' | 'durationMs'>): string {
  return new Date(Date.parse(startedAt) + durationMs).toISOString();
}

/**
 * Whether a newer proof takes an earlier one's place. What was skipped proves nothing: the earlier
 * verdict stands, with its age.
 */
export function replaces(newer: Proof, earlier: Proof | null): boolean {
  if (earlier === null) return true;
  if (newer.verdict === 'skip' && earlier.verdict !== 'skip') return false;
  return Date.parse(newer.provenAt) >= Date.parse(earlier.provenAt);
}
