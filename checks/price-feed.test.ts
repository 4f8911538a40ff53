import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { attempt } from '../tests/contract/attempt.ts';
import { type FakeAnswer, serveApi } from '../tests/contract/fake-api.ts';
import { closedPort } from '../tests/contract/loopback.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const now = (): number => Math.floor(Date.now() / 1000);
const priced = (value: unknown, age = 20): FakeAnswer => ({
  json: { ethereum: { usd: value, last_updated_at: now() - age } },
});

const allRows = {
  price: 'between 500 and 20000',
  age: ['< 2 min', '< 10 min'] as [string, string],
  deviation: ['< 1 %', '< 3 %'] as [string, string],
  latency: '< 5 s',
};

async function ask(
  first: FakeAnswer,
  second: FakeAnswer | null = priced(2951),
  {
    rows = allRows,
    params = {},
  }: { rows?: Record<string, string | [string, string]>; params?: Record<string, string> } = {},
) {
  await using main = await serveApi(() => first);
  await using peer = await serveApi(() => second ?? {});
  const targets = [
    targetAt(main.url, { name: 'first', peers: second ? ['second'] : [] }),
    targetAt(peer.url, { name: 'second' }),
  ];
  const outcome = await attempt({
    check: 'price-feed',
    targets,
    params: { target: 'first', asset: 'ethereum', ...params },
    rows,
  });
  const values = Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value]));
  return { ...outcome, values, asked: main.asked, peerAsked: peer.asked };
}

describe('price-feed', () => {
  it('passes a fresh price that the second feed agrees with', async () => {
    const { verdict, values, asked, evidence } = await ask(priced(2950));
    expect(verdict).toBe('pass');
    expect(values).toMatchObject({ price: 2950, deviation: 0.034 });
    expect(asked).toEqual(['/api/v3/simple/price?ids=ethereum&vs_currencies=usd&include_last_updated_at=true']);
    expect(evidence[0]?.text).toMatch(/^first: 2950 usd, updated 20.+Z\nsecond: 2951 usd, updated 20.+Z$/);
  });

  it('asks the second feed only where a row names the deviation', async () => {
    const { verdict, peerAsked } = await ask(priced(2950), priced(1), { rows: { price: '> 0' } });
    expect(verdict).toBe('pass');
    expect(peerAsked).toEqual([]);
  });

  it('asks in another currency', async () => {
    const { values, asked } = await ask(
      { json: { ethereum: { brl: 16_520.5, last_updated_at: now() } } },
      { json: { ethereum: { brl: 16_520.5, last_updated_at: now() } } },
      { params: { currency: 'brl' } },
    );
    expect(values).toMatchObject({ price: 16_520.5, deviation: 0 });
    expect(asked[0]).toContain('vs_currencies=brl');
  });

  it.each([
    ['an old price', priced(2950, 2_700), '`age` is 45 min'],
    ['a price ten times too high', priced(29_500), '`price` is 29500'],
    ['a price below the second feed’s', priced(2700), '`deviation` is 8.506 %'],
  ])('fails %s', async (_, answer, message) => {
    const { verdict, reason } = await ask(answer);
    expect(verdict).toBe('fail');
    expect(reason?.message).toContain(message);
  });

  it('says of an asset that is left out that the feed works', async () => {
    for (const json of [{}, { bitcoin: { usd: 1, last_updated_at: 1 } }]) {
      const { verdict, reason } = await ask({ json });
      expect(verdict).toBe('fail');
      expect(reason).toMatchObject({
        code: 'expectation',
        message: '`first` answers, and has no price of `ethereum`.',
        hint: expect.stringContaining('is still its id'),
      });
    }
    expect((await ask({ json: { ethereum: { last_updated_at: 1 } } })).reason?.message).toBe(
      '`first` knows `ethereum`, and has no price of it in `usd`.',
    );
  });

  it.each([[0], [-1], ['2950'], [1e300], [1e-300], [true], [{}], [[2950]]])(
    'never takes %j for a price',
    async (value) => {
      const { verdict, reason } = await ask(priced(value));
      expect(verdict).toBe('fail');
      expect(reason).toMatchObject({ code: 'protocol', message: expect.stringContaining('that can be no price.') });
    },
  );

  it.each([
    ['a list', { json: [] }],
    ['nothing', { json: null }],
    ['a text', { json: '' }],
    ['a text for the asset', { json: { ethereum: '2950' } }],
    ['a price without a time', { json: { ethereum: { usd: 2950 } } }],
    ['a time that is a text', { json: { ethereum: { usd: 2950, last_updated_at: 'now' } } }],
    ['a number out of range', { text: '{"ethereum":{"usd":1e999,"last_updated_at":1}}' }],
    ['a price from the future', priced(2950, -3600)],
    ['a time in milliseconds', { json: { ethereum: { usd: 2950, last_updated_at: Date.now() } } }],
    ['an error inside a 200', { json: { error: 'coin not found' } }],
  ])('says `protocol` of %s', async (_, answer) => {
    expect(await ask(answer)).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it.each([
    ['429', { status: 429, json: {} }],
    [
      'a code inside a 200',
      { json: { status: { error_code: 429, error_message: 'You’ve exceeded the Rate Limit.' } } },
    ],
    [
      'a code inside a 403',
      { status: 403, json: { error: { status: { error_code: 429, error_message: 'Slow down' } } } },
    ],
    ['words', { status: 400, json: { error: 'Rate limit exceeded' } }],
  ])('finds a limit said by %s', async (_, answer) => {
    expect(await ask(answer)).toMatchObject({ verdict: 'fail', reason: { code: 'rate-limited' } });
  });

  it('repeats what the feed says with an error status', async () => {
    const refused = await ask({
      status: 401,
      json: { error: { status: { error_code: 10_002, error_message: 'API Key Missing' } } },
    });
    expect(refused.reason).toMatchObject({
      code: 'http-status',
      message: '`first` answered 401; expected a status between 200 and 299. It says: API Key Missing.',
    });
    expect((await ask({ status: 502, text: '<html>' })).reason).toMatchObject({
      code: 'http-status',
      message: '`first` answered 502; expected a status between 200 and 299.',
    });
  });

  it('reads the asset that is named `status` as an asset', async () => {
    const { verdict, values } = await ask({ json: { status: { usd: 0.02, last_updated_at: now() } } }, null, {
      rows: { price: '> 0' },
      params: { asset: 'status' },
    });
    expect(verdict).toBe('pass');
    expect(values.price).toBe(0.02);
  });

  it('reads nothing from the prototype of objects', async () => {
    expect((await ask({ json: {} }, null, { params: { asset: 'constructor' } })).reason?.code).toBe('expectation');
  });

  it('does not blame the feed for a second one that is silent, old or unknowing', async () => {
    for (const [answer, why] of [
      [{ json: {} }, 'has no price of `ethereum`'],
      [{ status: 500, json: {} }, 'answered 500'],
      [priced(0), 'that can be no price'],
      [priced(2950, 3600), 'the price of `second` is itself older than 10 minutes'],
      [null, 'has no peer to compare with'],
    ] as const) {
      const { verdict, reason } = await ask(priced(2950), answer);
      expect(verdict).toBe('warn');
      expect(reason?.message).toContain('`deviation` could not be taken');
      expect(reason?.message).toContain(why);
    }
    await using main = await serveApi(() => priced(2950));
    const targets = [targetAt(main.url), targetAt(`http://127.0.0.1:${await closedPort()}`, { name: 'second' })];
    const { verdict } = await attempt({
      check: 'price-feed',
      targets,
      params: { target: 'service', asset: 'ethereum', peer: 'second' },
      rows: allRows,
    });
    expect(verdict).toBe('warn');
  });
});

describe('price-feed in the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['price-feed', 'price-feed-2'] });
  });
  afterAll(() => world.stop());

  const probe = () =>
    attempt({
      check: 'price-feed',
      targets: ['price-feed', 'price-feed-2'].map((name) =>
        targetAt(world.state.services[name]?.url ?? '', { name, peers: ['price-feed-2'] }),
      ),
      params: { target: 'price-feed', asset: 'ethereum' },
      rows: allRows,
    });

  it.each([
    ['price-feed.stale-price', 'fail', 'expectation', '`age` is'],
    ['price-feed.zero-price', 'fail', 'protocol', 'costs 0 in `usd`'],
    ['price-feed.off-by-ten', 'fail', 'expectation', '`price` is'],
    ['price-feed.unknown-id', 'fail', 'expectation', 'has no price of `ethereum`'],
    ['price-feed.limit-in-200', 'fail', 'rate-limited', 'exceeded the Rate Limit'],
    ['price-feed-2.zero-price', 'warn', 'degraded', '`deviation` could not be taken'],
    ['price-feed-2.off-by-ten', 'fail', 'expectation', '`deviation` is'],
  ])('sees `%s`', async (fault, verdict, code, message) => {
    expect(await probe()).toMatchObject({ verdict: 'pass' });
    await world.break(fault);
    expect(await probe()).toMatchObject({ verdict, reason: { code, message: expect.stringContaining(message) } });
    await world.mend();
    expect(await probe()).toMatchObject({ verdict: 'pass' });
  });
});
