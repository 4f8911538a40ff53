/** What the providers' faults and transactions look like through real JSON-RPC. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, block, call } from '../testing/plain-client.ts';
import { service } from '../testing/service-case.ts';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['ethereum-rpc', 'bsc-rpc'] });
});
afterAll(() => world.stop());

const chains = [
  { name: 'bsc-rpc', id: '0x38', testId: '0x61', blockTime: 3, staleAge: 60, freshAge: 15 },
  { name: 'ethereum-rpc', id: '0x1', testId: '0xaa36a7', blockTime: 12, staleAge: 180, freshAge: 30 },
];

describe.each(chains)('$name', ({ name, id, testId, blockTime, staleAge, freshAge }) => {
  const url = () => service(world, name).url;
  const peer = () => service(world, `${name}-2`).url;
  const value = (key: string): string => service(world, name).values[key] ?? '';
  const transaction = async (key: string) =>
    (await call(url(), 'eth_getTransactionByHash', value(key))) as Record<string, string> | null;
  const receipt = async (key: string) =>
    (await call(url(), 'eth_getTransactionReceipt', value(key))) as Record<string, string> | null;
  const nonceOf = async (key: string, tag = 'latest') =>
    Number(await call(url(), 'eth_getTransactionCount', value(`${key}.from`), tag));

  const whileBroken = async (fault: string, inspect: () => Promise<void>): Promise<void> => {
    await world.break(`${name}.${fault}`);
    try {
      await inspect();
    } finally {
      await world.mend();
    }
  };

  test('is the right chain, fresh, with a history of even blocks', async () => {
    expect(await call(url(), 'eth_chainId')).toBe(id);
    const head = await block(url(), 'latest');
    expect(head.age).toBeLessThan(freshAge);
    expect(head.number).toBeGreaterThanOrEqual(140);
    const ages = await Promise.all([10, 70, 139].map((number) => block(url(), number)));
    const [first, middle, last] = ages.map(({ age }) => age);
    expect(((first ?? 0) - (middle ?? 0)) / 60).toBeCloseTo(blockTime, 1);
    expect(((middle ?? 0) - (last ?? 0)) / 69).toBeCloseTo(blockTime, 1);
  });

  test('a confirmed transfer has a receipt with status 1', async () => {
    expect(await receipt('tx.confirmed')).toMatchObject({ status: '0x1', gasUsed: '0x5208' });
    expect(await nonceOf('tx.confirmed')).toBe(1);
  });

  test('a reverted one has status 0, and its replay names the reason', async () => {
    const { status, blockNumber } = (await receipt('tx.reverted')) ?? {};
    expect(status).toBe('0x0');
    const { from, to, input } = (await transaction('tx.reverted')) ?? {};
    await expect(call(url(), 'eth_call', { from, to, data: input }, blockNumber)).rejects.toMatchObject({
      code: 3,
      message: expect.stringContaining('UniswapV2Router: INSUFFICIENT_OUTPUT_AMOUNT'),
      data: expect.stringMatching(/^0x08c379a0/),
    });
  });

  test('a stuck one offers less than the base fee, is next in line, and stays pending while blocks go on', async () => {
    const stuck = await transaction('tx.stuck');
    expect(stuck).toMatchObject({ blockNumber: null });
    expect(await receipt('tx.stuck')).toBeNull();
    const { baseFee } = await block(url(), 'latest');
    expect(Number(stuck?.maxFeePerGas)).toBeLessThan(baseFee / 2);
    expect(await nonceOf('tx.stuck')).toBe(Number(stuck?.nonce));
    expect(Number(value('tx.stuck.nonce'))).toBe(Number(stuck?.nonce));
    expect(await nonceOf('tx.stuck', 'pending')).toBe(Number(stuck?.nonce) + 1);
  });

  test('a gapped one waits for three transactions before it', async () => {
    const gapped = await transaction('tx.gapped');
    expect(gapped).toMatchObject({ blockNumber: null });
    expect(Number(gapped?.nonce) - (await nonceOf('tx.gapped'))).toBe(3);
    const { baseFee } = await block(url(), 'latest');
    expect(Number(gapped?.maxFeePerGas)).toBeGreaterThan(baseFee);
  });

  test('a replaced one is found nowhere, and the same nonce is mined under another hash', async () => {
    expect(await transaction('tx.replaced')).toBeNull();
    expect(await receipt('tx.replaced')).toBeNull();
    expect(await nonceOf('tx.replaced')).toBeGreaterThan(Number(value('tx.replaced.nonce')));
    expect(await receipt('tx.replacement')).toMatchObject({
      status: '0x1',
      from: value('tx.replaced.from').toLowerCase(),
    });
  });

  test('an unknown one was never sent', async () => {
    expect(value('tx.unknown')).toMatch(/^0x[0-9a-f]{64}$/);
    expect(await transaction('tx.unknown')).toBeNull();
    expect(await nonceOf('tx.unknown')).toBe(0);
  });

  test('stale-head is old at once, stands still, and knows nothing newer', () =>
    whileBroken('stale-head', async () => {
      const head = await block(url(), 'latest');
      expect(head.age).toBeGreaterThan(staleAge);
      expect(Number(await call(url(), 'eth_blockNumber'))).toBe(head.number);
      expect((await block(url(), 'pending')).number).toBe(head.number);
      const peerHead = await block(peer(), 'latest');
      expect(peerHead.number - head.number).toBeGreaterThanOrEqual(100);
      expect((await block(peer(), head.number)).hash).toBe(head.hash);
      const next = `0x${(head.number + 1).toString(16)}`;
      expect(await call(url(), 'eth_getBlockByNumber', next, false)).toBeNull();
      expect(await call(url(), 'eth_getBlockByHash', peerHead.hash, false)).toBeNull();
      await expect(call(url(), 'eth_getBalance', value('address.funded'), next)).rejects.toThrow('header not found');
      expect(await receipt('tx.confirmed')).toBeNull();
      expect(await transaction('tx.confirmed')).toBeNull();
      expect(await nonceOf('tx.confirmed')).toBe(0);
      expect(await call(url(), 'eth_getLogs', { fromBlock: 'latest' })).toEqual([]);
    }));

  test('lagging goes on, eight blocks behind', () =>
    whileBroken('lagging', async () => {
      const [head, peerHead] = await Promise.all([block(url(), 'latest'), block(peer(), 'latest')]);
      expect(peerHead.number - head.number).toBe(8);
      expect(await receipt('tx.confirmed')).not.toBeNull();
    }));

  test('on a fork hashes differ above the parting, parents hold together, and receipts follow', () =>
    whileBroken('fork', async () => {
      const { number } = await block(peer(), 'latest');
      const [own, theirs] = [await block(url(), number), await block(peer(), number)];
      expect(own.hash).not.toBe(theirs.hash);
      expect(own.parentHash).toBe((await block(url(), number - 1)).hash);
      expect(await call(url(), 'eth_getBlockByHash', own.hash, false)).toMatchObject({ hash: own.hash });
      expect(await call(url(), 'eth_getBlockByHash', theirs.hash, false)).toBeNull();
      const deep = number - 80;
      expect((await block(url(), deep)).hash).toBe((await block(peer(), deep)).hash);
      const { blockHash = '', blockNumber } = (await receipt('tx.confirmed')) ?? {};
      expect(blockHash).toBe((await block(url(), Number(blockNumber))).hash);
    }));

  test('wrong-chain, syncing, rate-limit-200 and forgets-transactions say so', async () => {
    await whileBroken('wrong-chain', async () => {
      expect(await call(url(), 'eth_chainId')).toBe(testId);
      expect(await call(url(), 'net_version')).toBe(String(Number(testId)));
    });
    await whileBroken('syncing', async () => {
      expect(await call(url(), 'eth_syncing')).toMatchObject({ startingBlock: '0x0' });
    });
    await whileBroken('rate-limit-200', async () => {
      const { outcome, body } = await ask(url(), { body: { jsonrpc: '2.0', id: 9, method: 'eth_blockNumber' } });
      expect(outcome).toBe(200);
      expect(JSON.parse(body)).toEqual({ jsonrpc: '2.0', id: 9, error: { code: -32005, message: 'limit exceeded' } });
    });
    await whileBroken('forgets-transactions', async () => {
      expect(await transaction('tx.confirmed')).toBeNull();
      expect(await receipt('tx.reverted')).toBeNull();
      expect((await block(url(), 'latest')).age).toBeLessThan(freshAge);
    });
  });

  test('speaks JSON-RPC: batches, and its errors for what is not understood', async () => {
    const batch = [1, 2].map((number) => ({ jsonrpc: '2.0', id: number, method: 'eth_chainId', params: [] }));
    const answers = JSON.parse((await ask(url(), { body: batch })).body);
    expect(answers).toEqual([1, 2].map((number) => ({ jsonrpc: '2.0', id: number, result: id })));
    expect(JSON.parse((await ask(url(), { body: { id: 1 } })).body)).toMatchObject({ error: { code: -32600 } });
    for (const method of ['anvil_mine', 'evm_mine', 'eth_sendTransaction', 'eth_accounts', 'eth_nope'])
      await expect(call(url(), method)).rejects.toMatchObject({ code: -32601 });
  });
});
