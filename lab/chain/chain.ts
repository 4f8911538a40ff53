import type { ServiceContext, Stoppable } from '../service.ts';
import { startAnvil } from './anvil.ts';
import { createBlockMaker } from './block-maker.ts';
import type { ChainSpec } from './chain-spec.ts';
import type { ChainTransactions } from './chain-transactions.ts';
import { startClock } from './clock.ts';
import type { RpcClient } from './rpc-client.ts';

/** Blocks of history, and how many of them lie above those with transactions. */
const historyBlocks = 140;
const blocksSince = 20;
const blocksWithTransactions = 4;

/** A chain that lives: a real node with a past, transactions, and a new block each block time. */
export interface Chain extends Stoppable, ChainTransactions {
  spec: ChainSpec;
  rpc: RpcClient;
  /** Number of the newest block. */
  head(): number;
}

/** Starts a chain with back-dated history whose newest block is a second old. */
export async function startChain(spec: ChainSpec, context: ServiceContext): Promise<Chain> {
  const genesisTime = Math.floor(Date.now() / 1_000) - historyBlocks * spec.blockTime;
  const { chainId, baseFee } = spec;
  // Loaded here, beside anvil's start: the signing library takes longer to load than all the rest, and
  // listing the lab's services must not wait for it.
  const signing = import('./chain-transactions.ts');
  const anvil = await startAnvil({ chainId, baseFee, genesisTime, guard: context.guard });
  try {
    const blocks = createBlockMaker(anvil.rpc, spec, genesisTime);
    await blocks.mineEmpty(historyBlocks - blocksSince - blocksWithTransactions);
    const { makeTransactions } = await signing;
    const transactions = await makeTransactions(anvil.rpc, blocks, spec);
    await blocks.mineEmpty(blocksSince);
    const clock = startClock(blocks, spec.blockTime);
    return {
      ...transactions,
      spec,
      rpc: anvil.rpc,
      head: blocks.head,
      async stop() {
        await clock.stop();
        await anvil.stop();
      },
    };
  } catch (error) {
    await anvil.stop();
    throw error;
  }
}
