import { type Lap, measurementOf, peakOf, runLaps, wallOf } from '../lap.ts';
import { runlight } from '../own/runlight.ts';
import type { Question } from '../question.ts';
import { showCount, showMiB, showSeconds } from '../show.ts';

export const memory: Question = {
  id: 'memory',
  asks: 'How does memory grow with the number of blocks?',
  async answer(bench) {
    const contender = runlight({ id: 'runlight', title: 'Runlight, again', pages: 10, words: 600, isNew: false });
    const laps: Lap[] = [];
    for (const checks of bench.sizes ?? [1000, 5000, 10_000]) laps.push(...(await runLaps([contender], checks, bench)));
    return {
      tables: [
        {
          title: 'Peak memory and time, blocks in ten pages',
          head: ['blocks', 'peak memory', 'a block more', 'wall time', 'a block more'],
          rows: laps.map((lap, nth) => [
            showCount(lap.checks),
            lap.problem ?? showMiB(peakOf(lap)),
            slope(laps[nth - 1], lap, (each) => peakOf(each)?.median ?? null, 1024, 'KiB'),
            showSeconds(wallOf(lap)),
            slope(laps[nth - 1], lap, (each) => wallOf(each)?.median ?? null, 1, 'ms'),
          ]),
        },
      ],
      notes: [
        'It grows linearly when a further block costs the same from row to row. 32 at a time through 20 ms are 0.63 ms a block.',
      ],
      measurements: laps.map(measurementOf),
    };
  },
};

/** What a further block costs, from one size to the next. */
function slope(
  from: Lap | undefined,
  to: Lap,
  value: (lap: Lap) => number | null,
  factor: number,
  unit: string,
): string {
  if (!from) return '–';
  const [low, high] = [value(from), value(to)];
  if (low === null || high === null || from.checks === to.checks) return '–';
  return `${(((high - low) / (to.checks - from.checks)) * factor).toFixed(2)} ${unit}`;
}
