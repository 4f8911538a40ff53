/** Datadog's API, as far as keys are validated and metrics are queried. Source: docs.datadoghq.com/api/latest. */
import { type Answer, type Handle, json, type Question } from '../http/answer.ts';
import { metricsOf } from './metrics.ts';
import { QueryProblem, runQuery, type Series } from './query.ts';
import { type DatadogState, labKeys } from './state.ts';

const refusal = (status: number, ...errors: string[]): Answer => json({ errors }, status);

export function datadogApi(state: DatadogState): Handle {
  return (question) => {
    if (question.path === '/api/v1/validate')
      return keyRefusal(question, ['dd-api-key'], state) ?? json({ valid: true });
    if (question.path === '/api/v1/query')
      return keyRefusal(question, ['dd-api-key', 'dd-application-key'], state) ?? query(question, state);
    return refusal(404, 'Not found');
  };
}

function keyRefusal(
  { headers }: Question,
  needed: readonly (keyof typeof labKeys)[],
  { keys }: DatadogState,
): Answer | null {
  if (needed.some((name) => headers[name] === undefined)) return refusal(401, 'Unauthorized');
  if (keys === 'refused' || needed.some((name) => headers[name] !== labKeys[name])) return refusal(403, 'Forbidden');
  return null;
}

function query({ query: parameters }: Question, state: DatadogState): Answer {
  const [from, to] = [Number(parameters.get('from')), Number(parameters.get('to'))];
  const text = parameters.get('query') ?? '';
  if (from < 1_262_304_000 || !(to > from)) return refusal(400, 'Queries before 2010 are invalid');
  const about = {
    res_type: 'time_series',
    resp_version: 1,
    query: text,
    from_date: from * 1000,
    to_date: to * 1000,
    group_by: [],
    values: [],
    times: [],
  };
  if (state.errorInside)
    return json({
      ...about,
      status: 'error',
      error: 'An internal error occurred, please try again later.',
      series: [],
    });
  try {
    const found = state.points === 'none' ? [] : runQuery(text, metricsOf(state));
    const interval = Math.ceil((to - from) / 300 / 20) * 20;
    const series = found.map((each) => asSeries(each, { from, to, interval }, state));
    return json({ ...about, status: 'ok', message: '', series });
  } catch (error) {
    if (error instanceof QueryProblem) return refusal(400, error.message);
    throw error;
  }
}

const staleSeconds = 600;

/** Points in milliseconds, one for each interval that has begun. */
function asSeries(
  { metric, aggregator, scope, tags, expression, at }: Series,
  { from, to, interval }: { from: number; to: number; interval: number },
  { points }: DatadogState,
): object {
  const end = Math.min(to, Date.now() / 1000) - (points === 'stale' ? staleSeconds : 0);
  const pointlist: [number, number | null][] = [];
  for (let time = Math.ceil(from / interval) * interval; time <= end; time += interval)
    pointlist.push([time * 1000, points === 'null' ? null : at(time * 1000)]);
  return {
    metric,
    display_name: metric,
    aggr: aggregator,
    scope,
    tag_set: tags,
    expression,
    query_index: 0,
    unit: [null, null],
    attributes: {},
    interval,
    length: pointlist.length,
    start: pointlist[0]?.[0] ?? from * 1000,
    end: (pointlist.at(-1)?.[0] ?? from * 1000) + interval * 1000 - 1,
    pointlist,
  };
}
