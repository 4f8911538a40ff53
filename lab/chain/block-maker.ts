import { baseFeeAt } from './base-fee.ts';
import type { ChainSpec } from './chain-spec.ts';
import { quantity } from './quantity.ts';
import type { RpcClient } from './rpc-client.ts';

/** Makes the chain's blocks, one after the other, each with the base fee and the timestamp it should have. */
export interface BlockMaker {
  /** Number of the newest block. */
  head(): number;
  /** Timestamp of the newest block, in seconds. */
  headTime(): number;
  /** Base fee that the next block will have, wei. */
  nextBaseFee(): bigint;
  /** Mines one block with what waits in the pool; its timestamp is in seconds. */
  mine(timestamp?: number): Promise<void>;
  /** Mines empty blocks, one block time apart. */
  mineEmpty(count: number): Promise<void>;
}

/** Empty blocks mined with one request. Their base fee falls by an eighth each, which is set right after. */
const batchSize = 3;

export function createBlockMaker(rpc: RpcClient, spec: ChainSpec, genesisTime: number): BlockMaker {
  let head = 0;
  let headTime = genesisTime;

  const prepare = (timestamp: number) =>
    Promise.all([
      rpc.request('anvil_setNextBlockBaseFeePerGas', [quantity(baseFeeAt(spec.baseFee, head + 1))]),
      rpc.request('evm_setNextBlockTimestamp', [quantity(timestamp)]),
    ]);
  const maker: BlockMaker = {
    head: () => head,
    headTime: () => headTime,
    nextBaseFee: () => baseFeeAt(spec.baseFee, head + 1),
    async mine(timestamp = headTime + spec.blockTime) {
      await prepare(timestamp);
      await rpc.request('evm_mine');
      head += 1;
      headTime = timestamp;
    },
    async mineEmpty(count) {
      for (let left = count; left > 0; left -= batchSize) {
        const size = Math.min(batchSize, left);
        await prepare(headTime + spec.blockTime);
        await rpc.request('anvil_mine', [quantity(size), quantity(spec.blockTime)]);
        head += size;
        headTime += size * spec.blockTime;
      }
    },
  };
  return maker;
}
