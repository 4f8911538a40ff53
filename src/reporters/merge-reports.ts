import { type Report, type Result, summarise } from '../schemas/report.ts';

/** What several runs found together. */
export interface MergedReport {
  report: Report;
  /** Parts that none of the reports is of, as `i/n`: their blocks were not asked, or their report is lost. */
  missingParts: string[];
}

/**
 * One report of several runs of one environment, such as the parts of a sharded one. Where two have
 * the same block, the result that began later counts. `run` spans all of them; its commit is `null` unless they
 * agree. Throws when there is none, or their environments differ.
 */
export function mergeReports(reports: readonly Report[]): MergedReport {
  const runs = reports.map(({ run }) => run);
  const [first] = runs;
  if (!first) throw new Error('There is no report to merge.');
  const environments = [...new Set(runs.map(({ environment }) => environment))];
  if (environments.length > 1)
    throw new Error(
      `The reports are of several environments: ${environments.map((name) => `\`${name}\``).join(' and ')}. Expected one.`,
    );
  const newest = new Map<string, Result>();
  for (const result of reports.flatMap(({ results }) => results)) {
    const known = newest.get(result.block);
    if (!known || Date.parse(result.startedAt) >= Date.parse(known.startedAt)) newest.set(result.block, result);
  }
  const results = [...newest.values()];
  const byTime = (times: readonly string[]): string[] => times.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const commits = new Set(runs.map(({ commit }) => commit));
  return {
    report: {
      version: 1,
      run: {
        id: runs.map(({ id }) => id).join('+'),
        environment: first.environment,
        startedAt: byTime(runs.map(({ startedAt }) => startedAt))[0] ?? first.startedAt,
        endedAt: byTime(runs.map(({ endedAt }) => endedAt)).at(-1) ?? first.endedAt,
        interrupted: runs.some(({ interrupted }) => interrupted),
        commit: commits.size === 1 ? first.commit : null,
        shard: null,
      },
      summary: summarise(results),
      results,
    },
    missingParts: missing(runs.map(({ shard }) => shard)),
  };
}

/** A report without a part is of everything that was chosen, so nothing is missing beside it. */
function missing(shards: readonly (string | null)[]): string[] {
  if (shards.includes(null)) return [];
  const counts = new Set(shards.map((shard) => Number(shard?.split('/')[1])));
  return [...counts].flatMap((of) =>
    Array.from({ length: of }, (_, index) => `${index + 1}/${of}`).filter((part) => !shards.includes(part)),
  );
}
