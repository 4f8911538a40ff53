/** The faults of a JSON-RPC provider that answers well in form and wrongly in content. */
import { quantity } from '../chain/quantity.ts';
import { RpcError } from '../chain/rpc-client.ts';
import type { Fault, Faults } from '../fault.ts';
import { forkView } from '../json-rpc/fork-view.ts';
import { headView } from '../json-rpc/head-view.ts';
import type { Layer } from '../json-rpc/layer.ts';
import type { ProviderPart } from '../json-rpc/provider.ts';

const staleBlocks = 100;
const lagBlocks = 8;
const forkDepth = 64;
const syncBlocks = 2_000;

/** A fault that lays a view over the node. `kind` says which faults it excludes. */
const view = (kind: string, summary: string, layer: (part: ProviderPart) => Layer): Fault<ProviderPart> => ({
  kind,
  summary,
  begin: (part) => part.endpoint.lay(layer(part)),
});

export const staleHead = view(
  'head',
  `The newest block stays the same, ${staleBlocks} blocks behind the chain.`,
  ({ chain }) => {
    const pin = Math.max(chain.head() - staleBlocks, 0);
    return headView(() => pin);
  },
);

export const jsonRpcFaults: Faults<ProviderPart> = {
  'stale-head': staleHead,
  lagging: view('head', `Keeps up with the chain ${lagBlocks} blocks behind its peer.`, () =>
    headView((head) => Math.max(head - lagBlocks, 0)),
  ),
  fork: view(
    'fork',
    `Follows another branch: its last ${forkDepth} blocks have other hashes than its peer's.`,
    ({ chain }) => forkView(Math.max(chain.head() - forkDepth, 0)),
  ),
  'wrong-chain': view('chain', "Answers for the network's test chain.", ({ chain }) => {
    const { testChainId } = chain.spec;
    return async (call, next) => {
      if (call.method === 'eth_chainId') return quantity(testChainId);
      return call.method === 'net_version' ? String(testChainId) : next(call);
    };
  }),
  syncing: view('sync', 'Says that it is still syncing (`eth_syncing` is an object).', () => {
    return async (call, next) => {
      if (call.method !== 'eth_syncing') return next(call);
      const head = Number(await next({ method: 'eth_blockNumber', params: [] }));
      const highestBlock = quantity(head + syncBlocks);
      return { startingBlock: '0x0', currentBlock: quantity(head), highestBlock };
    };
  }),
  'rate-limit-200': view('limit', 'Answers 200 with the error -32005, limit exceeded.', () => () => {
    throw new RpcError(-32005, 'limit exceeded');
  }),
  'forgets-transactions': view('transactions', 'Finds no transaction and no receipt.', () => {
    const forgotten = ['eth_getTransactionByHash', 'eth_getTransactionReceipt'];
    return async (call, next) => (forgotten.includes(call.method) ? null : next(call));
  }),
};
