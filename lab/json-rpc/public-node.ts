import type { Chain } from '../chain/chain.ts';
import { quantity } from '../chain/quantity.ts';
import { RpcError } from '../chain/rpc-client.ts';
import { blockTagIndex } from './block-tag.ts';
import type { Call, Next } from './layer.ts';

const publicMethods = /^(eth|net|web3)_(?!accounts$|sign|sendTransaction$|sendUnsigned)/;

/** The chain's node as a public provider shows it: reading and sending, none of anvil's own methods. */
export function publicNode(chain: Pick<Chain, 'rpc' | 'stuck' | 'firstBlock'>): Next {
  return async (call) => {
    const { method, params } = call;
    if (!publicMethods.test(method)) throw new RpcError(-32601, `the method ${method} does not exist/is not available`);
    if (isPendingCountOf(chain.stuck.from, call)) return quantity(chain.stuck.nonce + 1);
    try {
      return await chain.rpc.request(method, params);
    } catch (error) {
      const index = blockTagIndex(method);
      if (index === null || !isPruned(error)) throw error;
      return oldState(chain, call, index);
    }
  };
}

/**
 * Anvil forgets old states; a provider keeps them. All of the lab's transactions lie in four blocks, after
 * which nothing changes: the newest state is that of every later block. Of the time before, only the nonces
 * matter to anyone, and they are 0.
 */
function oldState({ rpc, firstBlock }: Pick<Chain, 'rpc' | 'firstBlock'>, { method, params }: Call, index: number) {
  const isBefore = Number(params[index]) < firstBlock;
  if (isBefore && method === 'eth_getTransactionCount') return quantity(0);
  return rpc.request(method, params.with(index, 'latest'));
}

/** The stuck transaction waits in a part of anvil's pool that this count leaves out; other nodes count it. */
function isPendingCountOf(address: string, { method, params }: Call): boolean {
  if (method !== 'eth_getTransactionCount' || params[1] !== 'pending') return false;
  return String(params[0]).toLowerCase() === address.toLowerCase();
}

function isPruned(error: unknown): boolean {
  return error instanceof RpcError && error.message.includes('BlockOutOfRange');
}
