import type { Contender, Peer } from '../contender.ts';
import type { Installed } from '../installable.ts';
import { cpuOf, type Lap, measurementOf, peakOf, ratioTo, runLaps, wallOf } from '../lap.ts';
import { cachedIdeal, plainIdeal, threadedIdeal } from '../own/ideal.ts';
import { runlight } from '../own/runlight.ts';
import type { Bench, Question, Table } from '../question.ts';
import { showCount, showMiB, showRatio, showSeconds } from '../show.ts';
import { cpuPerCheck } from './cpu-per-check.ts';
import { tooMuch } from './too-much.ts';

const tree = { pages: 10, words: 600 };

export const running: Question = {
  id: 'running',
  asks: 'How long do N checks of a service 20 ms away take, beside Node itself and beside others?',
  async answer(bench) {
    const { installed, missing } = await bench.peers();
    const contenders = [...own, ...installed];
    const laps: Lap[] = [];
    const sizes = bench.sizes ?? [50, 200, 1000, 5000];
    for (const checks of sizes) laps.push(...(await runSize(contenders, checks, laps, bench)));
    const absent = missing.map(({ peer }) =>
      sizes.map((checks): Lap => ({ contender: peer, checks, runs: [], problem: 'not installed' })),
    );
    const rows = [...contenders.map(({ id }) => laps.filter((lap) => lap.contender.id === id)), ...absent];
    const first = rows[0] ?? [];
    return {
      tables: [
        tableOf('Wall time of the whole process', rows, (lap) => showSeconds(wallOf(lap))),
        tableOf(
          'Runlight’s wall time as a multiple of theirs, round by round (below 1, Runlight is faster)',
          rows.slice(1),
          (lap) => showRatio(ratioTo(sameSize(first, lap), lap)),
        ),
        tableOf('Processor time, user and system', rows, (lap) => showSeconds(cpuOf(lap))),
        ...cpuPerCheck(rows),
        tableOf('Peak memory of the largest process', rows, (lap) => showMiB(peakOf(lap))),
      ],
      notes: notesOf(sizes, { installed, missing }),
      measurements: rows.flat().map(measurementOf),
    };
  },
};

const own: readonly Contender[] = [
  runlight({ id: 'runlight', title: 'Runlight, again', ...tree, isNew: false }),
  runlight({ id: 'runlight-new', title: 'Runlight, pages it has never seen', ...tree, isNew: true }),
  plainIdeal,
  cachedIdeal,
  threadedIdeal,
];

/** One size, without those for whom it would be too much. */
async function runSize(
  contenders: readonly Contender[],
  checks: number,
  before: readonly Lap[],
  bench: Bench,
): Promise<Lap[]> {
  const left = new Map<Contender, Lap>();
  for (const contender of contenders) {
    const own = before.filter((lap) => lap.contender.id === contender.id);
    const why = tooMuch(own, checks, bench.limitMs);
    if (why !== null) left.set(contender, { contender, checks, runs: [], problem: why });
  }
  const laps = await runLaps(
    contenders.filter((contender) => !left.has(contender)),
    checks,
    bench,
  );
  return [...laps, ...left.values()];
}

function notesOf(sizes: readonly number[], { installed, missing }: Installed<Peer>): string[] {
  const floors = sizes.map((size) => `${((Math.ceil(size / 32) * 20) / 1000).toFixed(2)} s at ${showCount(size)}`);
  const versions = installed.map(({ id, version }) => `${id} ${version}`);
  return [
    `32 at a time through 20 ms, no client can be faster than ${floors.join(', ')}. Step CI asks all at once.`,
    'Runlight writes for the terminal and a JSON report; its pages are ten, of 600 words and the blocks. “Again” is a tree that it has run before. Everybody has run once before the first round.',
    'A number counts only when its contender itself says that all checks passed, and the server saw as many requests.',
    ...(versions.length > 0 ? [`Versions: ${versions.join(', ')}.`] : []),
    ...missing.map(({ peer, why }) => `${peer.id} ${peer.version} is not installed: ${why}`),
  ];
}

function sameSize(laps: readonly Lap[], { checks }: Lap): Lap {
  return (
    laps.find((lap) => lap.checks === checks) ?? { contender: { id: '', title: '' }, checks, runs: [], problem: null }
  );
}

function tableOf(title: string, rows: readonly Lap[][], cell: (lap: Lap) => string): Table {
  const sizes = [...new Set(rows.flat().map(({ checks }) => checks))];
  return {
    title,
    head: ['', ...sizes.map(showCount)],
    rows: rows.map((laps) => [
      laps[0]?.contender.title ?? '',
      ...sizes.map((size) => {
        const lap = laps.find(({ checks }) => checks === size);
        return lap ? (lap.problem ?? cell(lap)) : '–';
      }),
    ]),
  };
}
