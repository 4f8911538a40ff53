/** What the chains without a real node look like through their own protocols. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, call } from '../testing/plain-client.ts';
import { service } from '../testing/service-case.ts';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ services: ['bitcoin-esplora', 'solana-rpc', 'tron-node', 'cosmos-node'] });
});
afterAll(() => world.stop());

const urlOf = (name: string): string => service(world, name).url;

describe('bitcoin-esplora', () => {
  const get = (path: string) => ask(urlOf('bitcoin-esplora') + path);

  test('answers single values as bare text, and blocks that hang together as JSON', async () => {
    const height = await get('/blocks/tip/height');
    expect(height.headers['content-type']).toContain('text/plain');
    const tip = Number(height.body);
    const hash = (await get(`/block-height/${tip}`)).body;
    expect(hash).toMatch(/^0{19}[0-9a-f]{45}$/);
    const block = JSON.parse((await get(`/block/${hash}`)).body);
    expect(block).toMatchObject({
      id: hash,
      height: tip,
      previousblockhash: (await get(`/block-height/${tip - 1}`)).body,
    });
    expect(block.mediantime).toBeLessThan(block.timestamp);
    const list = JSON.parse((await get(`/blocks/${tip}`)).body);
    expect(list.map((each: { height: number }) => tip - each.height)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(list[0]).toEqual(block);
  });

  test('says as text what it does not have or understand', async () => {
    const unknown = await get(`/block/${'ab'.repeat(32)}`);
    expect([unknown.outcome, unknown.body]).toEqual([404, 'Block not found']);
    expect((await get('/block-height/99999999')).outcome).toBe(404);
    for (const path of ['/block/abc', '/block-height/-1', '/blocks/ten']) expect((await get(path)).outcome).toBe(400);
  });

  test('has fees that fall with patience, and a mempool whose histogram adds up', async () => {
    const fees = Object.entries(JSON.parse((await get('/fee-estimates')).body) as Record<string, number>);
    expect(fees.map(([target]) => Number(target))).toEqual(
      [...Array(25).keys()].map((n) => n + 1).concat(144, 504, 1008),
    );
    expect(fees.map(([, rate]) => rate)).toEqual(fees.map(([, rate]) => rate).toSorted((one, other) => other - one));
    const { vsize, fee_histogram } = JSON.parse((await get('/mempool')).body);
    expect(fee_histogram.reduce((sum: number, [, size]: number[]) => sum + (size ?? 0), 0)).toBe(vsize);
  });
});

describe('solana-rpc', () => {
  const solana = (method: string, ...params: unknown[]) => call(urlOf('solana-rpc'), method, ...params);

  test('has slots that move by the commitment, and times for those it has', async () => {
    const slotAt = async (commitment: string) => Number(await solana('getSlot', { commitment }));
    const finalized = await slotAt('finalized');
    const confirmed = await slotAt('confirmed');
    const processed = await slotAt('processed');
    expect(processed - confirmed).toBeGreaterThan(0);
    expect(confirmed - finalized).toBeGreaterThan(20);
    expect(Math.abs(Date.now() / 1_000 - Number(await solana('getBlockTime', confirmed)))).toBeLessThan(5);
    await expect(solana('getBlockTime', processed + 1_000)).rejects.toMatchObject({ code: -32004 });
    await expect(solana('getBlockTime', 'newest')).rejects.toMatchObject({ code: -32602 });
  });

  test('has a hash to build on, an epoch and samples', async () => {
    const { context, value } = (await solana('getLatestBlockhash')) as Record<string, Record<string, unknown>>;
    expect(value?.blockhash).toMatch(/^[1-9A-HJ-NP-Za-km-z]{43,44}$/);
    const { absoluteSlot, epoch, slotIndex, slotsInEpoch, blockHeight } = (await solana('getEpochInfo')) as Record<
      string,
      number
    >;
    expect(Number(epoch) * Number(slotsInEpoch) + Number(slotIndex)).toBe(absoluteSlot);
    expect(Number(value?.lastValidBlockHeight) - Number(blockHeight)).toBeGreaterThan(100);
    expect(Number(context?.slot)).toBeLessThanOrEqual(Number(absoluteSlot) + 1);
    expect(await solana('getRecentPerformanceSamples', 3)).toHaveLength(3);
  });

  test('says what an account must keep, by its size, and refuses what is no size', async () => {
    const least = async (bytes: unknown) => Number(await solana('getMinimumBalanceForRentExemption', bytes));
    const plain = await least(0);
    expect(plain).toBeGreaterThan(0);
    expect((await least(165)) / plain).toBeCloseTo((128 + 165) / 128);
    await expect(least('165')).rejects.toMatchObject({ code: -32602 });
  });

  test('knows no methods of other chains', async () => {
    for (const method of ['eth_blockNumber', 'toString', 'sendTransaction'])
      await expect(solana(method)).rejects.toMatchObject({ code: -32601, message: 'Method not found' });
  });
});

describe('tron-node', () => {
  const post = async (path: string, body: object = {}) =>
    JSON.parse((await ask(urlOf('tron-node') + path, { body })).body);

  test('has blocks that hang together, found by height and by id, by POST and by GET', async () => {
    const head = await post('/wallet/getnowblock');
    const { number, parentHash, timestamp } = head.block_header.raw_data;
    expect(Number.parseInt(head.blockID.slice(0, 16), 16)).toBe(number);
    expect(Date.now() - timestamp).toBeLessThan(15_000);
    const parent = await post('/wallet/getblock', { id_or_num: String(number - 1), detail: false });
    expect(parent.blockID).toBe(parentHash);
    expect(await post('/wallet/getblock', { id_or_num: parentHash })).toEqual(parent);
    const got = await ask(`${urlOf('tron-node')}/wallet/getblock?id_or_num=${number - 1}`);
    expect(JSON.parse(got.body)).toEqual(parent);
  });

  test('has `{}` for a block to come, and `Error` inside a 200 for what is none', async () => {
    expect(await post('/wallet/getblock', { id_or_num: '999999999' })).toEqual({});
    expect(await post('/wallet/getblock', { id_or_num: 'latest' })).toEqual({ Error: 'id must be legal block hash.' });
  });

  test('keeps all prices of energy, each from a moment on, oldest first', async () => {
    const { prices } = await post('/wallet/getenergyprices');
    expect(prices).toMatch(/^0:\d+(,\d{13}:\d+)+$/);
    const moments = String(prices)
      .split(',')
      .map((entry) => Number(entry.split(':')[0]));
    expect(moments).toEqual(moments.toSorted((earlier, later) => earlier - later));
  });

  test('solidifies blocks that many others stand on', async () => {
    const { number: head } = (await post('/wallet/getnowblock')).block_header.raw_data;
    const { number: solid } = (await post('/walletsolidity/getnowblock')).block_header.raw_data;
    expect(head - solid).toBeGreaterThanOrEqual(10);
    expect(await post('/walletsolidity/getblock', { id_or_num: String(head) })).toEqual({});
  });
});

test('cosmos-node writes 64-bit numbers as texts, in an envelope', async () => {
  const { body } = await ask(`${urlOf('cosmos-node')}/status`);
  const { jsonrpc, id, result } = JSON.parse(body);
  expect([jsonrpc, id]).toEqual(['2.0', -1]);
  expect(result.sync_info.latest_block_height).toMatch(/^\d+$/);
  expect(result.sync_info.latest_block_hash).toMatch(/^[0-9A-F]{64}$/);
  expect(result.sync_info.latest_block_time).toMatch(/\.\d{9}Z$/);
  expect(JSON.parse((await ask(`${urlOf('cosmos-node')}/health`)).body)).toEqual({
    jsonrpc: '2.0',
    id: -1,
    result: {},
  });
});
