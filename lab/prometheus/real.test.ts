/** The lab's Prometheus must give what a real one gives. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, serve } from '../../tests/contract/loopback.ts';
import {
  prometheusBinary,
  prometheusMissing,
  type RealPrometheus,
  startPrometheus,
  waitFor,
} from '../../tests/contract/real-prometheus.ts';
import { evaluate } from './evaluate.ts';
import type { Labels, Series } from './metrics.ts';
import { parse } from './parse.ts';
import { QueryError } from './query-error.ts';
import { storageOf } from './storage.ts';

const since = Date.now() / 1000 - 1000;
const line = (name: string, labels: Labels, perSecond: number, base = 0): Series => ({
  labels: { __name__: name, ...labels },
  at: (seconds) => base + (seconds - since) * perSecond,
});
const buckets = [
  ['0.1', 600],
  ['0.5', 900],
  ['1', 990],
  ['+Inf', 1000],
] as const;
const series: Series[] = [
  line('requests_total', { job: 'api', instance: 'a', code: '200' }, 900),
  line('requests_total', { job: 'api', instance: 'a', code: '500' }, 100),
  line('requests_total', { job: 'api', instance: 'b', code: '200' }, 1000),
  line('requests_total', { job: 'api', instance: 'b', code: '503' }, 0),
  line('idle_total', { job: 'api', instance: 'a' }, 0),
  line('queue', { job: 'api', instance: 'a' }, 0, 3),
  line('queue', { job: 'api', instance: 'b' }, 0, 7.5),
  ...buckets.map(([le, rate]) => line('seconds_bucket', { job: 'api', instance: 'a', le }, rate)),
  ...buckets.map(([le, rate]) => line('seconds_bucket', { job: 'api', instance: 'b', le }, rate * 2)),
];

function exposition(): string {
  const now = Date.now() / 1000;
  return `${series
    .map(({ labels: { __name__: name, ...labels }, at }) => {
      const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
      return `${name}{${pairs.join(',')}} ${at(now)}`;
    })
    .join('\n')}\n`;
}

type Answer = { labels: Labels; value: number }[] | { refused: string };

const sorted = (answer: { labels: Labels; value: number }[]): Answer =>
  answer
    .map(({ labels, value }) => ({ labels: Object.fromEntries(Object.entries(labels).sort()), value }))
    .sort((a, b) => (JSON.stringify(a.labels) < JSON.stringify(b.labels) ? -1 : 1));

function ofLab(query: string): Answer {
  try {
    const result = evaluate(parse(query), storageOf(series, { interval: 0.5 }), Date.now() / 1000);
    if (result.type === 'matrix') throw new Error('A matrix is not compared.');
    return sorted(result.type === 'scalar' ? [{ labels: {}, value: result.value }] : result.samples);
  } catch (error) {
    if (error instanceof QueryError) return { refused: error.type };
    throw error;
  }
}

const numberOf = (text: string): number => Number(text.replace('Inf', 'Infinity'));

async function ofReal(url: string, query: string): Promise<Answer> {
  const answer = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query })}`);
  const { errorType, data } = (await answer.json()) as {
    errorType?: string;
    data: { resultType: string; result: unknown };
  };
  if (errorType !== undefined) return { refused: errorType };
  if (data.resultType === 'scalar') return [{ labels: {}, value: numberOf((data.result as [number, string])[1]) }];
  return sorted(
    (data.result as { metric: Labels; value: [number, string] }[]).map(({ metric, value }) => ({
      labels: metric,
      value: numberOf(value[1]),
    })),
  );
}

/** Equal but for what the moments of two evaluations make of it. */
function isLike(left: Answer, right: Answer): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return JSON.stringify(left) === JSON.stringify(right);
  return (
    left.length === right.length &&
    left.every(({ labels, value }, index) => {
      const other = right[index];
      if (!other || JSON.stringify(labels) !== JSON.stringify(other.labels)) return false;
      return Object.is(value, other.value) || Math.abs(value - other.value) <= 0.02 * Math.abs(value) + 1e-9;
    })
  );
}

describe('the lab’s Prometheus, beside a real one', () => {
  let real: RealPrometheus | null = null;
  let target: Loopback | null = null;
  beforeAll(async () => {
    if (prometheusBinary === null) return;
    target = await serve((_, response) => response.end(exposition()));
    real = await startPrometheus(`127.0.0.1:${target.port}`);
    await waitFor(real.url, 'count_over_time(queue{instance="a"}[10s]) > 5');
  }, 40_000);
  afterAll(async () => {
    await real?.[Symbol.asyncDispose]();
    await target?.[Symbol.asyncDispose]();
  });

  it.for([
    'queue',
    'queue{instance="b"}',
    'queue{instance!="b", job=~"a.*"}',
    'queue{instance!~"a|b"}',
    'queue{instance=~"a"} or queue{instance=~"."}',
    'no_such_metric',
    'no_such_metric or vector(0)',
    '-queue + 2 * 3 - 4 / 2 % 3',
    'queue > 5',
    'queue > bool 5',
    '1 < bool 2',
    'queue * queue',
    'queue / no_such_metric',
    'sum(queue)',
    'sum by (instance) (requests_total / requests_total)',
    'avg without (code) (requests_total * 0 + 4)',
    'count(requests_total) by (code)',
    'max(queue) - min(queue)',
    'rate(requests_total[2s])',
    'sum(rate(requests_total{code=~"5.."}[2s])) / sum(rate(requests_total[2s]))',
    'sum(rate(idle_total[2s])) / sum(rate(idle_total[2s]))',
    '1 / 0',
    '-1 / 0',
    '0 / 0',
    'histogram_quantile(0.95, sum by (le) (rate(seconds_bucket[2s])))',
    'histogram_quantile(0.5, rate(seconds_bucket[2s]))',
    'histogram_quantile(0.999, sum by (le) (rate(seconds_bucket[2s])))',
    'avg_over_time(queue[2s])',
    'max_over_time(queue[2s]) - min_over_time(queue[2s])',
    'absent(queue)',
    'absent(no_such_metric) * 0 + 1',
    'scalar(queue)',
    'scalar(queue{instance="a"})',
    'time() - 5',
    'timestamp(queue)',
    // What cannot be:
    '',
    'queue{',
    'queue)',
    '(queue',
    'rate(queue)',
    'nothing(queue)',
    'sum(1)',
    'queue{instance=~"*"}',
    '1 < 2',
    '1 or 2',
    'queue[2s] + 1',
    'rate(queue[2s], 1)',
    'queue{instance="a"',
    'queue instance',
    'sum by instance (queue)',
    'requests_total + sum by (instance, job) (queue) + queue or queue',
  ])('agrees about `%s`', async (query, { skip }) => {
    skip(real === null, prometheusMissing);
    // The two are not asked in the same moment: a sample may come in between.
    for (let attempt = 0; ; attempt += 1) {
      const [theirs, ours] = [await ofReal(real?.url ?? '', query), ofLab(query)];
      if (isLike(ours, theirs)) return;
      if (attempt === 5) expect(ours).toEqual(theirs);
      await sleep(150);
    }
  });
});
