// Long because it is one check, against made answers and against the lab.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

type Rows = NonNullable<AttemptSketch['rows']>;

const block = (url: string, rows: Rows, params: Record<string, string> = {}) =>
  attempt({
    check: 'log-query',
    targets: [targetAt(url)],
    params: { target: 'service', index: 'logs-wallet', errors: 'level:error', ...params },
    rows,
  });

interface Answers {
  status?: number;
  /** One for each search; the last one for all that follow. */
  searches?: unknown[];
  health?: unknown;
  params?: Record<string, string>;
}

/** Puts the block to a server with these answers. */
async function ask(rows: Rows, { status = 200, searches = [found()], health = {}, params }: Answers = {}) {
  const asked: { method: string; url: string; body: Record<string, unknown> }[] = [];
  await using server = await serve((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += String(chunk);
    });
    request.on('end', () => {
      if (request.url === '/_cluster/health') return response.end(JSON.stringify(health));
      const answer = searches[Math.min(asked.length, searches.length - 1)];
      asked.push({
        method: request.method ?? '',
        url: request.url ?? '',
        body: JSON.parse(text) as Record<string, unknown>,
      });
      return response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  return { ...(await block(server.url, rows, params)), asked };
}

interface Sketch {
  total?: unknown;
  errors?: number | null;
  /** Seconds. */
  age?: number | null;
  more?: object;
}

/** The answer to a search. */
function found({ total = { value: 200, relation: 'eq' }, errors = 4, age = 3, more = {} }: Sketch = {}): object {
  return {
    took: 4,
    timed_out: false,
    _shards: { total: 5, successful: 5, skipped: 0, failed: 0 },
    hits: { total, max_score: null, hits: [] },
    aggregations: {
      newest: { value: age === null ? null : Date.now() - age * 1000 },
      ...(errors === null ? {} : { errors: { doc_count: errors } }),
    },
    ...more,
  };
}

const refusal = (type: string, reason: string, status: number): object => ({
  error: { root_cause: [{ type, reason }], type, reason },
  status,
});
const readingOf = (outcome: Awaited<ReturnType<typeof block>>, name: string) =>
  outcome.readings.find((reading) => reading.name === name)?.value;

/** The range of the field `time` that a search asks for. */
function rangeOf(body: unknown): { gte: number; lte: number } {
  const { query } = body as { query: { bool: { filter: [{ range: { time: { gte: number; lte: number } } }] } } };
  return query.bool.filter[0].range.time;
}

const allRows: Rows = {
  total: '> 100',
  errors: '< 10',
  errorShare: '< 5 %',
  newestAge: '< 60 s',
  cluster: '= green',
  latency: '< 5 s',
};

describe('log-query', () => {
  it('counts documents and errors, and reads the age of the newest and the health of the cluster', async () => {
    const outcome = await ask(allRows, { health: { status: 'green', unassigned_shards: 0 } });
    expect(outcome.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(outcome.verdict).toBe('pass');
    expect(readingOf(outcome, 'errorShare')).toBe(2);
  });

  it('understands the count of before version 7', async () => {
    expect(readingOf(await ask({ total: '= 250' }, { searches: [found({ total: 250 })] }), 'total')).toBe(250);
  });

  it('asks for counts alone, within window and scope', async () => {
    const params = { index: 'logs-<x>,a/b', window: '2 h', query: 'service:"swap-api"', timeField: 'time' };
    const { asked } = await ask({ errors: '< 10', total: '> 0' }, { params });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe('/logs-%3Cx%3E%2Ca%2Fb/_search?allow_no_indices=false');
    expect(asked[0]?.body).toMatchObject({
      size: 0,
      track_total_hits: true,
      query: { bool: { filter: [{ range: { time: {} } }, { query_string: { query: 'service:"swap-api"' } }] } },
      aggs: { newest: { max: { field: 'time' } }, errors: { filter: { query_string: { query: 'level:error' } } } },
    });
    const { gte, lte } = rangeOf(asked[0]?.body);
    expect(lte - gte).toBe(7_200_000);
    expect(Math.abs(Date.now() - lte)).toBeLessThan(5000);
  });

  it.each([
    ['too many errors', found({ errors: 40 }), '`errors` is 40; expected `< 10`.'],
    ['a pipeline that is behind', found({ age: 300 }), '`newestAge` is 5 min'],
  ])('fails %s', async (_, answer, message) => {
    const { verdict, reason } = await ask({ errors: '< 10', newestAge: '< 60 s' }, { searches: [answer] });
    expect(verdict).toBe('fail');
    expect(reason?.message).toContain(message);
  });

  it('does not take a window without documents for one without errors', async () => {
    const nothing = found({ total: { value: 0, relation: 'eq' }, errors: 0, age: null });
    for (const rows of [{ errors: '< 10' }, { errorShare: '< 5 %' }] as const)
      expect(await ask(rows, { searches: [nothing] })).toMatchObject({
        verdict: 'fail',
        reason: { message: expect.stringContaining('is absent') },
      });
  });

  it('looks further back for the newest document when the window is empty', async () => {
    const nothing = found({ total: { value: 0, relation: 'eq' }, errors: 0, age: null });
    const outcome = await ask({ newestAge: '< 60 s' }, { searches: [nothing, found({ age: 1320 })] });
    expect(outcome.asked).toHaveLength(2);
    expect(Math.round(Number(readingOf(outcome, 'newestAge')))).toBe(1320);
    expect(outcome.verdict).toBe('fail');
    expect(await ask({ newestAge: '< 60 s' }, { searches: [nothing, nothing] })).toMatchObject({
      verdict: 'fail',
      reason: { message: expect.stringContaining('`newestAge` is absent') },
    });
  });

  it('wants to be told what an error is', async () => {
    await using server = await serve((_, response) => response.end('{}'));
    const outcome = await attempt({
      check: 'log-query',
      targets: [targetAt(server.url)],
      params: { target: 'service', index: 'logs' },
      rows: { errorShare: '< 5 %' },
    });
    expect(outcome).toMatchObject({ verdict: 'error', reason: { code: 'config' } });
    expect(server.count).toBe(0);
  });

  it.each(['.', '..', 'a b'])('refuses the index `%s`', async (index) => {
    expect(await ask({ total: '> 0' }, { params: { index } })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config' },
    });
  });

  it.each(['15', 'soon', '0 min', '400 days', '-5 min'])('refuses the window `%s`', async (window) => {
    const { verdict, reason } = await ask({ total: '> 0' }, { params: { window } });
    expect(verdict).toBe('error');
    expect(reason?.message).toContain('expected a duration such as `15 min`');
  });

  it.each([
    [
      'a search that was given up',
      { timed_out: true },
      'timeout',
      '`service` answers in part: it gave the search up before every shard had answered, so its counts are too small.',
    ],
    [
      'a shard that failed',
      {
        _shards: {
          total: 5,
          successful: 4,
          failed: 1,
          failures: [
            { shard: 3, index: 'logs-1', reason: { type: 'circuit_breaking_exception', reason: 'too large' } },
          ],
        },
      },
      'protocol',
      '`service` answers in part: 1 of 5 shards failed, so its counts are too small.',
    ],
    [
      'a cluster that was left out',
      { _clusters: { total: 2, successful: 1, skipped: 1 } },
      'protocol',
      '`service` answers in part: 1 of the clusters that it asks did not answer in full, so its counts are too small.',
    ],
  ])('never judges counts of %s', async (_, more, code, message) => {
    const outcome = await ask({ errors: '< 10', total: '> 0' }, { searches: [found({ more })] });
    expect(outcome).toMatchObject({ verdict: 'fail', reason: { code, message } });
    expect(readingOf(outcome, 'errors')).toBe(4);
  });

  it('shows why a shard failed', async () => {
    const failures = [{ shard: 3, index: 'logs-1', reason: { type: 'x_exception', reason: 'too large' } }, null, 'odd'];
    const more = { _shards: { total: 5, successful: 2, failed: 3, failures } };
    expect((await ask({ total: '> 0' }, { searches: [found({ more })] })).evidence).toContainEqual(
      expect.objectContaining({
        title: 'Shards that failed',
        text: expect.stringMatching(/^logs-1\[3\] x_exception: too large\na failure that gives no readable reason\n/),
      }),
    );
  });

  it.each([
    [
      'an index that does not exist',
      404,
      refusal('index_not_found_exception', 'no such index [logs]', 404),
      'has no index',
    ],
    ['a pattern that matches none', 200, found({ more: { _shards: { total: 0, failed: 0 } } }), 'has no index'],
    [
      'a query that cannot be read',
      400,
      refusal('query_shard_exception', 'Failed to parse query [(]', 400),
      'Failed to parse',
    ],
  ])('takes %s for a mistake of the block', async (_, status, answer, words) => {
    const { verdict, reason } = await ask({ total: '> 0' }, { status, searches: [answer] });
    expect(verdict).toBe('error');
    expect(reason?.code).toBe('config');
    expect(reason?.message).toContain(words);
  });

  it.each([
    ['all shards failed', 503, refusal('search_phase_execution_exception', 'all shards failed', 503), 'http-status'],
    [
      'a missing credential',
      401,
      refusal('security_exception', 'missing authentication credentials', 401),
      'http-status',
    ],
    ['a proxy’s page', 502, '<html>502</html>', 'http-status'],
    ['another service', 404, '{"message":"not here"}', 'http-status'],
    ['a request that a proxy refuses', 400, '<html>400</html>', 'http-status'],
    ['too many searches', 429, refusal('es_rejected_execution_exception', 'rejected', 429), 'rate-limited'],
    ['an error inside a 200', 200, refusal('internal_exception', 'boom', 500), 'protocol'],
    ['an error in words inside a 200', 200, { error: 'boom' }, 'protocol'],
    ['a sign-in page', 200, '<html><title>Sign in</title></html>', 'protocol'],
  ])('names the fault of %s', async (_, status, answer, code) => {
    const { verdict, reason } = await ask({ total: '>= 0' }, { status, searches: [answer] });
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
  });

  it.each([
    ['nothing in it', {}],
    ['a list', []],
    ['null', null],
    ['a text', '""'],
    ['no word on time', found({ more: { timed_out: undefined } })],
    ['no word on shards', found({ more: { _shards: null } })],
    ['no hits', found({ more: { hits: null } })],
    ['a count that is a text', found({ total: '200' })],
    ['a count below 0', found({ total: -1 })],
    ['a count that is no whole number', found({ total: { value: 1.5, relation: 'eq' } })],
    ['an absurd count', found({ total: { value: 1e300, relation: 'eq' } })],
    ['a count that is only a lower bound', found({ total: { value: 10_000, relation: 'gte' } })],
    ['more errors than documents', found({ errors: 201 })],
    ['no count of errors', found({ errors: null })],
    ['no newest document among many', found({ age: null })],
    ['a newest document of before the window', found({ age: 5000 })],
    ['a newest document of the future', found({ age: -600 })],
    ['an absurd time', found({ more: { aggregations: { newest: { value: 1e300 }, errors: { doc_count: 1 } } } })],
    ['aggregations that are a list', found({ more: { aggregations: [] } })],
  ])('takes an answer with %s for a breach of protocol', async (_, answer) => {
    expect(await ask({ total: 'present', errors: 'present' }, { searches: [answer] })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'protocol' },
    });
  });

  it.each([
    ['red', { status: 'red', unassigned_shards: 2 }, 'expectation'],
    ['of an unknown colour', { status: 'blue' }, 'protocol'],
    ['null', null, 'protocol'],
  ])('fails a cluster whose health is %s', async (_, health, code) => {
    expect(await ask({ cluster: ['= green', 'in green, yellow'] }, { health })).toMatchObject({
      verdict: 'fail',
      reason: { code },
    });
  });
});

describe('log-query, on the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['elasticsearch'] });
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const rows: Rows = { ...allRows, total: 'between 500 and 700', errors: '< 30' };
  const look = (params?: Record<string, string>) => block(world.state.services.elasticsearch?.url ?? '', rows, params);

  it('passes while all is well', async () => {
    const outcome = await look();
    expect(outcome.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(outcome.verdict).toBe('pass');
    expect(
      await look({ index: 'logs-*', errors: 'level:(error OR fatal) AND NOT service:x', query: 'status:>=100' }),
    ).toMatchObject({
      verdict: 'pass',
    });
  });

  it.each([
    ['error-spike', 'expectation', '`errors` is'],
    ['pipeline-lag', 'expectation', '`total` is 0'],
    ['shards-failed', 'protocol', '1 of 5 shards failed'],
    ['timed-out', 'timeout', 'gave the search up'],
    ['red-cluster', 'expectation', '`cluster` is `red`'],
    ['index-missing', 'config', 'has no index `logs-wallet`'],
  ])('sees %s', async (fault, code, message) => {
    await world.break(`elasticsearch.${fault}`);
    const { verdict, reason } = await look();
    expect(verdict).toBe(code === 'config' ? 'error' : 'fail');
    expect(reason?.code).toBe(code);
    expect(reason?.message).toContain(message);
    await world.mend();
    expect((await look()).verdict).toBe('pass');
  });

  it('says how far the pipeline is behind', async () => {
    await world.break('elasticsearch.pipeline-lag');
    expect(Number(readingOf(await look(), 'newestAge'))).toBeCloseTo(22 * 60, -1);
  });

  it.each(['level:(error', 'level:error AND', '"open', 'OR'])('is told that `%s` is no query', async (errors) => {
    expect(await look({ errors })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: expect.stringContaining(`Failed to parse query [${errors}]`) },
    });
  });
});
