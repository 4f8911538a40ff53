import type { World } from '../../contract.ts';
import { block, call } from '../plain-client.ts';
import { type Look, type ServiceCases, service } from '../service-case.ts';

const knock = { path: '', body: { jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] } };
const faults = ['stale-head', 'lagging', 'fork', 'wrong-chain', 'syncing', 'rate-limit-200', 'forgets-transactions'];

export const evmCases: ServiceCases = {
  'ethereum-rpc': { knock, own: faults, look: lookAtChain },
  'ethereum-rpc-2': { knock, own: ['stale-head'], look: lookAtChain },
  'bsc-rpc': { knock, own: faults, look: lookAtChain },
  'bsc-rpc-2': { knock, own: ['stale-head'], look: lookAtChain },
};

async function lookAtChain(world: World, name: string): Promise<Look> {
  const { url, values } = service(world, name);
  const peerName = name.endsWith('-2') ? null : `${name}-2`;
  const peer = peerName ? service(world, peerName).url : url;
  try {
    const head = await block(url, 'latest');
    const peerHead = await block(peer, 'latest');
    const common = Math.min(head.number, peerHead.number) - 1;
    return {
      chainId: await call(url, 'eth_chainId'),
      syncing: (await call(url, 'eth_syncing')) !== false,
      fresh: head.age < 30,
      keepsUp: peerHead.number - head.number < 4,
      agrees: (await block(url, common)).hash === (await block(peer, common)).hash,
      receipt: (await call(url, 'eth_getTransactionReceipt', values['tx.confirmed'])) !== null,
    };
  } catch (error) {
    return { error: error instanceof Error ? error.message : error };
  }
}
