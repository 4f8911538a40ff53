import { readFile, rm } from 'node:fs/promises';
import type { Prepared } from './contender.ts';
import { type Measured, type MeasureOptions, measure } from './measure.ts';
import type { SlowServer } from './slow-server.ts';

/** One who runs in a race. */
export interface Entrant {
  title: string;
  prepared: Prepared;
  /** How many checks must pass, and so how many requests the server must see. 0 where it is not asked. */
  checks: number;
  requests?: number;
}

/** What came of it. */
export interface Track {
  /** One per round. Empty when there is a `problem`. */
  runs: Measured[];
  /** Why its numbers do not count, in a few words. */
  problem: string | null;
}

export interface RaceOptions extends MeasureOptions {
  rounds: number;
  /** A round before the first that does not count; `true` by default. */
  warmUp?: boolean;
  server: SlowServer;
  say(step: string): void;
}

/**
 * Runs everybody once for nothing, so that files and caches are warm for all, then round by round
 * (A B C, A B C …), so that a machine that gets busier is busier for all.
 */
export async function race<E extends Entrant>(entrants: readonly E[], options: RaceOptions): Promise<Map<E, Track>> {
  const tracks = new Map(entrants.map((entrant): [E, Track] => [entrant, { runs: [], problem: null }]));
  for (let round = options.warmUp === false ? 1 : 0; round <= options.rounds; round += 1) {
    for (const [entrant, track] of tracks) {
      if (track.problem !== null) continue;
      options.say(`${entrant.title}, ${round === 0 ? 'warming up' : `round ${round} of ${options.rounds}`}`);
      const { run, problem } = await runOnce(entrant, options);
      if (problem !== null) Object.assign(track, { runs: [], problem });
      else if (round > 0) track.runs.push(run);
    }
  }
  return tracks;
}

async function runOnce(
  { prepared, checks, requests = checks }: Entrant,
  { server, ...options }: RaceOptions,
): Promise<{ run: Measured; problem: string | null }> {
  await prepared.renew?.();
  if (prepared.report) await rm(prepared.report, { force: true });
  await server.reset();
  const run = await measure(prepared.command, options);
  if (run.isOverLimit) return { run, problem: `over ${options.limitMs / 1000} s` };
  const report = prepared.report ? await readFile(prepared.report, 'utf8').catch(() => null) : null;
  const passed = countPassed(prepared, { ...run, report });
  if (passed !== checks) return { run, problem: `void: ${passed} of ${checks} passed${lastWords(run)}` };
  const seen = await server.seen();
  if (seen.requests < requests) return { run, problem: `void: it sent ${seen.requests} of ${requests} requests` };
  return { run, problem: null };
}

/** A report that cannot be read says that nothing passed. */
function countPassed(prepared: Prepared, said: Measured & { report: string | null }): number {
  try {
    return prepared.countPassed(said);
  } catch {
    return 0;
  }
}

function lastWords({ stderr, exitCode }: Measured): string {
  const line = stderr.trim().split('\n').at(-1)?.trim() ?? '';
  return ` (exit ${exitCode}${line ? `: ${line.slice(0, 120)}` : ''})`;
}
