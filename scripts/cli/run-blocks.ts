import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { serviceNames } from '../../lab/service-names.ts';
import { declaredNames } from '../../src/project/declared-names.ts';
import { headCommit } from '../../src/project/head-commit.ts';
import type { Project } from '../../src/project/load.ts';
import { allBlocks, planBlocks } from '../../src/project/plan.ts';
import { resolveTargets, servicesFor } from '../../src/project/resolve-targets.ts';
import { createPool, type Pool } from '../../src/runner/pool.ts';
import type { PlannedBlock } from '../../src/schemas/planned-block.ts';
import type { Report } from '../../src/schemas/report.ts';
import type { ReporterSet } from './choose-reporters.ts';
import { UsageError } from './define-command.ts';
import { leaveAnyway } from './leave-anyway.ts';
import { openBudgets } from './open-budgets.ts';
import { type OpenLab, openLab } from './open-lab.ts';
import type { RunSettings } from './run-options.ts';

export interface RunCall {
  project: Project;
  environment: string;
  blocks: ReturnType<typeof allBlocks>;
  run: RunSettings;
  reporters: ReporterSet;
  breaks: readonly string[];
  publish: string | undefined;
  /** Threads that are warm already; the caller closes them. `null`: threads of this run's own. */
  pool: Pool | null;
  /** Interrupts the run: it ends its children, and still reports. */
  signal: AbortSignal;
  /** Whether it is well that there is nothing to run: a part of what was chosen. */
  mayBeEmpty: boolean;
}

/** Opens the lab where targets need it, runs the blocks, reports, publishes; returns the exit code. */
export async function runBlocks(call: RunCall): Promise<number> {
  if (call.publish !== undefined) prepareFolder(call.publish);
  let lab: OpenLab | null = null;
  try {
    lab = await labFor(call);
    const { report } = await runOnce(call, lab);
    return exitCode(report, call.mayBeEmpty);
  } finally {
    await lab?.close();
  }
}

/** One run against an open lab (or none). */
export async function runOnce(
  call: RunCall,
  lab: OpenLab | null,
): Promise<{ report: Report; planned: PlannedBlock[] }> {
  const { project, environment, run, reporters } = call;
  const [{ run: start }, { attachReporters }, begun] = await Promise.all([
    import('../../src/runner/run.ts'),
    import('../../src/reporters/attach.ts'),
    reporters.create(project.root),
  ]);
  const targets = project.environments.get(environment) ?? {};
  const planned = planBlocks(project, call.blocks, {
    environment,
    params: run.params,
    ...(lab
      ? {
          labValue: (name: string, target: string | null) => lab.value(name, targets[target ?? '']?.service ?? null),
          labNames: lab.valueNames,
        }
      : {}),
  });
  const { params: _, shard, ...settings } = run;
  const resolved = resolveTargets(targets, lab ? { services: lab.state.services, caFile: lab.state.caFile } : null);
  using budgets = await openBudgets(resolved);
  await using own = call.pool ? null : disposable(createPool({ onStuck: leaveAnyway }));
  const events = start(planned, {
    ...settings,
    environment,
    targets: resolved,
    budgets,
    shard: shard && `${shard.part}/${shard.of}`,
    env: process.env,
    secrets: declaredNames(project),
    canaries: project.config.canaries,
    pool: call.pool ?? own?.pool,
    commit: () => headCommit(project.root),
    signal: call.signal,
  });
  const report = await attachReporters(events, begun, (text) => process.stderr.write(`${text}\n`));
  await reporters.finish();
  if (call.publish !== undefined) {
    const [{ publishResults }, { tellStatus }] = await Promise.all([
      import('../../src/reporters/publish.ts'),
      import('./tell-status.ts'),
    ]);
    await publishResults(resolve(call.publish), report, planned, {
      publishedAt: report.run.endedAt,
      by: process.env.CI ? 'ci' : 'terminal',
      known: knownBlocks(project),
      secrets: (await import('../../src/runner/declared-of.ts')).declaredOf(project, process.env),
    });
    await tellStatus(resolve(call.publish), project);
  }
  return { report, planned };
}

/** The lab for these blocks: `null` where no target is a service of it, and when it was interrupted while it started. */
export async function labFor(
  call: Pick<RunCall, 'project' | 'environment' | 'blocks' | 'breaks' | 'signal'>,
): Promise<OpenLab | null> {
  const targets = call.project.environments.get(call.environment) ?? {};
  const services = servicesFor(
    targets,
    call.blocks.flatMap(({ block }) => Object.values(block.params)),
  );
  return labWith(services, call);
}

/** The lab with these services, its progress on a terminal: `null` where none is needed, and when it was interrupted while it started. */
export async function labWith(
  services: readonly string[],
  { breaks, signal }: Pick<RunCall, 'breaks' | 'signal'>,
): Promise<OpenLab | null> {
  const broken = breaks.map((fault) => fault.split('.')[0] ?? '').filter((name) => !services.includes(name));
  if (services.length === 0 && breaks.length === 0) return null;
  const known = new Set(serviceNames());
  const interactive = process.stderr.isTTY === true;
  const lab = await openLab({
    services: [...services, ...broken].filter((name) => known.has(name)),
    breaks,
    onProgress: (line) => interactive && process.stderr.write(`\r\u001b[2K${line}`),
    signal,
  }).catch((error: unknown) => {
    // It has ended what it had; the report still comes.
    if (signal.aborted) return null;
    throw error;
  });
  if (interactive) process.stderr.write('\r\u001b[2K');
  return lab;
}

/** 1 if anything failed; else 3 if anything errored, was interrupted, or nothing ran; else 0. */
export function exitCode({ summary, run }: Report, mayBeEmpty: boolean): number {
  if (summary.fail > 0) return 1;
  return summary.error > 0 || run.interrupted || (summary.total === 0 && !mayBeEmpty) ? 3 : 0;
}

/** Every block of the tree, and whether users may know how it is. */
export function knownBlocks(project: Project): Map<string, { isPublic: boolean }> {
  return new Map(
    allBlocks(project).map(({ page, block }) => [block.id, { isPublic: page.frontmatter.audience === 'public' }]),
  );
}

const disposable = (pool: Pool): { pool: Pool } & AsyncDisposable => ({
  pool,
  [Symbol.asyncDispose]: () => pool.close(),
});

/** Results that cannot be written are said before anything is asked. */
function prepareFolder(folder: string): void {
  try {
    mkdirSync(resolve(folder), { recursive: true });
  } catch (error) {
    throw new UsageError(
      `\`--publish ${folder}\` cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
