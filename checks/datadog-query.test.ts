import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { labKeys } from '../lab/datadog/state.ts';
import { startWorld, type World } from '../lab/world.ts';
import { type AttemptSketch, attempt } from '../tests/contract/attempt.ts';
import { serve } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

type Rows = NonNullable<AttemptSketch['rows']>;

const block = (url: string, rows: Rows, params: Record<string, string> = {}) =>
  attempt({
    check: 'datadog-query',
    targets: [targetAt(url, { headers: labKeys })],
    params: { target: 'service', query: 'avg:wallet.error_share{*}', ...params },
    rows,
  });

interface Answers {
  status?: number;
  body: unknown;
  /** The answer of `/api/v1/validate`. */
  validate?: [status: number, body: unknown];
  params?: Record<string, string>;
}

/** Puts the block to a server with these answers. */
async function ask(rows: Rows, { status = 200, body, validate = [200, { valid: true }], params }: Answers) {
  const asked: { url: string; keys: unknown[] }[] = [];
  await using server = await serve((request, response) => {
    const { url = '', headers } = request;
    asked.push({ url, keys: [headers['dd-api-key'], headers['dd-application-key']] });
    if (url === '/api/v1/validate') response.writeHead(validate[0]).end(JSON.stringify(validate[1]));
    else response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  return { ...(await block(server.url, rows, params)), asked };
}

type Point = readonly [secondsAgo: number, value: unknown];

const series = (points: readonly Point[], more: object = {}): object => ({
  scope: 'env:prod',
  interval: 20,
  pointlist: points.map(([ago, value]) => [Date.now() - ago * 1000, value]),
  ...more,
});
const answer = (...list: unknown[]): object => ({ status: 'ok', res_type: 'time_series', series: list });
const readingOf = (outcome: Awaited<ReturnType<typeof block>>, name: string) =>
  outcome.readings.find((reading) => reading.name === name)?.value;

const allRows: Rows = {
  value: '< 0.05',
  percent: '< 5 %',
  points: '= 2',
  newestAge: '< 60 s',
  series: '= 1',
  latency: '< 5 s',
};

describe('datadog-query', () => {
  it('reads the newest point that is not null', async () => {
    const outcome = await ask(allRows, {
      body: answer(
        series([
          [60, 0.5],
          [40, 0.004],
          [20, null],
        ]),
      ),
    });
    expect(outcome.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(outcome.verdict).toBe('pass');
    expect(readingOf(outcome, 'percent')).toBe(0.4);
    expect(Math.round(Number(readingOf(outcome, 'newestAge')))).toBe(40);
  });

  it('finds the newest point in any order', async () => {
    const points: Point[] = [
      [20, 3],
      [60, 1],
      [40, 2],
    ];
    expect(readingOf(await ask({ value: '= 3' }, { body: answer(series(points)) }), 'value')).toBe(3);
  });

  it('asks for the window in seconds, with the keys of the target', async () => {
    const params = { query: 'sum:a{b:c} / sum:d{*}', window: '2 h' };
    const { asked } = await ask({ value: '= 1' }, { body: answer(series([[20, 1]])), params });
    expect(asked).toHaveLength(1);
    const url = new URL(asked[0]?.url ?? '', 'http://x');
    const [from, to] = [Number(url.searchParams.get('from')), Number(url.searchParams.get('to'))];
    expect(url.pathname).toBe('/api/v1/query');
    expect(to - from).toBe(7200);
    expect(Math.abs(Date.now() / 1000 - to)).toBeLessThan(5);
    expect(url.searchParams.get('query')).toBe('sum:a{b:c} / sum:d{*}');
    expect(asked[0]?.keys).toEqual(['lab-api-key', 'lab-application-key']);
  });

  it.each([
    ['no series', answer()],
    ['a series without points', answer(series([]))],
    ['null points only', answer(series([[20, null]]))],
  ])('is not healthy with %s', async (_, body) => {
    const outcome = await ask({ value: '< 0.05', percent: '< 5 %', newestAge: '< 60 s' }, { body });
    expect(outcome.verdict).toBe('fail');
    expect(outcome.readings.map(({ value }) => value)).toEqual([null, null, null]);
    expect(await ask({ points: '= 0', series: '= 0' }, { body })).toMatchObject({ verdict: 'pass' });
  });

  it('makes one number of several series only as the block says', async () => {
    const body = answer(series([[20, 1]]), series([[300, 4]], { scope: 'host:b' }), series([[20, null]]));
    expect(await ask({ value: '> 0' }, { body })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: expect.stringContaining('gives 2 series') },
    });
    const outcome = await ask({ value: '= 5', newestAge: '> 0 s', series: '= 2' }, { body, params: { take: 'sum' } });
    expect(outcome.verdict).toBe('pass');
    expect(Math.round(Number(readingOf(outcome, 'newestAge')))).toBe(300);
    expect(outcome.evidence).toContainEqual(
      expect.objectContaining({ title: '2 series', text: 'env:prod: 1\nhost:b: 4' }),
    );
  });

  it.each([
    [[200, { valid: true }], 'it is the application key'],
    [[403, { errors: ['Forbidden'] }], 'The API key itself is refused'],
    [[500, null], 'Renew both keys'],
    [[200, null], 'Renew both keys'],
  ] as const)('says whose fault a 403 is, when a validation gives %j', async (validate, words) => {
    const { verdict, reason } = await ask(
      { value: '< 1' },
      { status: 403, body: { errors: ['Forbidden'] }, validate: [...validate] },
    );
    expect(verdict).toBe('fail');
    expect(reason).toMatchObject({ code: 'http-status', message: '`service` answered 403: Forbidden.' });
    expect(reason?.hint).toContain('our keys, not an outage');
    expect(reason?.hint).toContain(words);
  });

  it.each([
    ['a query that cannot be read', 400, { errors: ['Error parsing query: unable to parse x'] }],
    ['the same inside a 200', 200, { status: 'error', error: 'Error parsing query: unable to parse x' }],
  ])('takes %s for a mistake of the block', async (_, status, body) => {
    expect(await ask({ value: '< 1' }, { status, body })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: 'Datadog refuses `query`: Error parsing query: unable to parse x.' },
    });
  });

  it.each([
    ['an error inside a 200', 200, { status: 'error', error: 'please try again later' }, 'protocol'],
    ['an error inside a 200 beside series', 200, { ...answer(series([[20, 0]])), status: 'error' }, 'protocol'],
    ['a limit inside a 200', 200, { status: 'error', error: 'Rate limit of 300 requests exceeded' }, 'rate-limited'],
    ['a limit', 429, { errors: ['Too many requests'] }, 'rate-limited'],
    ['an outage', 503, '<html>503</html>', 'http-status'],
    ['a gateway that refuses', 400, '<html>400</html>', 'http-status'],
    ['another site', 404, { errors: ['Not found'] }, 'http-status'],
    ['a sign-in page', 200, '<html><title>Sign in</title></html>', 'protocol'],
  ])('names the fault of %s', async (_, status, body, code) => {
    const { verdict, reason } = await ask({ points: '>= 0' }, { status, body });
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
  });

  it.each([
    ['nothing in it', {}],
    ['a list', []],
    ['null', null],
    ['a text', '""'],
    ['no series', { status: 'ok' }],
    ['null for series', { status: 'ok', series: null }],
    ['null for a series', answer(null)],
    ['no list of points', answer({ scope: '*' })],
    ['a point that is null', answer({ pointlist: [null] })],
    ['a point that is too short', answer({ pointlist: [[Date.now()]] })],
    ['a point without a time', answer({ pointlist: [[null, 1]] })],
    ['a value that is a text', answer(series([[20, '1']]))],
    ['a point of the future', answer(series([[-900, 1]]))],
    ['a point of long before', answer(series([[7200, 1]]))],
    ['times in seconds', answer({ pointlist: [[Date.now() / 1000, 1]] })],
    ['an absurd time', answer({ pointlist: [[1e300, 1]] })],
  ])('takes an answer with %s for a breach of protocol', async (_, body) => {
    expect(await ask({ points: '>= 0' }, { body })).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it('survives numbers beyond all numbers, and thousands of series', async () => {
    const body = `{"status":"ok","series":[{"pointlist":[[${Date.now()},1e308]]},{"pointlist":[[${Date.now()},1e308]]}]}`;
    expect(await ask({ percent: '< 5 %' }, { body, params: { take: 'sum' } })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation' },
    });
    const many = answer(...Array.from({ length: 8000 }, () => series([[20, 1]])));
    expect(await ask({ value: '= 8000' }, { body: many, params: { take: 'sum' } })).toMatchObject({ verdict: 'pass' });
  });
});

describe('datadog-query, on the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['datadog'] });
  });
  afterEach(() => world.mend());
  afterAll(() => world.stop());

  const rows: Rows = { percent: '< 5 %', newestAge: '< 60 s', points: '> 30', series: '= 1', latency: '< 5 s' };
  const look = (params?: Record<string, string>, of = rows) =>
    block(world.state.services.datadog?.url ?? '', of, params);

  it('passes while all is well', async () => {
    const outcome = await look();
    expect(outcome.readings.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(outcome.verdict).toBe('pass');
    const share = 'sum:wallet.requests.errors{env:prod}.as_count() / sum:wallet.requests{env:prod}.as_count()';
    expect((await look({ query: share })).verdict).toBe('pass');
    const query = 'min:wallet.crash_free_sessions{*} by {platform}';
    expect(await look({ query, take: 'min' }, { percent: '> 99 %', series: '= 3' })).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['key-invalid', 'http-status', 'answered 403: Forbidden'],
    ['no-data', 'expectation', '`percent` is absent'],
    ['null-points', 'expectation', '`percent` is absent'],
    ['stale-points', 'expectation', '`newestAge` is 10 min'],
    ['error-in-200', 'protocol', 'its status is `error`'],
    ['error-spike', 'expectation', '`percent` is'],
  ])('sees %s', async (fault, code, message) => {
    await world.break(`datadog.${fault}`);
    const { verdict, reason } = await look();
    expect(verdict).toBe('fail');
    expect(reason?.code).toBe(code);
    expect(reason?.message).toContain(message);
    await world.mend();
    expect((await look()).verdict).toBe('pass');
  });

  it('is told that a query cannot be read, and that keys are missing', async () => {
    expect(await look({ query: 'avg:wallet.error_share' })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: expect.stringContaining('Error parsing query') },
    });
    const bare = await attempt({
      check: 'datadog-query',
      targets: [targetAt(world.state.services.datadog?.url ?? '')],
      params: { target: 'service', query: 'avg:wallet.error_share{*}' },
      rows,
    });
    expect(bare.reason).toMatchObject({ code: 'http-status', message: '`service` answered 401: Unauthorized.' });
    expect(bare.reason?.hint).toContain('The API key itself is refused');
  });
});
