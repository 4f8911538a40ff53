/** Datadog's metrics queries, as far as pages use them: `sum:a{env:prod} by {service}.as_count() / sum:b{*}`. */
import type { Metric } from './metrics.ts';

export interface Series {
  metric: string;
  aggregator: string;
  scope: string;
  tags: string[];
  expression: string;
  at(ms: number): number;
}

/** A query that cannot be read, in Datadog's words. */
export class QueryProblem extends Error {
  override readonly name = 'QueryProblem';
}

const termPattern =
  /^(avg|sum|min|max):([a-zA-Z][\w.]*)\{([^{}]*)\}(?:\s*by\s*\{([^{}]+)\})?(?:\.as_(?:count|rate)\(\))?$/;

const aggregators: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((a, b) => a + b, 0),
  avg: (values) => values.reduce((a, b) => a + b, 0) / values.length,
  min: (values) => values.reduce((a, b) => Math.min(a, b)),
  max: (values) => values.reduce((a, b) => Math.max(a, b)),
};

/** The series that a query gives; a metric or scope that nobody sent gives none. */
export function runQuery(query: string, metrics: readonly Metric[]): Series[] {
  const [first = '', second, ...more] = query.split('/').map((term) => term.trim());
  if (more.length > 0) throw unreadable(query);
  const above = termOf(first, query, metrics);
  if (second === undefined) return above;
  const below = termOf(second, query, metrics);
  return above.flatMap((series) => {
    const divisor = below.find(({ scope }) => scope === series.scope) ?? (below.length === 1 ? below[0] : undefined);
    return divisor ? [{ ...series, expression: query, at: (ms) => series.at(ms) / divisor.at(ms) }] : [];
  });
}

function termOf(term: string, query: string, metrics: readonly Metric[]): Series[] {
  const match = termPattern.exec(term);
  if (!match) throw unreadable(query);
  const [, aggregator = '', metric = '', scope = '', grouping] = match;
  const wanted = scope.split(',').map((tag) => tag.trim().split(':'));
  const found = metrics.filter(
    ({ name, tags }) =>
      name === metric &&
      wanted.every(([key = '', value]) => key === '*' || (Object.hasOwn(tags, key) && tags[key] === value)),
  );
  const keys = grouping?.split(',').map((key) => key.trim()) ?? [];
  const groups = Map.groupBy(found, ({ tags }) => keys.map((key) => `${key}:${tags[key] ?? 'N/A'}`).join(','));
  const combine = aggregators[aggregator];
  return [...groups].map(([group, members]) => ({
    metric,
    aggregator,
    tags: group === '' ? [] : group.split(','),
    scope: [group, scope].filter((part) => part !== '' && (part !== '*' || group === '')).join(','),
    expression: term,
    at: (ms) => combine?.(members.map((member) => member.at(ms))) ?? Number.NaN,
  }));
}

const unreadable = (query: string): QueryProblem =>
  new QueryProblem(
    `Error parsing query: \n unable to parse ${query}: Rule 'expr' didn't match at '' (line 1, column 1).`,
  );
