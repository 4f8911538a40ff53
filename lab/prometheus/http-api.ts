/** The HTTP API of Prometheus, as far as clients ask it a question. Source: prometheus/prometheus docs/querying/api.md. */
import { type Answer, type Handle, json, type Question } from '../http/answer.ts';
import { evaluate } from './evaluate.ts';
import type { Result } from './expression.ts';
import { seriesOf } from './metrics.ts';
import { parse } from './parse.ts';
import { QueryError } from './query-error.ts';
import type { PrometheusState } from './state.ts';
import { storageOf } from './storage.ts';

const staleSeconds = 240;
const version = '2.53.5';

const text = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

const refusal = (status: number, errorType: string, error: string): Answer =>
  json({ status: 'error', errorType, error }, status);

/** `since`: when the processes that it watches started, in seconds since 1970. */
export function prometheusApi(state: PrometheusState, since: number): Handle {
  return (question) => {
    const { path, method } = question;
    if (path === '/-/healthy') return text('Prometheus Server is Healthy.\n');
    if (path === '/-/ready' && state.ready) return text('Prometheus Server is Ready.\n');
    if (!state.ready) return text('Service Unavailable', 503);
    if (path === '/api/v1/query' && (method === 'GET' || method === 'POST')) return query(question, state, since);
    if (path === '/api/v1/status/buildinfo') return json({ status: 'success', data: { version, branch: 'HEAD' } });
    return text('404 page not found\n', 404);
  };
}

function query(question: Question, state: PrometheusState, since: number): Answer {
  const parameters = question.method === 'POST' ? new URLSearchParams(question.body) : question.query;
  const now = Date.now() / 1000;
  const given = parameters.get('time');
  const time = given === null ? Math.round(now * 1000) / 1000 : Number(given);
  if (!Number.isFinite(time))
    return refusal(400, 'bad_data', 'invalid parameter "time": cannot parse it to a valid timestamp');
  try {
    const expression = parse(parameters.get('query') ?? '');
    if (state.queries === 'given-up') return refusal(503, 'timeout', 'query timed out in expression evaluation');
    const storage = storageOf(seriesOf(state, since), { lag: state.samples === 'stale' ? staleSeconds : 0 });
    return json({ status: 'success', data: asData(evaluate(expression, storage, time), time) });
  } catch (error) {
    if (error instanceof QueryError) return refusal(error.type === 'bad_data' ? 400 : 422, error.type, error.message);
    throw error;
  }
}

function asData(result: Result, time: number): object {
  switch (result.type) {
    case 'scalar':
      return { resultType: 'scalar', result: [time, number(result.value)] };
    case 'vector':
      return {
        resultType: 'vector',
        result: result.samples.map(({ labels, value }) => ({
          metric: labels,
          value: [time, number(value)],
        })),
      };
    case 'matrix':
      return {
        resultType: 'matrix',
        result: result.ranges.map(({ labels, points }) => ({
          metric: labels,
          values: points.map(([at, value]) => [at, number(value)]),
        })),
      };
  }
}

/** Numbers are texts, since JSON has no word for `NaN` and the infinite ones. */
function number(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return String(value);
}
