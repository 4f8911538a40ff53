import { encodeErrorResult } from 'viem/utils';
import { describe, expect, it } from 'vitest';
import { attempt } from '../tests/contract/attempt.ts';
import { hash, hex, type Methods, RpcError, serveNode } from '../tests/contract/fake-node.ts';
import { targetAt } from '../tests/contract/planned-block.ts';

const tx = hash('a');
const from = `0x${'1'.repeat(40)}`;
const gwei = 1_000_000_000n;
const pending = {
  hash: tx,
  from,
  to: from,
  input: '0x',
  gas: '0x5208',
  nonce: hex(7),
  blockNumber: null,
  maxFeePerGas: hex(20n * gwei),
};
const included = { ...pending, blockNumber: hex(90) };

/** A node at block 100 whose account has used the nonces below 7. */
const node = (more: Methods = {}): Methods => ({
  eth_blockNumber: hex(100),
  eth_getTransactionReceipt: null,
  eth_getTransactionByHash: null,
  eth_getTransactionCount: (_: string, at: string) => hex(at === 'latest' ? 7 : 8),
  eth_getBlockByNumber: { baseFeePerGas: hex(10n * gwei) },
  ...more,
});

async function ask(methods: Methods, params: Record<string, string> = {}) {
  await using server = await serveNode(node(methods));
  const outcome = await attempt({
    check: 'evm-transaction',
    targets: [targetAt(server.url)],
    params: { target: 'service', hash: tx, ...params },
    rows: {
      state: ['= confirmed', 'in pending, replaced'],
      reason: 'absent',
      confirmations: '>= 0 blocks',
      nonceGap: '>= 0',
      latency: '< 5 s',
    },
  });
  const values = Object.fromEntries(outcome.readings.map(({ name, value }) => [name, value]));
  return { ...outcome, values };
}

describe('evm-transaction', () => {
  it('confirms by the receipt, its own block counted', async () => {
    const { values, verdict } = await ask({
      eth_getTransactionReceipt: { transactionHash: tx, status: '0x1', blockNumber: hex(90) },
    });
    expect(values).toMatchObject({ state: 'confirmed', reason: null, confirmations: 11, nonceGap: 0 });
    expect(verdict).toBe('pass');
  });

  it('is unknown when the node knows neither receipt nor transaction', async () => {
    expect((await ask({})).values).toMatchObject({ state: 'unknown', confirmations: null, nonceGap: null });
  });

  it('tells a transaction that is next in line', async () => {
    expect((await ask({ eth_getTransactionByHash: pending })).values).toMatchObject({
      state: 'pending',
      nonceGap: 0,
      reason: 'It is next in line, and its fee is high enough: it waits for a block.',
    });
  });

  it('tells a fee below the base fee', async () => {
    const stuck = { ...pending, maxFeePerGas: hex(gwei) };
    expect((await ask({ eth_getTransactionByHash: stuck })).values.reason).toBe(
      'It is next in line, but its maximum fee, 1 gwei, is below the base fee, 10 gwei: no block may include it.',
    );
    const legacy = { ...pending, maxFeePerGas: undefined, gasPrice: hex(gwei) };
    expect((await ask({ eth_getTransactionByHash: legacy })).values.reason).toContain('below the base fee');
  });

  it('tells a nonce gap from a queue', async () => {
    const gapped = { ...pending, nonce: hex(10) };
    expect((await ask({ eth_getTransactionByHash: gapped })).values).toMatchObject({
      state: 'pending',
      nonceGap: 3,
      reason: 'Nonce gap: nonce 8 of the account is missing, so nonce 10 cannot be included.',
    });
    const queued = { ...pending, nonce: hex(8) };
    expect((await ask({ eth_getTransactionByHash: queued })).values).toMatchObject({
      state: 'pending',
      nonceGap: 1,
      reason: 'It waits behind 1 earlier pending transaction of the account, from nonce 7 on.',
    });
  });

  it('tells one whose place was taken', async () => {
    const passed = { eth_getTransactionCount: hex(8) };
    expect((await ask({ ...passed, eth_getTransactionByHash: pending })).values).toMatchObject({ state: 'replaced' });
    expect((await ask(passed, { from, nonce: '7' })).values).toMatchObject({ state: 'replaced', nonceGap: 0 });
    expect((await ask({}, { from, nonce: '9' })).values).toMatchObject({ state: 'unknown', nonceGap: 2 });
  });

  it('believes a receipt that comes between two questions', async () => {
    let asked = 0;
    const receipt = { transactionHash: tx, status: '0x1', blockNumber: hex(100) };
    expect(
      (
        await ask({
          eth_getTransactionReceipt: () => (asked++ === 0 ? null : receipt),
          eth_getTransactionByHash: included,
        })
      ).values,
    ).toMatchObject({ state: 'confirmed', confirmations: 1 });
  });

  const abi = [
    { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
    { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
  ] as const;
  it.each([
    [
      'a text',
      new RpcError(3, 'execution reverted: STF', encodeErrorResult({ abi, errorName: 'Error', args: ['STF'] })),
      'STF',
    ],
    [
      'a panic',
      new RpcError(3, 'execution reverted', encodeErrorResult({ abi, errorName: 'Panic', args: [17n] })),
      'Panic 0x11: an arithmetic operation overflowed',
    ],
    ['a custom error', new RpcError(3, 'execution reverted', '0xfb8f41b2'), 'Custom error 0xfb8f41b2'],
    [
      'data below an object',
      new RpcError(-32015, 'VM execution error.', { data: '0xfb8f41b2' }),
      'Custom error 0xfb8f41b2',
    ],
    ['only words', new RpcError(-32000, 'execution reverted: TRANSFER_FROM_FAILED'), 'TRANSFER_FROM_FAILED'],
    ['nothing', new RpcError(3, 'execution reverted', '0x'), 'Reverted without a reason.'],
    ['no state', new RpcError(-32000, 'missing trie node'), 'missing trie node'],
    ['a call that works', '0x', 'Reverted, but the same call works now: what it depended on has changed since.'],
    [
      'a limit',
      new RpcError(-32005, 'limit exceeded'),
      'Reverted; the call could not be run again: The node answered 200, but said -32005: limit exceeded.',
    ],
  ])('gives the reason of a revert that leaves %s', async (_, answer, reason) => {
    const receipt = { transactionHash: tx, status: '0x0', blockNumber: hex(90), gasUsed: '0x5000' };
    const { values, verdict } = await ask({
      eth_getTransactionReceipt: receipt,
      eth_getTransactionByHash: included,
      eth_call: answer,
    });
    expect(values).toMatchObject({ state: 'reverted', reason });
    expect(verdict).toBe('fail');
  });

  it('tells when all gas was used', async () => {
    const receipt = { transactionHash: tx, status: '0x0', blockNumber: hex(90), gasUsed: '0x5208' };
    expect(
      (await ask({ eth_getTransactionReceipt: receipt, eth_getTransactionByHash: included, eth_call: '0x' })).values
        .reason,
    ).toContain('Out of gas');
  });

  it.each([
    [
      'another’s receipt',
      { eth_getTransactionReceipt: { transactionHash: hash('b'), status: '0x1', blockNumber: '0x1' } },
    ],
    ['a receipt without status', { eth_getTransactionReceipt: { transactionHash: tx, blockNumber: '0x1' } }],
    ['a list for a receipt', { eth_getTransactionReceipt: [] }],
    ['an included transaction without a receipt', { eth_getTransactionByHash: included }],
    ['a pending one without a sender', { eth_getTransactionByHash: { ...pending, from: null } }],
  ])('does not believe %s', async (_, methods) => {
    expect(await ask(methods)).toMatchObject({ verdict: 'fail', reason: { code: 'protocol' } });
  });

  it('takes only a hash for a hash', async () => {
    expect(await ask({}, { hash: '0x12' })).toMatchObject({
      verdict: 'error',
      reason: { code: 'config', message: '`hash` is `0x12`; expected a transaction hash (`0x` and 64 hex digits).' },
    });
  });
});
