import type { Expression, Result, Sample } from './expression.ts';
import { keyOf, unnamed } from './label-set.ts';
import { QueryError } from './query-error.ts';

type Aggregation = Extract<Expression, { kind: 'aggregate' }>;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const operators: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum,
  avg: (values) => sum(values) / values.length,
  min: (values) => values.reduce((a, b) => Math.min(a, b)),
  max: (values) => values.reduce((a, b) => Math.max(a, b)),
  count: (values) => values.length,
};

/** `sum by (label) (…)` and its like. */
export function aggregate({ op, by, isWithout }: Aggregation, of: Result, time: number): Result {
  const operator = operators[op];
  if (of.type !== 'vector' || !operator) {
    throw new QueryError(
      'bad_data',
      `invalid parameter "query": 1:1: parse error: expected type instant vector in aggregation expression, got ${of.type}`,
    );
  }
  const groups = new Map<string, Sample[]>();
  for (const sample of of.samples) {
    const labels = Object.fromEntries(
      Object.entries(unnamed(sample.labels)).filter(([label]) => by.includes(label) !== isWithout),
    );
    const key = keyOf(labels);
    groups.set(key, [...(groups.get(key) ?? []), { ...sample, labels }]);
  }
  return {
    type: 'vector',
    samples: [...groups.values()].map((group) => ({
      labels: group[0]?.labels ?? {},
      value: operator(group.map(({ value }) => value)),
      at: time,
    })),
  };
}
