import type { Contender } from './contender.ts';
import type { Bench } from './question.ts';
import { race, type Track } from './race.ts';
import { type Range, rangeOf } from './range.ts';

/** One contender at one size. */
export interface Lap extends Track {
  contender: Pick<Contender, 'id' | 'title'>;
  checks: number;
}

/** A lap, as numbers. */
export interface Measurement {
  contender: string;
  checks: number;
  wallMs: Range | null;
  cpuMs: Range | null;
  peakMiB: Range | null;
  problem: string | null;
}

/** Lets all contenders run `checks` checks, round by round. */
export async function runLaps(contenders: readonly Contender[], checks: number, bench: Bench): Promise<Lap[]> {
  const entrants = [];
  for (const contender of contenders) {
    const prepared = await contender.prepare({ count: checks, url: bench.server.url, folder: await bench.folder() });
    entrants.push({ title: `${checks} checks: ${contender.title}`, contender, prepared, checks });
  }
  const tracks = await race(entrants, bench);
  return [...tracks].map(([{ contender }, track]) => ({ contender, checks, ...track }));
}

export const wallOf = ({ runs }: Track): Range | null => rangeOf(runs.map(({ wallMs }) => wallMs));
export const cpuOf = ({ runs }: Track): Range | null => rangeOf(runs.map(({ cpuMs }) => cpuMs));
export const peakOf = ({ runs }: Track): Range | null => rangeOf(runs.map(({ peakMiB }) => peakMiB));

/** How many times as long as `other` it took, round by round, so that a busy minute counts for both. */
export function ratioTo(lap: Track, other: Track): Range | null {
  const pairs = lap.runs.map((run, round) => [run.wallMs, other.runs[round]?.wallMs ?? null] as const);
  return rangeOf(pairs.map(([ours, theirs]) => (theirs === null ? null : ours / theirs)));
}

export function measurementOf(lap: Lap): Measurement {
  return {
    contender: lap.contender.id,
    checks: lap.checks,
    wallMs: wallOf(lap),
    cpuMs: cpuOf(lap),
    peakMiB: peakOf(lap),
    problem: lap.problem,
  };
}
