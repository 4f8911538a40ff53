import type { Contender } from '../contender.ts';
import { cpuOf, measurementOf, peakOf, ratioTo, runLaps, wallOf } from '../lap.ts';
import { cachedIdeal, plainIdeal } from '../own/ideal.ts';
import { runlight } from '../own/runlight.ts';
import type { Question } from '../question.ts';
import { showCount, showMiB, showRatio, showSeconds } from '../show.ts';

const words = 600;

export const spread: Question = {
  id: 'spread',
  asks: 'What do blocks cost when they are spread over many pages?',
  async answer(bench) {
    const rows: string[][] = [];
    const measurements = [];
    for (const checks of bench.sizes ?? [1000]) {
      const laps = await runLaps(contendersFor(checks), checks, bench);
      const ideals = laps.slice(-2);
      rows.push(
        ...laps.map((lap) => [
          `${showCount(checks)} blocks: ${lap.contender.title}`,
          lap.problem ?? showSeconds(wallOf(lap)),
          ...ideals.map((best) => (lap === best ? '' : showRatio(ratioTo(lap, best)))),
          showSeconds(cpuOf(lap)),
          showMiB(peakOf(lap)),
        ]),
      );
      measurements.push(...laps.map(measurementOf));
    }
    return {
      tables: [
        {
          title: `Blocks in few and in many pages of ${words} words`,
          head: ['', 'wall time', 'of the ideal', 'of the ideal with compile cache', 'processor time', 'peak memory'],
          rows,
        },
      ],
      notes: ['“Again” is the second run over an unchanged tree; the other finds pages that it has never seen.'],
      measurements,
    };
  },
};

function contendersFor(checks: number): Contender[] {
  const trees = [10, checks].flatMap((pages) => [
    runlight({
      id: `runlight-${pages}-pages-new`,
      title: `${showCount(pages)} pages, never seen`,
      pages,
      words,
      isNew: true,
    }),
    runlight({ id: `runlight-${pages}-pages`, title: `${showCount(pages)} pages, again`, pages, words, isNew: false }),
  ]);
  return [...trees, plainIdeal, cachedIdeal];
}
