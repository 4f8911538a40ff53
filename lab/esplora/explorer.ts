import type { HeadPart } from '../faults/head.ts';
import { type SeenChain, seeChain } from '../heads/seen-chain.ts';
import { type Answer, type Handle, json, text } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import type { RunningService } from '../service.ts';
import { blockClock, blockHash, findBlock, listBlocks } from './blocks.ts';
import { type FeeMarket, feeEstimates, type Mempool, mempoolStatistics } from './mempool.ts';

export interface ExplorerState {
  mempool: Mempool;
  fees: FeeMarket;
}

export const healthyExplorer: ExplorerState = { mempool: 'busy', fees: 'calm' };

export interface ExplorerPart extends HeadPart {
  state: ExplorerState;
}

/** Starts an Esplora; all of them show the same chain. */
export async function startExplorer(): Promise<RunningService<ExplorerPart>> {
  const chain = seeChain('bitcoin', blockClock);
  const state = { ...healthyExplorer };
  const server = await startServer(routes(chain, state));
  return {
    url: `http://127.0.0.1:${server.port}`,
    values: {},
    part: { server, chain, state },
    note: `at block ${chain.head()}`,
    stop: server.stop,
  };
}

/** Esplora answers a single value as bare text, and mistakes likewise. */
function routes(chain: SeenChain, state: ExplorerState): Handle {
  return route({
    '/blocks/tip/height': () => text(String(chain.head())),
    '/blocks/tip/hash': () => text(blockHash(chain, chain.head())),
    '/blocks': () => json(listBlocks(chain)),
    '/blocks/:height': (_, { height = '' }) => atHeight(chain, height, (number) => json(listBlocks(chain, number))),
    '/block-height/:height': (_, { height = '' }) =>
      atHeight(chain, height, (number) => text(blockHash(chain, number))),
    '/block/:hash': (_, { hash = '' }): Answer => {
      if (!/^[0-9a-f]{64}$/i.test(hash)) return text('Invalid hex string', 400);
      const block = findBlock(chain, hash.toLowerCase());
      return block ? json(block) : text('Block not found', 404);
    },
    '/mempool': () => json(mempoolStatistics(state.mempool, state.fees)),
    '/fee-estimates': () => json(feeEstimates(state.fees)),
  });
}

function atHeight(chain: SeenChain, height: string, answer: (number: number) => Answer): Answer {
  if (!/^\d{1,9}$/.test(height)) return text('Invalid block height', 400);
  return Number(height) > chain.head() ? text('Block not found', 404) : answer(Number(height));
}
