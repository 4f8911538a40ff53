import { createPool } from '../src/runner/pool.ts';
import { checkOptions } from './cli/check-options.ts';
import { defineCommand } from './cli/define-command.ts';
import { leaveAnyway } from './cli/leave-anyway.ts';

export default defineCommand({
  name: 'check',
  summary: 'Runs check blocks and says what is healthy',
  operands: '[page, folder, block id or glob…]',
  options: checkOptions,
  examples: [
    ['npx runlight check', 'Run every block'],
    ['npx runlight check runbooks/swaps/swap-failed', 'Run the blocks of one page'],
    ['npx runlight check runbooks --layer provider', 'Run what asks providers, in all runbooks'],
    ['npx runlight check help/tx-pending#ethereum-moving --json', 'Run one block; the report goes to standard output'],
    [
      'npx runlight check runbooks/swaps/swap-failed --watch',
      'Run it again whenever the page or a check of it is saved',
    ],
    ['npx runlight check --changed origin/main', 'Run what a pull request has touched'],
    ['npx runlight check --shard 2/4 --reporter json=part-2.json', 'Run the second of four parts, as a CI job does'],
    ['npx runlight check --break bsc-rpc.stale-head', 'Break the lab on purpose, and watch the pages find it'],
    [
      'npx runlight check --env production --reporter terminal --reporter junit=report.xml',
      'Ask production, and keep a report for CI',
    ],
  ],
  async run({ options, operands, signal }) {
    if (options.watch) {
      const { watchBlocks } = await import('./cli/watch-blocks.ts');
      return watchBlocks(options, operands, signal);
    }
    // A thread starts while the rest is loaded and the pages are read: most of the wait for the first
    // result is its start.
    const pool = options.list || options['dry-run'] ? null : createPool({ onStuck: leaveAnyway });
    pool?.warm();
    try {
      const { checkOnce } = await import('./cli/check-once.ts');
      return await checkOnce(options, operands, pool, signal);
    } finally {
      await pool?.close();
    }
  },
});
