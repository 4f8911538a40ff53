import { affectedBlocks } from '../../src/project/affected.ts';
import { servicesFor } from '../../src/project/resolve-targets.ts';
import { type Chosen, chooseBlocks } from './choose-blocks.ts';
import { chooseReporters } from './choose-reporters.ts';
import { UsageError } from './define-command.ts';
import type { OpenLab } from './open-lab.ts';
import { rootFrom } from './open-project.ts';
import { printMistakes } from './print-mistakes.ts';
import { exitCode, labFor, runOnce } from './run-blocks.ts';
import { type CheckOptions, parseRunOptions, type RunSettings } from './run-options.ts';
import { watchTree } from './watch-tree.ts';

const say = (text: string): boolean => process.stderr.write(`${text}\n`);

/**
 * Runs the chosen blocks, then after each change those that it concerns, until it is interrupted. The
 * lab stays up in between. Returns the exit code of the last run.
 */
export async function watchBlocks(
  options: CheckOptions,
  operands: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  if (options.list || options['dry-run'] || options.json)
    throw new UsageError(
      '`--watch` runs blocks again and again; it goes with neither `--list`, `--dry-run` nor `--json`. Give a report a file: `--reporter json=FILE`.',
    );
  const run = parseRunOptions(options);
  chooseReporters(options.reporter);
  const root = rootFrom(options.root);
  using changes = watchTree(root, signal);
  let lab: OpenLab | null = null;
  let code = 0;
  /** What has changed since the blocks that it concerns were run; `null` is everything. */
  let due: string[] | null = null;
  const round = async (): Promise<void> => {
    const chosen = await chooseBlocks({ ...options, root }, operands, run, { fresh: true });
    if ('errors' in chosen) {
      code = printMistakes(chosen.errors);
      return;
    }
    const blocks = due === null ? chosen.blocks : affectedBlocks(chosen.blocks, due, chosen.environment);
    if (due === null || blocks.length > 0) {
      lab = await labStillFor(lab, { ...chosen, blocks }, options, signal);
      code = (await runPart({ ...chosen, blocks }, options, run, lab, signal)) ?? code;
    } else say(`${list(due)}: no block here depends on it.`);
    due = [];
  };
  try {
    await round();
    while (!signal.aborted) {
      say('Watching pages, checks and targets. Ctrl-C ends it.');
      const changed = await changes.next();
      if (signal.aborted) break;
      say(`\n${list(changed)} changed.`);
      due = due && [...new Set([...due, ...changed])];
      // What was chosen may be gone for a moment.
      await round().catch((error: unknown) => {
        if (!(error instanceof UsageError)) throw error;
        say(error.message);
      });
    }
    return code;
  } finally {
    await (lab as OpenLab | null)?.close();
  }
}

function list(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).join(', ');
  return paths.length > 5 ? `${shown} and ${paths.length - 5} more` : shown;
}

/** One run; `null` when it was interrupted: that is how watching ends. */
async function runPart(
  { project, environment, blocks }: Chosen,
  options: CheckOptions,
  run: RunSettings,
  lab: OpenLab | null,
  signal: AbortSignal,
): Promise<number | null> {
  const reporters = chooseReporters(options.reporter);
  const call = { project, environment, blocks, run, reporters, breaks: options.break, publish: options.publish };
  // Threads of its own: they import checks as they are now.
  const { report } = await runOnce({ ...call, pool: null, signal, mayBeEmpty: true }, lab);
  return report.run.interrupted && signal.aborted ? null : exitCode(report, true);
}

/**
 * The lab as it is, where we started it and it has all that these blocks need; else one that has. One that
 * somebody else runs is looked for each time: it may have been started again, at other addresses.
 */
async function labStillFor(
  lab: OpenLab | null,
  { project, environment, blocks }: Chosen,
  options: CheckOptions,
  signal: AbortSignal,
): Promise<OpenLab | null> {
  const targets = project.environments.get(environment) ?? {};
  const needed = servicesFor(
    targets,
    blocks.flatMap(({ block }) => Object.values(block.params)),
  );
  if (lab && !lab.wasRunning && needed.every((name) => lab.state.services[name])) return lab;
  await lab?.close();
  return labFor({ project, environment, blocks, breaks: options.break, signal });
}
