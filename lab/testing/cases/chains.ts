import type { World } from '../../contract.ts';
import { ask, call } from '../plain-client.ts';
import { type Look, type ServiceCases, service } from '../service-case.ts';

const health = { path: '', body: { jsonrpc: '2.0', id: 1, method: 'getHealth', params: [] } };
const newest = { path: '/wallet/getnowblock', body: {} };

export const chainCases: ServiceCases = {
  'bitcoin-esplora': {
    knock: { path: '/mempool' },
    own: ['stale-tip', 'lagging', 'fork', 'fees-spike', 'fee-estimates-empty', 'empty-mempool'],
    look: lookAtBitcoin,
  },
  'bitcoin-esplora-2': { knock: { path: '/mempool' }, own: ['stale-tip'], look: lookAtBitcoin },
  'solana-rpc': {
    knock: health,
    own: ['stalled-slot', 'lagging', 'behind', 'unhealthy', 'wrong-cluster', 'rate-limit-200'],
    look: lookAtSolana,
  },
  'solana-rpc-2': { knock: health, own: ['stalled-slot'], look: lookAtSolana },
  'tron-node': {
    knock: newest,
    own: ['stale-head', 'lagging', 'fork', 'no-peers', 'empty-block', 'lack-of-resources', 'solidity-stalled'],
    look: lookAtTron,
  },
  'tron-node-2': { knock: newest, own: ['stale-head'], look: lookAtTron },
  'cosmos-node': {
    knock: { path: '/status' },
    own: ['stale-head', 'lagging', 'catching-up', 'wrong-network', 'error-in-200'],
    look: lookAtCosmos,
  },
  'cosmos-node-2': { knock: { path: '/status' }, own: ['stale-head'], look: lookAtCosmos },
};

/** The peer's address, of `-2` its first. */
function peerOf(world: World, name: string): string {
  return service(world, name.endsWith('-2') ? name.slice(0, -2) : `${name}-2`).url;
}

const age = (milliseconds: number): number => (Date.now() - milliseconds) / 1_000;

async function lookAtBitcoin(world: World, name: string): Promise<Look> {
  const { url } = service(world, name);
  const get = async (from: string, path: string): Promise<string> => (await ask(from + path)).body;
  const tip = Number(await get(url, '/blocks/tip/height'));
  const peerTip = Number(await get(peerOf(world, name), '/blocks/tip/height'));
  const block = JSON.parse(await get(url, `/block/${await get(url, '/blocks/tip/hash')}`)) as Record<string, number>;
  const common = `/block-height/${Math.min(tip, peerTip)}`;
  const { count = 0, vsize = 0 } = JSON.parse(await get(url, '/mempool')) as Record<string, number>;
  return {
    keepsUp: peerTip - tip < 2,
    tipIsTip: Number(block.height) - tip < 2,
    fresh: age(Number(block.timestamp) * 1_000) < 3_600,
    agrees: (await get(url, common)) === (await get(peerOf(world, name), common)),
    fees: JSON.parse(await get(url, '/fee-estimates')),
    waiting: [count > 1_000, vsize > 1_000_000],
  };
}

async function lookAtSolana(world: World, name: string): Promise<Look> {
  const { url } = service(world, name);
  try {
    const slot = Number(await call(url, 'getSlot', { commitment: 'confirmed' }));
    const peerSlot = Number(await call(peerOf(world, name), 'getSlot', { commitment: 'confirmed' }));
    return {
      genesis: await call(url, 'getGenesisHash'),
      keepsUp: peerSlot - slot < 50,
      fresh: age(Number(await call(url, 'getBlockTime', slot)) * 1_000) < 15,
      health: await call(url, 'getHealth'),
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : error };
  }
}

interface TronBlock {
  blockID?: string;
  block_header?: { raw_data: { number: number; timestamp: number } };
}

async function lookAtTron(world: World, name: string): Promise<Look> {
  const post = async (url: string, path: string, body: object = {}): Promise<TronBlock & Record<string, unknown>> =>
    JSON.parse((await ask(url + path, { body })).body);
  const { url } = service(world, name);
  const head = await post(url, '/wallet/getnowblock');
  const { number = 0, timestamp = 0 } = head.block_header?.raw_data ?? {};
  const peerHead = await post(peerOf(world, name), '/wallet/getnowblock');
  const peerNumber = peerHead.block_header?.raw_data.number ?? 0;
  const solidified = (await post(url, '/walletsolidity/getnowblock')).block_header?.raw_data.number ?? 0;
  const common = { id_or_num: String(Math.min(number, peerNumber)), detail: false };
  const [ours, theirs] = [
    await post(url, '/wallet/getblock', common),
    await post(peerOf(world, name), '/wallet/getblock', common),
  ];
  return {
    error: head.Error ?? null,
    keepsUp: peerNumber - number < 3,
    fresh: age(timestamp) < 15,
    agrees: ours.blockID === theirs.blockID,
    solidifies: number - solidified < 25,
    connections: (await post(url, '/wallet/getnodeinfo')).currentConnectCount,
  };
}

async function lookAtCosmos(world: World, name: string): Promise<Look> {
  const statusOf = async (url: string) => JSON.parse((await ask(`${url}/status`)).body);
  const { result, error = null } = await statusOf(service(world, name).url);
  const peer = await statusOf(peerOf(world, name));
  if (!result) return { error };
  const { latest_block_height, latest_block_time, catching_up } = result.sync_info;
  return {
    network: result.node_info.network,
    catchingUp: catching_up,
    fresh: age(Date.parse(latest_block_time)) < 30,
    keepsUp: Number(peer.result.sync_info.latest_block_height) - Number(latest_block_height) < 3,
  };
}
