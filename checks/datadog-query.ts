import {
  ageOf,
  asPercent,
  CheckFailure,
  ConfigProblem,
  defineCheck,
  type Http,
  type HttpAnswer,
  param,
  readJson,
  statusFailure,
  takeNumber,
  takes,
} from 'runlight/check';
import { z } from 'zod';

/**
 * Proves that Datadog answers a metrics query, and reads the newest number of it.
 *
 * Readings: `value` (the newest point that is not null), `percent` (%, the same × 100, for a query that
 * gives a share between 0 and 1), `points` (points that are not null, of all series), `newestAge` (s, of
 * the newest point; of several series, of the one that is furthest behind), `series` (those that have
 * points), `latency` (ms). Several series become one number only as `take` says; by default more than one
 * is a mistake of the block. Without any point `value` is absent, which is not healthy.
 * Both keys belong to the target: `headers: { DD-API-KEY: { secret: … }, DD-APPLICATION-KEY: { secret: … } }`.
 * A 401 or 403 is about our keys and no outage; `/api/v1/validate` then tells which of the two it is.
 * A query that cannot be read is `config`, an error inside a 200 is `protocol` or `rate-limited`.
 * Sources: docs.datadoghq.com/api/latest (metrics: query timeseries points; authentication: validate API key).
 */
export default defineCheck({
  summary: 'Datadog answers a query with the number it should',
  layer: 'backend',
  params: {
    target: param.target(),
    query: param.text('a metrics query, such as `avg:wallet.error_share{env:prod}`'),
    window: param.duration().default(900_000),
    take: param.choice(takes).default('only'),
  },
  readings: {
    value: { type: 'number', summary: 'The newest number that the query gives' },
    percent: { unit: '%', summary: 'The same × 100, for a query that gives a share between 0 and 1' },
    points: { type: 'integer', summary: 'How many points there are in the window' },
    newestAge: { unit: 's', summary: 'Age of the newest point' },
    series: { type: 'integer', summary: 'How many series have points' },
    latency: { unit: 'ms', summary: 'Time of the query' },
  },
  async run({ params, http, wanted, evidence }) {
    const to = Math.floor(Date.now() / 1000);
    const from = to - Math.ceil(params.window / 1000);
    const { series, latency } = await ask(http, params.query, from, to);
    const filled = series.filter(({ newest }) => newest !== null);
    const ages = filled.map(({ newest }) => ageOf(newest?.at ?? Number.NaN, 'The newest point', evidence));
    if (filled.length < series.length)
      evidence('Series without points', `${series.length - filled.length} of ${series.length}`);
    const values = filled.map(({ name, newest }) => ({ name, value: newest?.value ?? Number.NaN }));
    const value = wanted.has('value') || wanted.has('percent') ? takeNumber(values, params.take, evidence) : null;
    return {
      value,
      percent: asPercent(value),
      points: series.reduce((sum, { points }) => sum + points, 0),
      newestAge: ages.length === 0 ? null : ages.reduce((a, b) => Math.max(a, b)),
      series: filled.length,
      latency,
    };
  },
});

interface Series {
  name: string;
  points: number;
  /** `at` in seconds since 1970. */
  newest: { at: number; value: number } | null;
}

const answerSchema = z.looseObject({
  series: z.array(
    z.looseObject({
      scope: z.string().nullish(),
      expression: z.string().nullish(),
      /** Seconds. */
      interval: z.number().nullish(),
      /** Times in milliseconds since 1970. */
      pointlist: z.array(z.tuple([z.number(), z.number().nullable()])),
    }),
  ),
});

async function ask(
  http: Http,
  query: string,
  from: number,
  to: number,
): Promise<{ series: Series[]; latency: number }> {
  const path = `/api/v1/query?${new URLSearchParams({ from: String(from), to: String(to), query })}`;
  const answer = await http(path, { anyStatus: true });
  if (answer.status < 200 || answer.status > 299) throw await refusal(http, answer);
  const { status, error } = readJson(answer, stateSchema, 'The answer of Datadog');
  if (status !== 'ok') throw errorInside(http, status, error ?? 'no reason given');
  const { series } = readJson(answer, answerSchema, 'The answer of Datadog');
  return {
    latency: answer.durationMs,
    series: series.map(({ scope, expression, interval, pointlist }) => {
      const points = pointlist.flatMap(([at, value]) => (value === null ? [] : [{ at: at / 1000, value }]));
      const newest = points.reduce<Series['newest']>(
        (best, point) => (best && best.at >= point.at ? best : point),
        null,
      );
      if (newest && newest.at < from - Math.max(interval ?? 0, 300))
        throw new CheckFailure('protocol', 'Datadog answered with points of before the window that it was asked for.');
      return { name: scope || expression || '{}', points: points.length, newest };
    }),
  };
}

const stateSchema = z.looseObject({ status: z.string(), error: z.string().nullish() });
const errorsSchema = z.looseObject({ errors: z.array(z.string()) });

function errorInside(http: Http, status: string, error: string): Error {
  if (/rate.?limit|too many/i.test(error))
    return new CheckFailure('rate-limited', `\`${http.target}\` answered 200, but said: ${sentence(error)}`);
  if (/pars(e|ing)/i.test(error)) return new ConfigProblem(`Datadog refuses \`query\`: ${sentence(error)}`);
  return new CheckFailure(
    'protocol',
    `\`${http.target}\` answered 200, but its status is \`${status.slice(0, 40)}\`: ${sentence(error)}`,
  );
}

async function refusal(http: Http, answer: HttpAnswer): Promise<Error> {
  const reason = reasonOf(answer);
  if (answer.status === 401 || answer.status === 403)
    return statusFailure(http, answer, reason, `These are our keys, not an outage of Datadog. ${await blame(http)}`);
  if (answer.status === 400 && reason !== '')
    return new ConfigProblem(`Datadog refuses \`query\`: ${sentence(reason)}`);
  return statusFailure(http, answer, reason);
}

/** Which of the two keys it is: Datadog validates the API key alone. */
async function blame(http: Http): Promise<string> {
  try {
    const answer = await http('/api/v1/validate', { anyStatus: true });
    if (answer.status === 401 || answer.status === 403)
      return 'The API key itself is refused: renew `DD-API-KEY` in the target’s headers, and look whether the address is that of our Datadog site.';
    if (answer.status === 200 && readJson(answer, z.looseObject({ valid: z.boolean() }), 'The validation').valid)
      return 'The API key is valid, so it is the application key: it is wrong, or lacks the right `timeseries_query`.';
  } catch {
    // What the first answer said is enough.
  }
  return 'Renew both keys in the target’s headers.';
}

function reasonOf(answer: HttpAnswer): string {
  try {
    return errorsSchema.parse(answer.json()).errors.join('; ');
  } catch {
    return '';
  }
}

const sentence = (text: string): string => `${text.trim().replace(/\s+/g, ' ').slice(0, 300).replace(/\.$/, '')}.`;
