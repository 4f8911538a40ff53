import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicNode } from '../json-rpc/public-node.ts';
import { findAnvil } from './anvil-binary.ts';
import { type Chain, startChain } from './chain.ts';
import { bsc } from './chain-spec.ts';

let chain: Chain;
beforeAll(async () => {
  chain = await startChain(bsc, {
    tempDir: '',
    guard: () => undefined,
    share: (_, start) => start(),
  });
});
afterAll(() => chain.stop());

test('blocks go on, with a base fee that neither falls nor frees what is stuck', async () => {
  const before = chain.head();
  await expect.poll(() => chain.head(), { timeout: 8_000 }).toBeGreaterThan(before + 1);
  const head = (await chain.rpc.request('eth_getBlockByNumber', ['latest', false])) as Record<string, string>;
  expect(Number(head.number)).toBe(chain.head());
  expect(Number(head.baseFeePerGas)).toBeGreaterThan(0.9e9);
  expect(Number(head.timestamp) % 3).toBe(
    Number(((await chain.rpc.request('eth_getBlockByNumber', ['0x0', false])) as Record<string, string>).timestamp) % 3,
  );
  expect(await chain.rpc.request('eth_getTransactionByHash', [chain.values['tx.stuck']])).toMatchObject({
    blockNumber: null,
  });
}, 10_000);

test('after hundreds of blocks everything is still there, and old states can still be asked for', async () => {
  await chain.rpc.request('anvil_mine', ['0x190', '0x3']);
  for (const name of ['tx.stuck', 'tx.gapped'])
    expect(await chain.rpc.request('eth_getTransactionByHash', [chain.values[name]])).toMatchObject({
      blockNumber: null,
    });
  const receipt = (await chain.rpc.request('eth_getTransactionReceipt', [chain.values['tx.reverted']])) as Record<
    string,
    string
  >;
  const transaction = { from: receipt.from, to: receipt.to };
  const node = publicNode(chain);
  await expect(node({ method: 'eth_call', params: [transaction, receipt.blockNumber] })).rejects.toThrow(
    'INSUFFICIENT_OUTPUT_AMOUNT',
  );
  const nonceAt = (tag: string) => node({ method: 'eth_getTransactionCount', params: [receipt.from, tag] });
  expect(await nonceAt('0x40')).toBe('0x0');
  expect(await nonceAt(receipt.blockNumber ?? '')).toBe('0x1');
  expect(await node({ method: 'eth_getBalance', params: [chain.values['address.funded'], '0x80'] })).toBe(
    '0x21e19e0c9bab2400000',
  );
});

test('a platform without anvil is told what to install', () => {
  expect(() => findAnvil('sunos', 'x64')).toThrow(/@foundry-rs\/anvil-sunos-amd64.*npm install/);
});
