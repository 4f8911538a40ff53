import { freemem } from 'node:os';
import { type Lap, peakOf, wallOf } from '../lap.ts';
import { showCount } from '../show.ts';

/**
 * Why a contender is not to run `checks` checks, judged by its smaller sizes; `null` when it may.
 * Time is judged from two sizes on, since one does not tell start-up from work; what is tried in
 * vain ends at the limit. Memory is judged from one on: nobody's machine is to be filled up.
 */
export function tooMuch(before: readonly Lap[], checks: number, limitMs: number): string | null {
  const last = before.at(-1);
  if (!last) return null;
  const at = `at ${showCount(last.checks)}`;
  if (last.problem !== null)
    return last.problem.startsWith('not run') ? last.problem : `not run: ${last.problem} ${at}`;
  const [wallMs, peakMiB] = [wallOf, peakOf].map((of) => expected(before, checks, (lap) => of(lap)?.median ?? 0));
  const freeMiB = freemem() / 2 ** 20;
  if (peakMiB !== undefined && peakMiB > freeMiB / 2)
    return `not run: about ${(peakMiB / 1024).toFixed(0)} GiB of memory`;
  if (before.length > 1 && wallMs !== undefined && wallMs > limitMs)
    return `not run: about ${Math.round(wallMs / 1000)} s`;
  return null;
}

/** On the line through the last two sizes, or through the only one and nothing. */
function expected(before: readonly Lap[], checks: number, value: (lap: Lap) => number): number {
  const [last, former] = [before.at(-1), before.at(-2)];
  if (!last) return 0;
  const from = former ? { checks: former.checks, value: value(former) } : { checks: 0, value: 0 };
  const perCheck = (value(last) - from.value) / (last.checks - from.checks);
  return value(last) + perCheck * (checks - last.checks);
}
