import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLiveServer } from '../own/live-server.ts';
import { newSeed } from '../own/runlight.ts';
import type { Bench, Question } from '../question.ts';
import { rangeOf } from '../range.ts';
import { openReader, type Reader } from '../reader.ts';
import { showMiB, showMs } from '../show.ts';
import { writeTree } from '../tree.ts';

const blocksOfPage = 20;
const page = 'runbooks/orders/page-0';
const blocks = Array.from({ length: blocksOfPage }, (_, index) => `${page}#queue-${index}`);

/** What one round, in which all readers press Run at once, came to. Milliseconds. */
interface Round {
  /** From each reader's press to the first event that it hears. */
  first: number[];
  /** From each reader's press to the answer that names its run. */
  answer: number[];
  /** From the first press until every reader has heard of every block. */
  whole: number;
  /** Of `GET /api/v1/blocks`, asked by every reader while the run goes on. */
  read: number[];
  probes: number;
}

export const readers: Question = {
  id: 'readers',
  asks: 'What do many readers of one page feel when all of them press Run?',
  async answer(bench) {
    const counts = bench.sizes ?? [1, 20, 200];
    const rows: string[][] = [];
    const measurements: object[] = [];
    const tree = join(await bench.folder(), 'tree');
    await writeTree({
      folder: tree,
      url: bench.server.url,
      pages: 1,
      blocks: blocksOfPage,
      words: 600,
      seed: newSeed(),
    });
    bench.say('readers: building the site and starting its server');
    await using server = await startLiveServer(tree, bench.signal);
    for (const count of counts) {
      const open = await Promise.all(Array.from({ length: count }, () => openReader(server.url)));
      const before = await server.memoryMiB();
      const rounds: Round[] = [];
      for (let round = 0; round <= bench.rounds; round += 1) {
        bench.say(`readers: ${count}, round ${round} of ${bench.rounds}`);
        bench.signal.throwIfAborted();
        const seen = await press(open, bench);
        // The first warms up.
        if (round > 0) rounds.push(seen);
      }
      const after = await server.memoryMiB();
      for (const reader of open) reader.close();
      const all = (key: 'first' | 'answer' | 'read'): number[] => rounds.flatMap((round) => round[key]);
      const probes = rangeOf(rounds.map((round) => round.probes));
      rows.push([
        String(count),
        `${probes?.max ?? '–'} for ${blocksOfPage} blocks`,
        `${showMs(one(percentile(all('first'), 0.5)))} / ${showMs(one(percentile(all('first'), 0.99)))}`,
        `${showMs(one(percentile(all('answer'), 0.5)))} / ${showMs(one(percentile(all('answer'), 0.99)))}`,
        `${showMs(one(percentile(all('read'), 0.5)))} / ${showMs(one(percentile(all('read'), 0.99)))}`,
        showMs(rangeOf(rounds.map((round) => round.whole))),
        `${showMiB(one(before))} → ${showMiB(one(after))}`,
      ]);
      measurements.push({
        contender: 'runlight',
        readers: count,
        blocks: blocksOfPage,
        probes,
        firstEventMs: { p50: percentile(all('first'), 0.5), p99: percentile(all('first'), 0.99) },
        pressAnsweredMs: { p50: percentile(all('answer'), 0.5), p99: percentile(all('answer'), 0.99) },
        blocksAnsweredMs: { p50: percentile(all('read'), 0.5), p99: percentile(all('read'), 0.99) },
        wholeMs: rangeOf(rounds.map((round) => round.whole)),
        memoryMiB: { before, after },
      });
    }
    return {
      tables: [
        {
          title: 'A page of 20 blocks, 20 ms away; median / 99th percentile',
          head: [
            'readers',
            'requests that the target got',
            'press to first event',
            'press to answer',
            '`GET /api/v1/blocks` meanwhile',
            'until all have heard of all blocks',
            'memory of the server',
          ],
          rows,
        },
      ],
      notes: [
        'The readers are one process beside the server’s, so on two cores they slow each other down: in a team, each has a machine of their own.',
        'All press Run all at the same moment; each asks for the page’s blocks once while the run goes on.',
      ],
      measurements,
    };
  },
};

async function press(open: readonly Reader[], bench: Bench): Promise<Round> {
  await bench.server.reset();
  const heardBefore = open.map(({ heard }) => heard.length);
  const startedAt = performance.now();
  const pressed = await Promise.all(
    open.map(async (reader) => {
      const [press, read] = await Promise.all([reader.press(blocks), reader.blocks(page)]);
      return { ...press, read };
    }),
  );
  const eventsOf = (index: number) => (open[index]?.heard ?? []).slice(heardBefore[index]);
  const isWhole = (index: number): boolean =>
    eventsOf(index).filter(({ type }) => type === 'block-end').length >= blocksOfPage;
  for (const limit = startedAt + bench.limitMs; !open.every((_, index) => isWhole(index)); await sleep(1)) {
    if (performance.now() > limit) throw new Error('Not every reader heard of every block.');
    bench.signal.throwIfAborted();
  }
  const { requests } = await bench.server.seen();
  if (requests < blocksOfPage) throw new Error(`The target got ${requests} requests; expected ${blocksOfPage}.`);
  return {
    first: pressed.flatMap(({ pressedAt }, index) => {
      const first = eventsOf(index).find(({ at }) => at >= pressedAt);
      return first ? [first.at - pressedAt] : [];
    }),
    answer: pressed.map(({ pressedAt, answeredAt }) => answeredAt - pressedAt),
    read: pressed.map(({ read }) => read),
    whole: Math.max(...open.map((_, index) => eventsOf(index).at(-1)?.at ?? 0)) - startedAt,
    probes: requests,
  };
}

function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

const one = (value: number | null) => rangeOf([value]);
