import {
  ageOf,
  asPercent,
  CheckFailure,
  ConfigProblem,
  defineCheck,
  type Http,
  param,
  statusFailure,
  takeNumber,
  takes,
} from 'runlight/check';
import { instantQuery } from './_prometheus.ts';

/**
 * Proves that a Prometheus (or what speaks its HTTP API) evaluates a query now, and reads the number
 * that comes out.
 *
 * Readings: `value` (the number), `percent` (%, the number × 100, for a query that gives a share between
 * 0 and 1), `series` (how many series the query gives), `age` (s, of the newest sample of the selector
 * `ageOf`), `ready` (`/-/ready`), `latency` (ms, the query). Several series become one number only as
 * `take` says; by default more than one is a mistake of the block.
 * No series, `NaN` and infinite numbers are an absent `value`: nothing was measured, which is not healthy.
 * The time in an answer is that of the evaluation, so it never counts as freshness: `age` asks for
 * `timestamp(…)`, and is absent once Prometheus itself holds the series for gone (after 5 minutes).
 * An evaluation that is not of now (2 minutes either way) is `protocol`: a cache answers, or a clock is wrong.
 * A query that the server refuses (400, 422) is `config`; one that it gives up is `timeout`.
 * Sources: prometheus/prometheus docs/querying/api.md (envelope, result types, statuses, numbers as texts),
 * docs/querying/basics.md (staleness), docs/management_api.md (`/-/ready`).
 */
export default defineCheck({
  summary: 'Prometheus answers a query with the number it should',
  layer: 'backend',
  params: {
    target: param.target(),
    query: param.text('a PromQL expression, such as `min(up{job="api"})`'),
    take: param.choice(takes).default('only'),
    ageOf: param.text('a PromQL selector, such as `up{job="api"}`').optional(),
  },
  readings: {
    value: { type: 'number', summary: 'The number that the query gives' },
    percent: { unit: '%', summary: 'The same × 100, for a query that gives a share between 0 and 1' },
    series: { type: 'integer', summary: 'How many series the query gives' },
    age: { unit: 's', summary: 'Age of the newest sample of the selector `ageOf`' },
    ready: { type: 'boolean', summary: 'Whether Prometheus says that it is ready, by `/-/ready`' },
    latency: { unit: 'ms', summary: 'Time of the query' },
  },
  async run({ params, http, wanted, evidence }) {
    if (wanted.has('age') && params.ageOf === undefined)
      throw new ConfigProblem('`age` needs `ageOf`, a selector such as `up{job="api"}`: a query’s result has no age.');
    const [{ series, latency }, ready, age] = await Promise.all([
      instantQuery(http, '`query`', params.query, evidence),
      wanted.has('ready') ? readReady(http, evidence) : null,
      wanted.has('age') ? readAge(http, params.ageOf ?? '', evidence) : null,
    ]);
    const needsNumber = wanted.has('value') || wanted.has('percent');
    const value = needsNumber ? takeNumber(series, params.take, evidence) : null;
    return { value, percent: asPercent(value), series: series.length, age, ready, latency };
  },
});

type Evidence = (title: string, text: string) => void;

/** Age of the selector's newest sample, or `null` when Prometheus has none. */
async function readAge(http: Http, selector: string, evidence: Evidence): Promise<number | null> {
  const { series } = await instantQuery(http, '`ageOf`', `timestamp(${selector})`, evidence);
  const newest = series.reduce((latest, { value }) => Math.max(latest, value), Number.NEGATIVE_INFINITY);
  if (series.length > 0) return ageOf(newest, 'The newest sample', evidence);
  evidence('No sample', `Prometheus has no current sample of ${selector}.`);
  return null;
}

/** `/-/ready` answers 200 or 503, in plain words. */
async function readReady(http: Http, evidence: Evidence): Promise<boolean> {
  const answer = await http('/-/ready', { anyStatus: true });
  const words = answer.text.trim().slice(0, 200);
  if (answer.status === 503) {
    evidence('Not ready', words);
    return false;
  }
  if (answer.status < 200 || answer.status > 299) throw statusFailure(http, answer);
  if (/^[^<{]*\b(ready|ok)\b/i.test(words)) return true;
  throw new CheckFailure(
    'protocol',
    `\`/-/ready\` was answered with something that does not say ready: \`${words.slice(0, 80)}\`.`,
  );
}
