// Long because it is one check, against made answers and against the lab.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../lab/http/lab-server.ts';
import { edge, healthyEdge } from '../lab/wallet/edge.ts';
import { startWorld, type World } from '../lab/world.ts';
import { attempt } from '../tests/contract/attempt.ts';
import { type FakeAnswer, serveApi } from '../tests/contract/fake-api.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const weth = '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2';
const usdc = '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48';
const taker = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
const half = '500000000000000000';

const onChain = { sell: weth, buy: usdc, chainId: '1', amount: half, sellDecimals: '18', buyDecimals: '6' };
const settings = {
  '0x': onChain,
  '1inch': onChain,
  lifi: { ...onChain, taker },
  wallet: { sell: 'ETH', buy: 'USDC' },
} as const;

type ApiName = keyof typeof settings;
const names = Object.keys(settings) as ApiName[];
const aggregators = ['0x', '1inch', 'lifi'] as const;

type Fields = Record<string, unknown>;

/** Half an ether for 1,475 US dollars, as each API quotes it. */
const quotes: Readonly<Record<ApiName, (more?: Fields) => Fields>> = {
  '0x': (more = {}) => ({
    liquidityAvailable: true,
    sellToken: weth.toLowerCase(),
    buyToken: usdc.toLowerCase(),
    sellAmount: half,
    buyAmount: '1475000000',
    gas: '215000',
    ...more,
  }),
  '1inch': (more = {}) => ({
    dstAmount: '1475000000',
    gas: 215_000,
    srcToken: { address: weth.toLowerCase(), decimals: 18 },
    dstToken: { address: usdc.toLowerCase(), decimals: 6 },
    ...more,
  }),
  lifi: (more = {}) => ({
    action: {
      fromToken: { address: weth, decimals: 18 },
      toToken: { address: usdc, decimals: 6 },
      fromAmount: half,
    },
    estimate: {
      toAmount: '1475000000',
      fromAmountUSD: '1480.00',
      toAmountUSD: '1475.00',
      gasCosts: [{ estimate: '200000' }, { estimate: '15000' }],
      ...more,
    },
  }),
  wallet: (more = {}) => ({
    from: 'ETH',
    to: 'USDC',
    rate: '2950',
    quotedAt: new Date(Date.now() - 4000).toISOString(),
    ...more,
  }),
};

const market = (sold: unknown = 2950, age = 10): FakeAnswer => {
  const at = Math.floor(Date.now() / 1000) - age;
  return { json: { ethereum: { usd: sold, last_updated_at: at }, 'usd-coin': { usd: 1, last_updated_at: at } } };
};

const rows = { liquidity: '= true', rate: 'between 1000 and 9000', deviation: '< 3 %', latency: '< 5 s' };

async function ask(
  api: ApiName,
  answer: FakeAnswer,
  {
    feed = market(),
    params = {},
    table = rows,
  }: { feed?: FakeAnswer; params?: Record<string, string>; table?: Record<string, string> } = {},
) {
  await using main = await serveApi(() => answer);
  await using reference = await serveApi(() => feed);
  const outcome = await attempt({
    check: 'swap-quote',
    targets: [targetAt(main.url), targetAt(reference.url, { name: 'feed' })],
    params: {
      target: 'service',
      api,
      ...settings[api],
      reference: 'feed',
      sellAsset: 'ethereum',
      buyAsset: 'usd-coin',
      ...params,
    },
    rows: table,
  });
  const values = Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value]));
  return { ...outcome, values, asked: main.asked, headers: main.headers, feedAsked: reference.asked };
}

const everything = {
  ...rows,
  priceImpact: 'absent',
  gas: '= 215000',
  age: 'absent',
};

describe('swap-quote', () => {
  it.each([
    ['0x', `/swap/allowance-holder/price?chainId=1&sellToken=${weth}&buyToken=${usdc}&sellAmount=${half}`, everything],
    [
      '1inch',
      `/swap/v6.1/1/quote?src=${weth}&dst=${usdc}&amount=${half}&includeGas=true&includeTokensInfo=true`,
      everything,
    ],
    [
      'lifi',
      `/v1/quote?fromChain=1&toChain=1&fromToken=${weth}&toToken=${usdc}&fromAmount=${half}&fromAddress=${taker}`,
      { ...everything, priceImpact: 'between 0.3 % and 0.4 %' },
    ],
    ['wallet', '/v1/quotes?from=ETH&to=USDC', { ...everything, gas: 'absent', age: '< 10 s' }],
  ] as const)('reads a quote of %s', async (api, path, table) => {
    const { verdict, values, asked, headers, evidence } = await ask(api, { json: quotes[api]() }, { table });
    expect(asked).toEqual([path]);
    expect(headers['0x-version']).toBe(api === '0x' ? 'v2' : undefined);
    expect(values).toMatchObject({ liquidity: true, rate: 2950, deviation: 0 });
    expect(verdict).toBe('pass');
    expect(evidence.find(({ title }) => title === 'Rates')?.text).toContain('buys 2950 ');
  });

  it('asks the reference only where a row names the deviation, and has none without a reference', async () => {
    const { verdict, feedAsked } = await ask('0x', { json: quotes['0x']() }, { table: { rate: '> 0' } });
    expect({ verdict, feedAsked }).toEqual({ verdict: 'pass', feedAsked: [] });
    await using main = await serveApi(() => ({ json: quotes['0x']() }));
    const outcome = await attempt({
      check: 'swap-quote',
      targets: [targetAt(main.url)],
      params: { target: 'service', api: '0x', ...onChain },
      rows: { deviation: 'absent' },
    });
    expect(outcome.verdict).toBe('pass');
  });

  it('reckons with base units that no number could hold', async () => {
    const amount = '123456789012345678901234567890';
    const json = quotes['0x']({ sellAmount: amount, buyAmount: `${'9'.repeat(77)}` });
    const { values } = await ask('0x', { json }, { params: { amount, buyDecimals: '36' }, table: { rate: '> 0' } });
    expect(values.rate).toBeCloseTo(8.1e29, -28);
    const tiny = quotes['0x']({ sellAmount: '1000000', buyAmount: '2' });
    const small = await ask(
      '0x',
      { json: tiny },
      { params: { amount: '1000000', sellDecimals: '6', buyDecimals: '18' }, table: { rate: '> 0' } },
    );
    expect(small.values.rate).toBe(2e-18);
  });

  it.each(aggregators)('fails a rate of %s far from the market, in either direction', async (api) => {
    for (const [price, deviation] of [
      [3687.5, 20],
      [2360, 25],
    ]) {
      const { verdict, reason } = await ask(api, { json: quotes[api]() }, { feed: market(price) });
      expect(verdict).toBe('fail');
      expect(reason?.message).toContain(`\`deviation\` is ${deviation} %`);
    }
  });

  it('does not blame the aggregator for a reference that is silent, old or unknowing', async () => {
    for (const [feed, why] of [
      [
        { status: 500, json: {} },
        'there is no reference price: the peer `feed` could not be asked (`feed` answered 500',
      ],
      [{ json: {} }, 'has no price of `ethereum`'],
      [market(0), 'that can be no price'],
      [market(2950, 3600), 'the prices of `feed` are older than 10 minutes'],
    ] as const) {
      const { verdict, reason } = await ask('0x', { json: quotes['0x']() }, { feed });
      expect(verdict).toBe('warn');
      expect(reason?.message).toContain(why);
    }
  });

  const toolErrors = (code: string) => ({
    filteredOut: [],
    failed: [{ overallPath: 'a', subpaths: { a: [{ errorType: 'NO_QUOTE', code, tool: 'x', message: 'no' }] } }],
  });
  it.each([
    ['0x', { json: { liquidityAvailable: false, zid: '0x1' } }],
    ['0x', { status: 400, json: { name: 'INSUFFICIENT_ASSET_LIQUIDITY', message: 'We are not able to fulfil it' } }],
    ['1inch', { status: 400, json: { error: 'Bad Request', description: 'insufficient liquidity', statusCode: 400 } }],
    ['lifi', { status: 404, json: { message: 'No available quotes for the requested transfer', code: 1002 } }],
    [
      'lifi',
      {
        status: 404,
        json: {
          message: 'No available quotes for the requested transfer',
          code: 1002,
          errors: toolErrors('INSUFFICIENT_LIQUIDITY'),
        },
      },
    ],
    ['lifi', { json: { message: 'No available quotes for the requested transfer' } }],
  ] as const)('takes no route of %s for an answer, not for an outage: %j', async (api, answer) => {
    const { verdict, reason, values, evidence } = await ask(api, answer);
    expect(values).toMatchObject({ liquidity: false, rate: null, deviation: null });
    expect(values.latency).toBeGreaterThan(0);
    expect(verdict).toBe('fail');
    expect(reason).toMatchObject({ code: 'expectation', message: expect.stringContaining('`liquidity` is false') });
    expect(evidence.some(({ title }) => title === 'No route')).toBe(true);
    expect(await ask(api, answer, { table: { liquidity: '= false' } })).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['0x', { status: 500, json: { name: 'INTERNAL', message: 'No route found' } }, 'http-status'],
    ['0x', { status: 404, json: { message: 'no Route matched with those values' } }, 'http-status'],
    ['0x', { status: 400, json: { name: 'INPUT_INVALID', message: 'The input is invalid' } }, 'http-status'],
    ['0x', { status: 500, json: { liquidityAvailable: false } }, 'http-status'],
    ['1inch', { status: 401, json: { error: 'Unauthorized' } }, 'http-status'],
    [
      'lifi',
      {
        status: 404,
        json: {
          message: 'No available quotes for the requested transfer',
          code: 1002,
          errors: toolErrors('TOOL_TIMEOUT'),
        },
      },
      'http-status',
    ],
    ['lifi', { status: 400, json: { message: 'Rate limit exceeded, retry in 2 hours', code: 1005 } }, 'rate-limited'],
    ['1inch', { json: { error: 'Too Many Requests', statusCode: 429 } }, 'rate-limited'],
    ['0x', { json: { message: 'API rate limit exceeded' } }, 'rate-limited'],
    ['0x', { status: 429, json: {} }, 'rate-limited'],
    [
      'wallet',
      { status: 400, json: { error: { code: 'unknown_asset', message: 'Name two assets that we know.' } } },
      'http-status',
    ],
  ] as const)('does not take for “no route” what %s says with %j', async (api, answer, code) => {
    expect(await ask(api, answer)).toMatchObject({ verdict: 'fail', reason: { code } });
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['an empty object', {}],
    ['a text', 'ok'],
    ['an error', { error: { message: 'Please try again later' } }],
    ['prototype names', JSON.parse('{"__proto__":{"liquidityAvailable":false},"constructor":{}}')],
  ])('says `protocol` of %s', async (_, json) => {
    for (const api of names)
      expect(await ask(api, { json }), api).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it.each([
    ['0x', { buyAmount: '0' }],
    ['0x', { buyAmount: 1475 }],
    ['0x', { buyAmount: '-5' }],
    ['0x', { buyAmount: '1.5' }],
    ['0x', { buyAmount: '9'.repeat(100) }],
    ['0x', { sellAmount: '7' }],
    ['0x', { buyToken: weth }],
    ['0x', { liquidityAvailable: 'true' }],
    ['0x', { gas: -1 }],
    ['1inch', { dstAmount: '0' }],
    ['1inch', { dstAmount: null }],
    ['1inch', { gas: 'much' }],
    ['1inch', { srcToken: { address: usdc, decimals: 18 } }],
    ['lifi', { toAmount: '0' }],
    ['lifi', { toAmount: [] }],
    ['lifi', { fromAmountUSD: '-1' }],
    ['lifi', { toAmountUSD: 'many' }],
    ['wallet', { rate: '0' }],
    ['wallet', { rate: '-1' }],
    ['wallet', { rate: 2950 }],
    ['wallet', { rate: '0x10' }],
    ['wallet', { rate: '1e999' }],
    ['wallet', { from: 'BTC' }],
    ['wallet', { quotedAt: null }],
    ['wallet', { quotedAt: '2999-01-01T00:00:00Z' }],
  ] as const)('says `protocol` of a quote of %s with %j', async (api, more) => {
    expect(await ask(api, { json: quotes[api](more) })).toMatchObject({
      verdict: 'fail',
      reason: { code: 'protocol' },
    });
  });

  it('does not take a quote of another amount', async () => {
    for (const fromAmount of ['0', '7', half.slice(1)]) {
      const quote = quotes.lifi();
      const { reason } = await ask('lifi', { json: { ...quote, action: { ...(quote.action as Fields), fromAmount } } });
      expect(reason?.code, fromAmount).toBe('protocol');
    }
  });

  it('takes an empty list of errors, or a message beside a quote, for no error', async () => {
    for (const more of [{ errors: [] }, { errors: {} }, { error: null }, { message: 'Success' }])
      expect(await ask('0x', { json: quotes['0x'](more) })).toMatchObject({ verdict: 'pass' });
  });

  it.each([
    ['0x', { sell: 'WETH' }, 'contract addresses'],
    ['0x', { sellDecimals: '400' }, '0 to 36 decimals'],
    ['1inch', { buyDecimals: '18' }, 'The block says `buyDecimals="18"`, and 1inch says 6.'],
    ['lifi', { sellDecimals: '8' }, 'LI.FI says 18'],
    ['0x', { amount: '1.5' }, 'base units'],
    ['0x', { amount: '0' }, 'base units'],
  ] as const)('calls it the page’s mistake when %s is asked with %j', async (api, params, message) => {
    const { verdict, reason } = await ask(api, { json: quotes[api]() }, { params });
    expect(verdict).toBe('error');
    expect(reason).toMatchObject({ code: 'config', message: expect.stringContaining(message) });
  });

  it('names what a block lacks', async () => {
    await using main = await serveApi(() => ({ json: quotes.lifi() }));
    const lacking = (params: Record<string, string>) =>
      attempt({
        check: 'swap-quote',
        targets: [targetAt(main.url)],
        params: { target: 'service', ...params },
        rows: { deviation: '< 1 %' },
      });
    const pair = { sell: weth, buy: usdc };
    expect((await lacking({ api: '0x', ...pair, chainId: '1' })).reason).toMatchObject({
      code: 'config',
      message: 'For a quote of 0x the block needs `amount` and `sellDecimals` and `buyDecimals`.',
    });
    expect((await lacking({ api: 'lifi', ...onChain })).reason?.message).toContain('needs `taker`');
    expect((await lacking({ api: '0x', ...onChain, reference: 'service' })).reason?.message).toContain('`sellAsset`');
    expect(main.count).toBeLessThan(2);
  });
});

describe('swap-quote in the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: ['swap-api', 'price-feed'] });
  });
  afterAll(() => world.stop());

  const reference = { reference: 'price-feed', sellAsset: 'ethereum', buyAsset: 'usd-coin' };
  const probe = (api: ApiName) =>
    attempt({
      check: 'swap-quote',
      targets: ['swap-api', 'price-feed'].map((name) => targetAt(world.state.services[name]?.url ?? '', { name })),
      params: { target: 'swap-api', api, ...settings[api], ...reference },
      rows,
    });

  const faults = [
    ['swap-api.no-liquidity', 'fail', 'expectation', '`liquidity` is false'],
    ['swap-api.bad-rate', 'fail', 'expectation', '`deviation` is'],
    ['swap-api.error-in-200', 'fail', 'protocol', 'answered 200 with an error'],
    ['swap-api.rate-limit-200', 'fail', 'rate-limited', 'we ask too often'],
    ['price-feed.zero-price', 'warn', 'degraded', 'that can be no price'],
    ['price-feed.stale-price', 'warn', 'degraded', 'are older than 10 minutes'],
  ] as const;
  it.each(aggregators.flatMap((api) => faults.map((fault) => [api, ...fault] as const)))(
    'sees through %s that %s',
    async (api, fault, verdict, code, message) => {
      expect(await probe(api)).toMatchObject({ verdict: 'pass' });
      await world.break(fault);
      expect(await probe(api)).toMatchObject({ verdict, reason: { code, message: expect.stringContaining(message) } });
      await world.mend();
      expect(await probe(api)).toMatchObject({ verdict: 'pass' });
    },
  );

  it('sees a stale quote of the wallet’s API', async () => {
    const state = { ...healthyEdge };
    // Without TLS: a certificate is another check's business.
    const edgeServer = await startServer(edge(state));
    const feed = targetAt(world.state.services['price-feed']?.url ?? '', { name: 'price-feed' });
    const look = () =>
      attempt({
        check: 'swap-quote',
        targets: [targetAt(`http://127.0.0.1:${edgeServer.port}`), feed],
        params: { target: 'service', api: 'wallet', ...settings.wallet, ...reference },
        rows: { ...rows, age: '< 1 min' },
      });
    expect(await look()).toMatchObject({ verdict: 'pass' });
    state.quotes = 'stale';
    expect(await look()).toMatchObject({
      verdict: 'fail',
      reason: { code: 'expectation', message: expect.stringContaining('`age` is 31 min') },
    });
    await edgeServer.stop();
  });
});
