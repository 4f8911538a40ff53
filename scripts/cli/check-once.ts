import type { Pool } from '../../src/runner/pool.ts';
import { chooseBlocks } from './choose-blocks.ts';
import { chooseReporters } from './choose-reporters.ts';
import { printMistakes } from './print-mistakes.ts';
import { printList, printPlan } from './print-plan.ts';
import { runBlocks } from './run-blocks.ts';
import { type CheckOptions, parseRunOptions } from './run-options.ts';

/** `runlight check` without `--watch`: picks blocks, then lists, plans or runs them; returns the exit code. */
export async function checkOnce(
  options: CheckOptions,
  operands: readonly string[],
  pool: Pool | null,
  signal: AbortSignal,
): Promise<number> {
  const run = parseRunOptions(options);
  const reporters = chooseReporters(options.json ? [...options.reporter, 'json'] : options.reporter);
  const chosen = await chooseBlocks(options, operands, run);
  if ('errors' in chosen) return printMistakes(chosen.errors);
  const { project, environment, blocks } = chosen;
  if (options.list) return printList(project, blocks, environment, options.json);
  if (options['dry-run']) return printPlan(project, blocks, environment, run.params, options.json);
  // A part of a selection may well be empty; a selection may not.
  const mayBeEmpty = run.shard !== null || options.changed !== undefined;
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
    mayBeEmpty,
  });
}
