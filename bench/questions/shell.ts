import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/project/folders.ts';
import type { Contender } from '../contender.ts';
import { type Lap, measurementOf } from '../lap.ts';
import { checkCommand, newSeed, passedInReport } from '../own/runlight.ts';
import type { Bench, Question } from '../question.ts';
import { race } from '../race.ts';
import { type Range, rangeOf } from '../range.ts';
import { showMs } from '../show.ts';
import { writeTree } from '../tree.ts';

export const shell: Question = {
  id: 'shell',
  asks: 'What does a check cost that spawns a command, beside the command itself?',
  async answer(bench) {
    const [few, many] = [20, bench.sizes?.[0] ?? 200];
    const laps = await runShell([few, few + many], bench);
    const costs = contenders.map(({ id }) => {
      const [low, high] = laps.filter((lap) => lap.contender.id === id);
      return { id, range: low && high ? perCommand(low, high) : null };
    });
    const bare = costs.find(({ id }) => id === 'bare')?.range?.median ?? null;
    return {
      tables: [
        {
          title: `One after the other, per command: ${few + many} less ${few}, by ${many}, so that start-up cancels out`,
          head: ['', 'each', 'more than the command itself'],
          rows: contenders.map(({ id, title }, nth) => {
            const range = costs[nth]?.range ?? null;
            const problem = laps.find((lap) => lap.contender.id === id && lap.problem !== null)?.problem;
            const more = range && bare !== null && id !== 'bare' ? `${(range.median - bare).toFixed(1)} ms` : '';
            return [title, problem ?? showMs(range, 1), more];
          }),
        },
      ],
      notes: ['The command is `true`; zx runs it in Bash, as always. The last row is a check that spawns nothing.'],
      measurements: laps.map(measurementOf),
    };
  },
};

/** Round by round, as all differences are. */
function perCommand(low: Lap, high: Lap): Range | null {
  const commands = high.checks - low.checks;
  return rangeOf(
    high.runs.map((run, round) => {
      const before = low.runs[round]?.wallMs;
      return before === undefined ? null : (run.wallMs - before) / commands;
    }),
  );
}

/** All sizes in the same rounds, since it is their difference that counts. */
async function runShell(counts: readonly number[], bench: Bench): Promise<Lap[]> {
  const entrants = [];
  for (const contender of contenders) {
    for (const count of counts) {
      const prepared = await contender.prepare({ count, url: bench.server.url, folder: await bench.folder() });
      entrants.push({
        title: `${count} commands: ${contender.title}`,
        contender,
        prepared,
        checks: count,
        requests: 0,
      });
    }
  }
  const tracks = await race(entrants, bench);
  return [...tracks].map(([{ contender, checks }, track]) => ({ contender, checks, ...track }));
}

const contenders: readonly Contender[] = [
  commands('bare', 'the command itself, from Node'),
  commands('bash', 'in Bash, from Node'),
  commands('zx', 'in zx'),
  blocks('runlight', 'a Runlight check', 'await $`true`;'),
  blocks('runlight-idle', 'a Runlight check without it', ''),
];

function commands(id: string, title: string): Contender {
  const script = fileURLToPath(new URL('../processes/commands.ts', import.meta.url));
  return {
    id,
    title,
    async prepare({ count }) {
      return {
        command: { file: process.execPath, args: [script, id, String(count)], cwd: packageRoot },
        countPassed: ({ stdout }) => Number(/^(\d+) passed$/m.exec(stdout)?.[1] ?? 0),
      };
    },
  };
}

function blocks(id: string, title: string, body: string): Contender {
  return {
    id,
    title,
    async prepare({ count, url, folder }) {
      const [tree, report] = [join(folder, 'tree'), join(folder, 'report.json')];
      await writeTree({
        folder: tree,
        url,
        pages: 10,
        blocks: count,
        words: 60,
        seed: newSeed(),
        block: shellBlock,
        checks: { spawns: checkText(body) },
      });
      return {
        command: checkCommand(tree, ['--concurrency', '1', '--reporter', 'terminal', '--reporter', `json=${report}`]),
        report,
        countPassed: passedInReport,
      };
    },
  };
}

function shellBlock(index: number): string {
  return `:::check[Command ${index} ends well]{#command-${index} use="spawns"}
| Reading | Healthy |
| --- | --- |
| \`done\` | \`= true\` |
:::`;
}

function checkText(body: string): string {
  return `import { defineCheck } from 'runlight/check';

export default defineCheck({
  summary: 'A command ends well',
  layer: 'client',
  params: {},
  readings: { done: { type: 'boolean', summary: 'It ended' } },
  async run({ $ }) {
    ${body || 'void $;'}
    return { done: true };
  },
});
`;
}
