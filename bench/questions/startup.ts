import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/project/folders.ts';
import { type Moments, watchStart } from '../first-result.ts';
import type { Command } from '../measure.ts';
import { checkCommand, newSeed } from '../own/runlight.ts';
import type { Bench, Question } from '../question.ts';
import { type Range, rangeOf } from '../range.ts';
import { showMs } from '../show.ts';
import { writeTree } from '../tree.ts';

/** Something that starts. */
interface Starter {
  id: string;
  title: string;
  command: Command;
  /** Before each start, not measured. */
  renew(): Promise<void>;
  checks: number;
}

export const startup: Question = {
  id: 'startup',
  asks: 'How long is it until the first result?',
  async answer(bench) {
    const starters = [
      node('node', '`node -e 0`', '0'),
      node('zx-core', '`import "zx/core"`', 'await import("zx/core")'),
      node('zx', '`import "zx"`', 'await import("zx")'),
      ...(await runlights(1, 1, bench)),
      ...(await runlights(10, 1000, bench)),
    ];
    const moments = await watchAll(starters, bench);
    return {
      tables: [
        {
          title: 'From the start of the process',
          head: ['', 'first request reaches the server', 'first result on a terminal', 'the process ends'],
          rows: starters.map((starter) => {
            const all = moments.get(starter) ?? [];
            return [
              starter.title,
              ...(['firstRequestMs', 'firstResultMs', 'endMs'] as const).map((key) => showMs(range(all, key))),
            ];
          }),
        },
      ],
      notes: [
        'The first result is the moment at which a terminal shows that a block is done (`1/1000`, or its page): it is run by `script`, which costs some milliseconds; no number where that is not installed. The service answers 20 ms after a request.',
        '“Cold”: pages never seen, and Runlight’s compile cache removed, as right after an installation; the files themselves are in the machine’s memory. “Again”: as before, nothing changed.',
      ],
      measurements: starters.map((starter) => ({
        contender: starter.id,
        checks: starter.checks,
        wallMs: range(moments.get(starter) ?? [], 'endMs'),
        firstRequestMs: range(moments.get(starter) ?? [], 'firstRequestMs'),
        firstResultMs: range(moments.get(starter) ?? [], 'firstResultMs'),
      })),
    };
  },
};

function node(id: string, title: string, code: string): Starter {
  const args = ['--input-type=module', '--eval', code];
  return { id, title, command: { file: process.execPath, args, cwd: packageRoot }, renew: async () => {}, checks: 0 };
}

/** A tree, cold and again. */
async function runlights(pages: number, checks: number, bench: Bench): Promise<Starter[]> {
  const title = `Runlight, ${checks === 1 ? '1 block' : `${checks} blocks in ${pages} pages`}`;
  return Promise.all(
    ['cold', 'again'].map(async (state) => {
      const folder = join(await bench.folder(), 'tree');
      const write = () =>
        writeTree({ folder, url: bench.server.url, pages, blocks: checks, words: 600, seed: newSeed() });
      await write();
      const forget = async (): Promise<void> => {
        await write();
        await rm(join(packageRoot, '.runlight', 'compile-cache'), { recursive: true, force: true });
      };
      return {
        id: `runlight-${checks}-${state}`,
        title: `${title}, ${state}`,
        command: checkCommand(folder),
        renew: state === 'cold' ? forget : async () => {},
        checks,
      };
    }),
  );
}

/** A cold start takes away what “again” needs, so before each measured start of “again” comes one that is not. */
async function watchAll(starters: readonly Starter[], bench: Bench): Promise<Map<Starter, Moments[]>> {
  const all = new Map(starters.map((starter): [Starter, Moments[]] => [starter, []]));
  for (let round = 1; round <= bench.rounds; round += 1) {
    for (const [starter, moments] of all) {
      bench.say(`${starter.title}, round ${round} of ${bench.rounds}`);
      await starter.renew();
      if (starter.id.endsWith('again')) await watchStart(starter.command, bench);
      const seen = await watchStart(starter.command, bench);
      if (starter.checks > 0 && seen.requests < starter.checks)
        throw new Error(
          `${starter.title} sent ${seen.requests} requests; expected ${starter.checks}. It said: ${seen.said.slice(-400)}`,
        );
      moments.push(seen);
    }
  }
  return all;
}

function range(moments: readonly Moments[], key: 'firstRequestMs' | 'firstResultMs' | 'endMs'): Range | null {
  return rangeOf(moments.map((each) => each[key]));
}
