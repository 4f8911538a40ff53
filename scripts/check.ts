import { createPool, type Pool } from '../src/runner/pool.ts';
import { layers } from '../src/schemas/layer.ts';
import { checkOptions } from './cli/check-options.ts';
import { checkParams } from './cli/check-params.ts';
import { chooseReporters } from './cli/choose-reporters.ts';
import { type CommonValues, defineCommand, type OptionValues, UsageError } from './cli/define-command.ts';
import { openProject } from './cli/open-project.ts';
import { printList, printPlan } from './cli/print-plan.ts';
import { runBlocks } from './cli/run-blocks.ts';
import { parseRunOptions } from './cli/run-options.ts';
import { treePath } from './cli/tree-path.ts';

export default defineCommand({
  name: 'check',
  summary: 'Runs check blocks and says what is healthy',
  operands: '[page or block id or glob…]',
  options: checkOptions,
  examples: [
    ['npx runlight check', 'Run every block'],
    ['npx runlight check runbooks/swaps/swap-failed', 'Run the blocks of one page'],
    ['npx runlight check "runbooks/**" --layer provider', 'Run what asks providers, in all runbooks'],
    ['npx runlight check help/tx-pending#ethereum-moving --json', 'Run one block; the report goes to standard output'],
    ['npx runlight check --shard 2/4 --reporter json=part-2.json', 'Run the second of four parts, as a CI job does'],
    ['npx runlight check --break bsc-rpc.stale-head', 'Break the lab on purpose, and watch the pages find it'],
    [
      'npx runlight check --env production --reporter terminal --reporter junit=report.xml',
      'Ask production, and keep a report for CI',
    ],
  ],
  async run({ options, operands, signal }) {
    // Threads start while the pages are read: most of the wait for the first result is their start.
    const pool = options.list || options['dry-run'] ? null : createPool();
    pool?.warm();
    try {
      return await check(options, operands, pool, signal);
    } finally {
      await pool?.close();
    }
  },
});

type Options = OptionValues<typeof checkOptions> & CommonValues;

async function check(
  options: Options,
  operands: readonly string[],
  pool: Pool | null,
  signal: AbortSignal,
): Promise<number> {
  const run = parseRunOptions(options);
  for (const layer of options.layer) {
    if (!(layers as readonly string[]).includes(layer))
      throw new UsageError(`\`--layer ${layer}\` is no layer; expected ${layers.map((l) => `\`${l}\``).join(', ')}.`);
  }
  const reporters = chooseReporters(options.json ? [...options.reporter, 'json'] : options.reporter);
  const { project, environment } = await openProject(options);
  const [{ selectBlocks }, { takeShard }] = await Promise.all([
    import('../src/project/select.ts'),
    import('../src/project/shard.ts'),
  ]);
  const {
    errors,
    unknown,
    blocks: selected,
  } = selectBlocks(
    project,
    {
      // A file that is there is meant as that file, wherever the person stands.
      patterns: operands.map((operand) =>
        /\.mdx?$/.test(operand) ? (treePath(project.root, operand) ?? operand) : operand,
      ),
      tags: options.tag,
      layers: options.layer as (typeof layers)[number][],
      providers: options.provider,
      journeys: options.journey,
    },
    environment,
  );
  if (unknown.length > 0) throw new UsageError(unknown.join('\n'));
  if (errors.length > 0) {
    const { formatDiagnostic } = await import('../src/schemas/diagnostic.ts');
    process.stderr.write(
      `${errors.map(formatDiagnostic).join('\n')}\nNothing was run: these mistakes must be corrected first.\n`,
    );
    return 2;
  }
  checkParams(project, selected, run.params);
  const blocks = run.shard ? takeShard(selected, run.shard, ({ block }) => block.id) : selected;
  if (selected.length > 0 && blocks.length === 0)
    process.stderr.write(`Shard ${options.shard} is empty: there are only ${selected.length} blocks.\n`);
  if (options.list) return printList(project, blocks, environment, options.json);
  if (options['dry-run']) return printPlan(project, blocks, environment, run.params, options.json);
  return runBlocks({
    project,
    environment,
    blocks,
    run,
    reporters,
    breaks: options.break,
    publish: options.publish,
    pool,
    signal,
  });
}
