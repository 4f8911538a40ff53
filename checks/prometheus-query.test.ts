// Long because it is one check, against made answers, the lab and a real Prometheus.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';
import {
  prometheusBinary,
  prometheusMissing,
  type RealPrometheus,
  startPrometheus,
  waitFor,
} from '../tests/contract/real-prometheus.ts';

type Rows = NonNullable<AttemptSketch['rows']>;

const block = (url: string, rows: Rows, params: Record<string, string>) =>
  attempt({ check: 'prometheus-query', targets: [targetAt(url)], params: { target: 'service', ...params }, rows });

interface Given {
  status?: number;
  body?: unknown;
  /** The answer of `/-/ready`: status and words. */
  ready?: [status: number, words: string];
  params?: Record<string, string>;
}

/** Puts the block to a server with this answer. */
async function ask(
  rows: Rows,
  { status = 200, body, ready = [200, 'Prometheus Server is Ready.'], params = {} }: Given,
) {
  const asked: { method: string; url: string; body: string }[] = [];
  await using server = await serve((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += String(chunk);
    });
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', body: text });
      if (request.url === '/-/ready') response.writeHead(ready[0]).end(ready[1]);
      else response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  return { ...(await block(server.url, rows, { query: 'up', ...params })), asked };
}

const now = (): number => Date.now() / 1000;
const success = (resultType: string, result: unknown, more: object = {}): object => ({
  status: 'success',
  data: { resultType, result },
  ...more,
});
/** A vector with one series for each value. */
const vector = (...values: unknown[]): object =>
  success(
    'vector',
    values.map((value, index) => ({ metric: { __name__: 'up', instance: `i${index}` }, value: [now(), value] })),
  );
const error = (errorType: string, words: string): object => ({ status: 'error', errorType, error: words });
const readingOf = (outcome: Awaited<ReturnType<typeof block>>, name: string) =>
  outcome.readings.find((reading) => reading.name === name)?.value;

describe('prometheus-query', () => {
  it('reads the number, its share in per cent, how many series there are, and the time it took', async () => {
    const outcome = await ask(
      { value: '< 0.05', percent: '< 5 %', series: '= 1', latency: '< 5 s', ready: '= true' },
      { body: vector('0.07e-01') },
    );
    expect(outcome.verdict).toBe('pass');
    expect(readingOf(outcome, 'percent')).toBe(0.7);
    expect(outcome.evidence).toContainEqual(
      expect.objectContaining({ title: 'The series', text: 'up{instance="i0"}: 0.007' }),
    );
  });

  it('reads a scalar', async () => {
    expect(readingOf(await ask({ value: '= 3' }, { body: success('scalar', [now(), '3']) }), 'value')).toBe(3);
  });

  it('asks by GET, and a long query by a form', async () => {
    const short = await ask({ value: '= 1' }, { body: vector('1'), params: { query: 'sum(up{a=~"b|c"}) + 1' } });
    expect(short.asked).toEqual([
      { method: 'GET', url: '/api/v1/query?query=sum%28up%7Ba%3D%7E%22b%7Cc%22%7D%29+%2B+1', body: '' },
    ]);
    const query = `sum(up{a=~"${'b|'.repeat(1000)}c"})`;
    const { asked } = await ask({ value: '= 1' }, { body: vector('1'), params: { query } });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/api/v1/query' });
    expect(new URLSearchParams(asked[0]?.body).get('query')).toBe(query);
  });

  it.each([
    ['no series', vector(), '`value` is absent'],
    ['0 divided by 0', vector('NaN'), '`value` is absent'],
    ['an infinite number', vector('+Inf'), '`value` is absent'],
    ['a number beyond all numbers', vector('1e999'), '`value` is absent'],
    ['a number that is too large', vector('0.4'), '`value` is 0.4; expected `< 0.05`.'],
  ])('is not healthy with %s', async (_, body, message) => {
    const { verdict, reason } = await ask({ value: '< 0.05' }, { body });
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe('expectation');
    expect(reason?.message).toContain(message);
  });

  it('never takes the absence of series for a small percentage', async () => {
    expect(await ask({ percent: '< 5 %' }, { body: vector() })).toMatchObject({
      verdict: 'fail',
      reason: { message: expect.stringContaining('`percent` is absent') },
    });
  });

  it('says of a share of nothing that there was nothing to measure', async () => {
    const { evidence } = await ask({ value: '< 1' }, { body: vector('NaN') });
    expect(evidence).toContainEqual(
      expect.objectContaining({ title: 'No number', text: expect.stringContaining('nothing to measure') }),
    );
  });

  it('makes one number of several series only as the block says', async () => {
    const several = { body: vector('3', '1', '2') };
    expect(await ask({ value: '> 0' }, several)).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: expect.stringContaining('gives 3 series') },
    });
    for (const [take, value] of [
      ['max', 3],
      ['min', 1],
      ['sum', 6],
    ] as const)
      expect(readingOf(await ask({ value: '> 0' }, { ...several, params: { take } }), 'value')).toBe(value);
    expect(await ask({ value: '> 0' }, { body: vector('3', 'NaN'), params: { take: 'max' } })).toMatchObject({
      verdict: 'fail',
    });
  });

  it('counts several series without asking for one number', async () => {
    expect(await ask({ series: '= 3' }, { body: vector('3', '1', '2') })).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['a parse error', 400, error('bad_data', 'invalid parameter "query": 1:4: parse error: unexpected end')],
    ['an execution error', 422, error('execution', 'many-to-many matching not allowed')],
    ['the error of another server of this API', 422, error('422', 'unknown function "foo"')],
    ['a refusal inside a 200', 200, error('bad_data', 'parse error')],
    ['a range of samples', 200, success('matrix', [{ metric: {}, values: [[now(), '1']] }])],
    ['a text', 200, success('string', [now(), 'hello'])],
    ['histograms', 200, success('vector', [{ metric: {}, histogram: [now(), { count: '1' }] }])],
  ])('takes %s for a mistake of the block', async (_, status, body) => {
    const { verdict, reason } = await ask({ value: '= 1' }, { status, body });
    expect(verdict).toBe('error');
    expect(reason?.code).toBe('config');
    expect(reason?.message).toContain('`query`');
  });

  it.each([
    ['a query that is given up', 503, error('timeout', 'query timed out'), 'timeout'],
    ['an unavailable server', 503, error('unavailable', 'not now'), 'http-status'],
    ['an error of its own', 500, error('internal', 'boom'), 'http-status'],
    ['an error inside a 200', 200, error('internal', 'boom'), 'protocol'],
    ['a server that is starting', 503, 'Service Unavailable', 'http-status'],
    ['another path', 404, '404 page not found', 'http-status'],
    ['a refused credential', 401, 'Unauthorized', 'http-status'],
    ['a limit', 429, '', 'rate-limited'],
    ['a page', 200, '<html><title>Sign in</title></html>', 'protocol'],
    ['a gateway’s page', 502, '<html>502</html>', 'http-status'],
  ])('names the fault of %s', async (_, status, body, code) => {
    const { verdict, reason } = await ask({ value: '= 1' }, { status, body });
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
  });

  it('says of a refused credential that it is ours', async () => {
    const { reason } = await ask({ value: '= 1' }, { status: 403, body: 'Forbidden' });
    expect(reason?.message).toBe('`service` answered 403: Forbidden.');
    expect(reason?.hint).toContain('our credential');
  });

  it.each([
    ['nothing in it', {}],
    ['a list', []],
    ['null', null],
    ['success without data', { status: 'success' }],
    ['null data', { status: 'success', data: null }],
    ['an unknown type of result', success('tensor', [])],
    ['a vector that is none', success('vector', { length: 1 })],
    ['a vector of nulls', success('vector', [null])],
    ['a value that is no text', vector(1)],
    ['a value that is no number', vector('0x1')],
    ['an empty value', vector('')],
    ['a value with words behind', vector('1 or so')],
    ['a scalar that is too short', success('scalar', [now()])],
    ['labels that are no texts', success('vector', [{ metric: { a: 1 }, value: [now(), '1'] }])],
    ['the answer of an hour ago', success('vector', [{ metric: {}, value: [now() - 3600, '1'] }])],
    ['the answer of tomorrow', success('scalar', [now() + 86_400, '1'])],
    ['an absurd time', success('scalar', [1e300, '1'])],
  ])('takes an answer with %s for a breach of protocol', async (_, body) => {
    expect(await ask({ value: 'present' }, { body })).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it('survives labels with the names of prototypes, and thousands of series', async () => {
    const metric = JSON.parse('{"__proto__":"x","constructor":"y"}') as object;
    expect(await ask({ value: '= 1' }, { body: success('vector', [{ metric, value: [now(), '1'] }]) })).toMatchObject({
      verdict: 'pass',
    });
    const many = vector(...Array.from({ length: 8000 }, () => '1'));
    expect(await ask({ value: '= 8000' }, { body: many, params: { take: 'sum' } })).toMatchObject({ verdict: 'pass' });
  });

  it('keeps the warnings of Prometheus', async () => {
    const body = success('scalar', [now(), '1'], {
      warnings: ['partial response'],
      infos: ['metric might be no counter'],
    });
    expect((await ask({ value: '= 1' }, { body })).evidence).toContainEqual(
      expect.objectContaining({ title: 'Prometheus remarks', text: 'partial response\nmetric might be no counter' }),
    );
  });

  it('tells a server that is not ready, and one that says something else', async () => {
    const body = vector('1');
    expect(await ask({ ready: '= true' }, { body, ready: [503, 'Service Unavailable'] })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: '`ready` is false; expected `= true`.' },
    });
    for (const words of ['<html>ready</html>', '', '{"ready":true}'])
      expect(await ask({ ready: '= true' }, { body, ready: [200, words] })).toMatchObject({
        verdict: 'fail',
        reason: { code: 'protocol' },
      });
    expect((await ask({ value: '= 1' }, { body, ready: [500, ''] })).verdict).toBe('pass');
  });

  it('wants a selector for an age', async () => {
    expect(await ask({ age: '< 60 s' }, { body: vector('1') })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: expect.stringContaining('`ageOf`') },
    });
    const params = { ageOf: 'up' };
    const old = await ask({ age: '< 60 s' }, { body: vector(String(now() - 90), String(now() - 70)), params });
    expect(old).toMatchObject({ verdict: 'fail', reason: { code: 'expectation' } });
    expect(Math.round(Number(readingOf(old, 'age')))).toBe(70);
    expect(await ask({ age: '< 60 s' }, { body: vector(), params })).toMatchObject({ verdict: 'fail' });
    expect(await ask({ age: '< 60 s' }, { body: vector('NaN'), params })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'protocol' },
    });
    expect(await ask({ age: '< 60 s' }, { body: vector(String(now() + 900)), params })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'protocol' },
    });
  });
});

describe('prometheus-query, on the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['prometheus'] });
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const errors: Rows = { percent: '< 5 %', ready: '= true', age: '< 60 s', latency: '< 5 s' };
  const share = {
    query: 'sum(rate(http_requests_total{code=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))',
    ageOf: 'up{job="wallet-api"}',
  };
  const look = (rows = errors, params: Record<string, string> = share) =>
    block(world.state.services.prometheus?.url ?? '', rows, params);

  it('passes while all is well', async () => {
    expect(await look()).toMatchObject({ verdict: 'pass' });
    const query = 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[5m])))';
    expect(await look({ value: 'between 0.1 and 0.25' }, { query })).toMatchObject({ verdict: 'pass' });
    expect(await look({ value: '= 1' }, { query: 'up{job="wallet-api"}', take: 'min' })).toMatchObject({
      verdict: 'pass',
    });
  });

  it.each([
    ['error-spike', 'expectation', '`percent` is 3'],
    ['nan', 'expectation', '`percent` is absent'],
    ['no-data', 'expectation', '`percent` is absent'],
    ['stale-samples', 'expectation', '`age` is 4 min'],
    ['query-timeout', 'timeout', 'query timed out in expression evaluation'],
    ['not-ready', 'http-status', '`service` answered 503: Service Unavailable.'],
  ])('sees %s', async (fault, code, message) => {
    await world.break(`prometheus.${fault}`);
    const { verdict, reason } = await look();
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
    expect(reason?.message).toContain(message);
    await world.mend();
    expect((await look()).verdict).toBe('pass');
  });

  it('sees target-down', async () => {
    await world.break('prometheus.target-down');
    expect(await look({ value: '= 1' }, { query: 'up{job="wallet-api"}', take: 'min' })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: '`value` is 0; expected `= 1`.' },
    });
  });
});

describe('prometheus-query, on a real Prometheus', () => {
  let real: RealPrometheus | null = null;
  beforeAll(async () => {
    if (prometheusBinary === null) return;
    real = await startPrometheus();
    await waitFor(real.url, 'up == 1');
  }, 40_000);
  afterAll(() => real?.[Symbol.asyncDispose]());

  const look = (rows: Rows, params: Record<string, string>) => block(real?.url ?? '', rows, params);
  const wantsReal = (skip: (condition: boolean, note: string) => void): void =>
    skip(prometheusBinary === null, prometheusMissing);

  it('passes what is well', async ({ skip }) => {
    wantsReal(skip);
    expect(
      await look(
        { value: '= 1', series: '= 1', percent: '= 100 %', ready: '= true', age: '< 5 s', latency: '< 5 s' },
        { query: 'up{job="itself"}', ageOf: 'up{job="itself"}' },
      ),
    ).toMatchObject({ verdict: 'pass' });
    const query = `sum(up{job=~"${'x|'.repeat(1000)}itself"})`;
    expect(await look({ value: '= 1' }, { query })).toMatchObject({ verdict: 'pass' });
  });

  it.for([
    ['an empty vector', { query: 'no_such_metric' }, 'fail', 'expectation'],
    ['NaN', { query: '0 / 0' }, 'fail', 'expectation'],
    ['an infinite number', { query: '1 / 0' }, 'fail', 'expectation'],
    ['several series', { query: 'go_gc_duration_seconds' }, 'error', 'config'],
    ['a range', { query: 'up[1m]' }, 'error', 'config'],
    ['a text', { query: '"up"' }, 'error', 'config'],
    ['what cannot be read', { query: 'up{' }, 'error', 'config'],
    ['what cannot be evaluated', { query: 'go_gc_duration_seconds * on() up * on() up' }, 'error', 'config'],
  ] as const)('tells %s', async ([, params, verdict, code], { skip }) => {
    wantsReal(skip);
    expect(await look({ value: '= 1' }, params)).toMatchObject({ verdict, reason: { code } });
  });
});
