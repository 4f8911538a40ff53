import { allBlocks, planBlocks } from '../../src/project/plan.ts';
import { redactJson } from '../../src/redact/redact-json.ts';
import { mergeReports } from '../../src/reporters/merge-reports.ts';
import { publishResults } from '../../src/reporters/publish.ts';
import { declaredOf } from '../../src/runner/declared-of.ts';
import type { Report } from '../../src/schemas/report.ts';
import { UsageError } from './define-command.ts';
import { openProject } from './open-project.ts';
import { tellStatus } from './tell-status.ts';

export interface PublishCall {
  root: string;
  /** What the reports must be of, where the command line says it. */
  env: string | undefined;
  /** Where `internal/` and `public/` are. */
  dist: string;
}

/**
 * Merges the reports and writes what the sites show. What is public is decided by this tree, not by a
 * report; and a report that comes late takes no newer proof away. Returns 0, or 3 when a part is missing or was interrupted: what it would have said is not known.
 */
export async function publishReports(reports: readonly Report[], { root, env, dist }: PublishCall): Promise<number> {
  const { report: merged, missingParts } = merge(reports);
  const { project, environment } = await openProject({ root, env: env ?? merged.run.environment });
  if (environment !== merged.run.environment)
    throw new UsageError(`The reports are of \`${merged.run.environment}\`, not of \`${environment}\`.`);
  const secrets = declaredOf(project, process.env);
  const planned = planBlocks(project, allBlocks(project), { environment });
  const known = new Map(planned.map(({ block, isPublic }) => [block, { isPublic }]));
  const gone = merged.results.filter(({ block }) => !known.has(block));
  const results = merged.results.filter(({ block }) => known.has(block));
  // By their form they have been taken out where the reports were read; what is declared is known only now.
  const report = { ...merged, results: secrets ? await redactJson(results, { secrets }) : results };
  await publishResults(dist, report, planned, {
    publishedAt: report.run.endedAt,
    by: process.env.CI ? 'ci' : 'terminal',
    known,
    secrets,
  });
  await tellStatus(dist, project);

  const say = (text: string): boolean => process.stderr.write(`${text}\n`);
  for (const { block } of gone) say(`No page has the block \`${block}\`: its result is left out.`);
  for (const part of missingParts) say(`There is no report of part ${part}: its blocks keep their earlier results.`);
  if (report.run.interrupted) say('A run was interrupted: what it did not reach keeps its earlier result.');
  say(`${report.results.length} results of ${known.size} blocks published to ${dist}.`);
  return missingParts.length > 0 || report.run.interrupted ? 3 : 0;
}

function merge(reports: readonly Report[]): ReturnType<typeof mergeReports> {
  try {
    return mergeReports(reports);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
