// Long because it is one check, against the answers of five providers and against the lab.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../lab/world.ts';
import { attempt } from '../tests/contract/attempt.ts';
import { type FakeAnswer, serveApi } from '../tests/contract/fake-api.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const id = 'defb7c52-7bd3-422b-9052-374df50cc51a';
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
/** Mercuryo's own way to write a time. */
const plainAgo = (seconds: number): string => ago(seconds).slice(0, 19).replace('T', ' ');

type Fields = Record<string, unknown>;

/** An order of each provider, as its API answers it. */
const answers = {
  moonpay: (more: Fields = {}) => ({ id, status: 'completed', createdAt: ago(600), updatedAt: ago(60), ...more }),
  transak: (more: Fields = {}) => ({
    meta: { orderId: id },
    data: { id, status: 'COMPLETED', isBuyOrSell: 'BUY', createdAt: ago(600), updatedAt: ago(60), ...more },
  }),
  ramp: (more: Fields = {}) => ({ id, status: 'RELEASED', createdAt: ago(600), updatedAt: ago(60), ...more }),
  banxa: (more: Fields = {}) => ({
    id,
    status: 'complete',
    orderType: 'BUY',
    createdAt: ago(600),
    updatedAt: ago(60),
    ...more,
  }),
  mercuryo: (more: Fields = {}, withdraw: Fields | null = null) => ({
    status: 200,
    data: [
      ...(withdraw ? [{ withdraw: operation({ status: 'completed', ...withdraw }) }] : []),
      { buy: operation({ status: 'paid', ...more }) },
    ],
  }),
} as const;

function operation(more: Fields): Fields {
  return { id: 'op', merchant_transaction_id: id, created_at: plainAgo(600), updated_at: plainAgo(60), ...more };
}

type ProviderName = keyof typeof answers;
const names = Object.keys(answers) as ProviderName[];

const rows = {
  state: ['= delivered', 'in processing, sent'] as [string, string],
  providerState: 'present',
  failureReason: 'absent',
  age: '< 1 h',
  idle: '< 1 h',
  hash: 'present',
  latency: '< 5 s',
};

async function ask(provider: ProviderName, answer: FakeAnswer, order = id) {
  await using api = await serveApi(() => answer);
  const outcome = await attempt({
    check: 'onramp-order',
    targets: [targetAt(api.url)],
    params: { target: 'service', provider, order },
    rows,
  });
  const values = Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value]));
  return { ...outcome, values, asked: api.asked };
}

describe('onramp-order', () => {
  it.each([
    ['moonpay', `/v1/transactions/${id}`, answers.moonpay({ cryptoTransactionId: '0xabc', failureReason: null })],
    ['transak', `/partners/api/v2/order/${id}`, answers.transak({ transactionHash: '0xabc' })],
    ['ramp', `/host-api/purchase/${id}`, answers.ramp({ finalTxHash: '0xabc' })],
    ['banxa', `/v2/orders/${id}`, answers.banxa({ transactionHash: '0xabc' })],
    [
      'mercuryo',
      `/v1.6/sdk-partner/transactions?merchant_transaction_id=${id}`,
      answers.mercuryo({}, { hash: '0xabc' }),
    ],
  ] as const)('reads a delivered order of %s', async (provider, path, json) => {
    const { verdict, values, asked, evidence } = await ask(provider, { json });
    expect(asked).toEqual([path]);
    expect(values).toMatchObject({ state: 'delivered', failureReason: null, hash: '0xabc' });
    expect(values.age).toBeCloseTo(600, -1);
    expect(values.idle).toBeCloseTo(60, -1);
    expect(verdict).toBe('pass');
    expect(evidence.find(({ title }) => title === 'Order')?.text).toMatch(
      /says `.+` \(.+\): delivered\.\nCreated 20.+\nTransaction: 0xabc$/,
    );
  });

  const hash = { cryptoTransactionId: '0xabc', transactionHash: '0xabc', finalTxHash: '0xabc' };
  const at = (stage: string) => ({ stages: [{ stage, status: 'in_progress', failureReason: null }] });
  it.each([
    ['moonpay', { status: 'waitingPayment' }, 'awaiting-payment', null],
    ['moonpay', { status: 'waitingAuthorization' }, 'verifying', null],
    ['moonpay', { status: 'pending', stages: null }, 'processing', null],
    ['moonpay', { status: 'pending', ...at('stage_two_verification') }, 'verifying', null],
    ['moonpay', { status: 'pending', ...at('stage_three_processing') }, 'processing', null],
    ['moonpay', { status: 'pending', ...hash }, 'sent', null],
    ['moonpay', { status: 'failed', failureReason: 'rejected_kyc' }, 'failed', 'rejected_kyc'],
    ['moonpay', { status: 'failed', failureReason: 'cancelled' }, 'cancelled', 'cancelled'],
    ['moonpay', { status: 'failed', failureReason: 'refund' }, 'refunded', 'refund'],
    ['moonpay', { status: 'failed', failureReason: null }, 'failed', 'error'],
    ['moonpay', { status: 'failed', failureReason: 'constructor' }, 'failed', 'constructor'],
    [
      'moonpay',
      {
        status: 'failed',
        stages: [{ stage: 'stage_two_verification', status: 'failed', failureReason: 'timeout_3d_secure' }],
      },
      'failed',
      'timeout_3d_secure',
    ],
    ['transak', { status: 'AWAITING_PAYMENT_FROM_USER' }, 'awaiting-payment', null],
    ['transak', { status: 'PAYMENT_DONE_MARKED_BY_USER' }, 'awaiting-payment', null],
    ['transak', { status: 'PROCESSING', statusReason: 'of no concern' }, 'processing', null],
    ['transak', { status: 'PENDING_DELIVERY_FROM_TRANSAK' }, 'processing', null],
    ['transak', { status: 'PENDING_DELIVERY_FROM_TRANSAK', ...hash }, 'sent', null],
    ['transak', { status: 'ON_HOLD_PENDING_DELIVERY_FROM_TRANSAK' }, 'on-hold', null],
    ['transak', { status: 'FAILED', statusReason: 'Card declined' }, 'failed', 'Card declined'],
    ['transak', { status: 'CANCELLED', statusHistories: [{}, { message: 'By the user' }] }, 'cancelled', 'By the user'],
    ['transak', { status: 'REFUNDED', statusHistories: [] }, 'refunded', null],
    ['transak', { status: 'EXPIRED' }, 'expired', null],
    ['ramp', { status: 'INITIALIZED' }, 'awaiting-payment', null],
    ['ramp', { status: 'PAYMENT_IN_PROGRESS' }, 'awaiting-payment', null],
    ['ramp', { status: 'FIAT_SENT' }, 'awaiting-payment', null],
    ['ramp', { status: 'PAYMENT_EXECUTED' }, 'processing', null],
    ['ramp', { status: 'RELEASING' }, 'sent', null],
    ['ramp', { status: 'PAYMENT_FAILED' }, 'failed', null],
    ['ramp', { status: 'EXPIRED' }, 'expired', null],
    ['banxa', { status: 'waitingPayment' }, 'awaiting-payment', null],
    ['banxa', { status: 'extraVerification' }, 'verifying', null],
    ['banxa', { status: 'inProgress' }, 'processing', null],
    ['banxa', { status: 'coinTransferred' }, 'sent', null],
    ['banxa', { status: 'cryptoTransferred' }, 'sent', null],
    ['banxa', { status: 'declined' }, 'failed', null],
    ['banxa', { status: 'refunded' }, 'refunded', null],
    ['mercuryo', { status: 'new' }, 'awaiting-payment', null],
    ['mercuryo', { status: 'pending' }, 'verifying', null],
    ['mercuryo', { status: 'order_scheduled' }, 'verifying', null],
    ['mercuryo', { status: 'descriptor_failed' }, 'verifying', null],
    ['mercuryo', { status: 'paid' }, 'processing', null],
    ['mercuryo', { status: 'order_failed' }, 'failed', null],
    ['mercuryo', { status: 'cancelled' }, 'cancelled', null],
  ] as const)('of %s, %j is `%s`', async (provider, more, state, failureReason) => {
    const { values } = await ask(provider, { json: answers[provider](more) });
    expect(values).toMatchObject({ state, failureReason });
  });

  it.each([
    [{ status: 'new' }, 'processing'],
    [{ status: 'pending', hash: '0xabc' }, 'sent'],
    [{ status: 'order_failed' }, 'failed'],
  ] as const)('of mercuryo, a paid order with a withdraw %j is `%s`', async (withdraw, state) => {
    const { values } = await ask('mercuryo', { json: answers.mercuryo({}, withdraw) });
    expect(values).toMatchObject({ state, providerState: `paid, withdraw ${withdraw.status}` });
  });

  it('takes the newest try of a mercuryo order, or the one that was paid', async () => {
    const tries = (last: string) => [
      { buy: operation({ status: 'order_failed', created_at: plainAgo(3000) }) },
      { mobile_pay: operation({ status: last, created_at: plainAgo(100) }) },
      { buy: operation({ status: 'order_failed', created_at: plainAgo(2000) }) },
      { buy: operation({ status: 'paid', merchant_transaction_id: 'another' }) },
    ];
    expect((await ask('mercuryo', { json: { data: tries('pending') } })).values.state).toBe('verifying');
    const paid = [...tries('order_failed'), { buy: operation({ status: 'paid', created_at: plainAgo(1500) }) }];
    expect((await ask('mercuryo', { json: { data: paid } })).values.state).toBe('processing');
  });

  it.each(names)('names a state of %s that it does not know, and is never green for it', async (provider) => {
    for (const status of ['SOMETHING_NEW', 'constructor', '']) {
      const { verdict, reason, values } = await ask(provider, { json: answers[provider]({ status }) });
      expect(verdict).toBe('fail');
      expect(reason?.code).toBe('protocol');
      expect(reason?.message).toContain(`says that the order is \`${status}\`, a state that we do not know.`);
      expect(values).toEqual({ providerState: status });
    }
  });

  it.each(names)('says in plain words that %s knows no such order', async (provider) => {
    for (const answer of [
      { status: 404, json: { message: 'Transaction not found' } },
      { status: 404, json: { code: 'X.NOT_FOUND', statusCode: 404 } },
      { status: 400, json: { error: { message: 'Order does not exist' } } },
      { json: { error: 'Order not found' } },
    ]) {
      const { verdict, reason, values } = await ask(provider, answer);
      expect(verdict).toBe('fail');
      expect(reason?.code).toBe('expectation');
      expect(reason?.message).toContain(`\`service\` answers, and knows no order \`${id}\`. That is no outage of `);
      expect(values.state).toBe('not-found');
    }
  });

  it('takes an empty list of mercuryo for an order that it does not know', async () => {
    for (const data of [[], [{ buy: operation({ status: 'paid', merchant_transaction_id: 'another' }) }], [{}]]) {
      expect((await ask('mercuryo', { json: { status: 200, data } })).values.state).toBe('not-found');
    }
  });

  it.each([
    [
      'a path that does not exist',
      { status: 404, json: { message: `Cannot GET /x`, error: 'Not Found' } },
      'http-status',
    ],
    ['a 404 page', { status: 404, text: '<html><title>Not found</title></html>' }, 'http-status'],
    ['a key that is refused', { status: 401, json: { message: 'Unauthorized' } }, 'http-status'],
    ['a server error that says not found', { status: 500, json: { message: 'Upstream not found' } }, 'http-status'],
    ['a limit', { status: 429, json: {} }, 'rate-limited'],
    ['a limit inside a 200', { json: { message: 'Too many requests', code: 42_900 } }, 'rate-limited'],
    ['a limit inside a 404', { status: 404, json: { error: { statusCode: 429 } } }, 'rate-limited'],
    ['an error inside a 200', { json: { error: { message: 'Please try again later' } } }, 'protocol'],
    ['nothing', { json: null }, 'protocol'],
    ['an empty object', { json: {} }, 'protocol'],
    ['a list', { json: [] }, 'protocol'],
    ['a text', { json: 'completed' }, 'protocol'],
  ] as const)('tells an unknown order from %s', async (_, answer, code) => {
    for (const provider of names)
      expect(await ask(provider, answer), provider).toMatchObject({ verdict: 'fail', reason: { code } });
  });

  it.each([
    ['a state that is a number', { status: 7 }],
    ['no state', { status: undefined }],
    ['no time', { createdAt: null, created_at: null }],
    ['a time that is none', { createdAt: 'yesterday', created_at: 'yesterday' }],
    ['a month that is none', { createdAt: '2026-13-45T00:00:00Z', created_at: '2026-13-45 00:00:00' }],
    ['a time in the future', { createdAt: '2999-01-01T00:00:00Z', created_at: '2999-01-01 00:00:00' }],
    ['a hash that is an object', { cryptoTransactionId: {}, transactionHash: {}, finalTxHash: {}, hash: {} }],
  ])('says `protocol` of an order with %s', async (_, more) => {
    for (const provider of names)
      expect(await ask(provider, { json: answers[provider](more) }), provider).toMatchObject({
        verdict: 'fail',
        reason: { code: 'protocol' },
      });
  });

  it('does not take another order for the one it asked for', async () => {
    for (const provider of ['moonpay', 'transak', 'ramp', 'banxa'] as const) {
      const { reason } = await ask(provider, { json: answers[provider]({ id: 'another' }) });
      expect(reason).toMatchObject({ code: 'protocol', message: expect.stringContaining('answered with another') });
    }
  });

  it('skips an order to sell, since it does not fit', async () => {
    expect((await ask('transak', { json: answers.transak({ isBuyOrSell: 'SELL' }) })).reason?.code).toBe('needs-input');
    expect((await ask('banxa', { json: answers.banxa({ orderType: 'SELL' }) })).reason?.code).toBe('needs-input');
  });

  it('never lets an id leave its place in the address', async () => {
    for (const order of ['../admin', '..', 'a/b', 'a?b=1', 'a b', ''])
      expect((await ask('moonpay', { json: {} }, order)).reason?.code, order).toBe('config');
  });
});

describe('onramp-order in the lab', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ services: names.map((name) => `onramp-${name}`) });
  });
  afterAll(() => world.stop());

  async function probe(provider: ProviderName, order = 'order.delivered') {
    const { url = '', values } = world.state.services[`onramp-${provider}`] ?? {};
    const outcome = await attempt({
      check: 'onramp-order',
      targets: [targetAt(url, { name: `onramp-${provider}` })],
      params: { target: `onramp-${provider}`, provider, order: values?.[order] ?? 'none' },
      rows: { ...rows, state: '= delivered', age: '< 2 d', idle: '< 2 d' },
    });
    return { ...outcome, values: Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value])) };
  }

  const faults = [
    ['orders-stuck', 'expectation', '`state` is `processing`'],
    ['unknown-state', 'protocol', 'a state that we do not know'],
    ['order-lost', 'expectation', 'knows no order'],
    ['delivered-without-hash', 'expectation', '`hash` is absent'],
    ['error-in-200', 'protocol', 'It says: '],
  ] as const;
  it.each(names.flatMap((name) => faults.map((fault) => [name, ...fault] as const)))(
    'sees of %s that %s',
    async (provider, fault, code, message) => {
      expect(await probe(provider)).toMatchObject({ verdict: 'pass' });
      await world.break(`onramp-${provider}.${fault}`);
      expect(await probe(provider)).toMatchObject({
        verdict: 'fail',
        reason: { code, message: expect.stringContaining(message) },
      });
      await world.mend();
      expect(await probe(provider)).toMatchObject({ verdict: 'pass' });
    },
  );

  const states: Readonly<Record<string, string>> = { stuck: 'processing', declined: 'failed' };
  it.each(names)('reads every order of %s as what it is named', async (provider) => {
    const orders = Object.keys(world.state.services[`onramp-${provider}`]?.values ?? {});
    expect(orders.length).toBeGreaterThan(6);
    for (const order of orders) {
      const name = order.replace('order.', '');
      expect((await probe(provider, order)).values.state, order).toBe(states[name] ?? name);
    }
  });
});
