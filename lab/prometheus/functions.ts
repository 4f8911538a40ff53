import type { Range, Result, Sample } from './expression.ts';
import { unnamed } from './label-set.ts';
import { quantiles } from './quantiles.ts';
import { QueryError } from './query-error.ts';

type Kind = Result['type'];
interface Known {
  takes: readonly Kind[];
  give(args: never, time: number): Result;
}

const overRange =
  (number: (points: Range['points']) => number | null) =>
  ([{ ranges }]: [Result & { type: 'matrix' }], time: number): Result => ({
    type: 'vector',
    samples: ranges.flatMap(({ labels, points }): Sample[] => {
      const value = number(points);
      return value === null ? [] : [{ labels: unnamed(labels), value, at: time }];
    }),
  });

/** Growth a second. The lab's counters never start again. */
function slope(points: Range['points']): number | null {
  const [first, last] = [points[0], points.at(-1)];
  return first && last && last[0] > first[0] ? (last[1] - first[1]) / (last[0] - first[0]) : null;
}

const values = (points: Range['points']): number[] => points.map(([, value]) => value);

const functions: Readonly<Record<string, Known>> = {
  rate: { takes: ['matrix'], give: overRange(slope) },
  avg_over_time: {
    takes: ['matrix'],
    give: overRange((points) => values(points).reduce((a, b) => a + b, 0) / points.length),
  },
  max_over_time: { takes: ['matrix'], give: overRange((points) => Math.max(...values(points))) },
  min_over_time: { takes: ['matrix'], give: overRange((points) => Math.min(...values(points))) },
  timestamp: {
    takes: ['vector'],
    give: ([{ samples }]: [Result & { type: 'vector' }]) => ({
      type: 'vector',
      samples: samples.map((sample) => ({ ...sample, labels: unnamed(sample.labels), value: sample.at })),
    }),
  },
  time: { takes: [], give: (_: [], time) => ({ type: 'scalar', value: time }) },
  vector: {
    takes: ['scalar'],
    give: ([{ value }]: [Result & { type: 'scalar' }], time) => ({
      type: 'vector',
      samples: [{ labels: {}, value, at: time }],
    }),
  },
  scalar: {
    takes: ['vector'],
    give: ([{ samples }]: [Result & { type: 'vector' }]) => ({
      type: 'scalar',
      value: samples.length === 1 ? (samples[0]?.value ?? Number.NaN) : Number.NaN,
    }),
  },
  absent: {
    takes: ['vector'],
    give: ([{ samples }]: [Result & { type: 'vector' }], time) => ({
      type: 'vector',
      samples: samples.length === 0 ? [{ labels: {}, value: 1, at: time }] : [],
    }),
  },
  histogram_quantile: {
    takes: ['scalar', 'vector'],
    give: ([share, buckets]: [Result & { type: 'scalar' }, Result & { type: 'vector' }], time) => ({
      type: 'vector',
      samples: quantiles(share.value, buckets.samples, time),
    }),
  },
};

/** Calls a function, its arguments held against what it takes. */
export function applyFunction(name: string, args: readonly Result[], time: number): Result {
  const refuse = (message: string): never => {
    throw new QueryError('bad_data', `invalid parameter "query": 1:1: parse error: ${message}`);
  };
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!known) return refuse(`unknown function with name "${name}"`);
  if (args.length !== known.takes.length)
    return refuse(`expected ${known.takes.length} argument(s) in call to "${name}", got ${args.length}`);
  for (const [index, kind] of known.takes.entries()) {
    const got = args[index]?.type;
    if (got !== kind)
      return refuse(`expected type ${words[kind]} in call to function "${name}", got ${words[got ?? 'scalar']}`);
  }
  return known.give(args as never, time);
}

const words: Readonly<Record<Kind, string>> = { scalar: 'scalar', vector: 'instant vector', matrix: 'range vector' };
