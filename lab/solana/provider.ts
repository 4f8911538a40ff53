import type { HeadPart } from '../faults/head.ts';
import { seeChain } from '../heads/seen-chain.ts';
import { startServer } from '../http/lab-server.ts';
import { createRpcEndpoint, type RpcEndpoint } from '../json-rpc/rpc-endpoint.ts';
import type { RunningService } from '../service.ts';
import { slotClock } from './clock.ts';
import { solanaNode } from './node.ts';

export interface SolanaPart extends HeadPart {
  endpoint: RpcEndpoint;
}

/** Starts a provider's endpoint; all providers see the same cluster. */
export async function startSolana(): Promise<RunningService<SolanaPart>> {
  const chain = seeChain('solana', slotClock);
  const endpoint = createRpcEndpoint(solanaNode(chain));
  const server = await startServer(endpoint.answer);
  return {
    url: `http://127.0.0.1:${server.port}`,
    values: {},
    part: { server, endpoint, chain },
    note: `at slot ${chain.head()}`,
    stop: server.stop,
  };
}
