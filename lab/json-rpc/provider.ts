import { type Chain, startChain } from '../chain/chain.ts';
import type { ChainSpec } from '../chain/chain-spec.ts';
import type { HttpPart } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import type { RunningService, ServiceContext } from '../service.ts';
import { publicNode } from './public-node.ts';
import { createRpcEndpoint, type RpcEndpoint } from './rpc-endpoint.ts';

export interface ProviderPart extends HttpPart {
  endpoint: RpcEndpoint;
  chain: Chain;
}

/** Starts a provider's endpoint before the chain; all providers of one chain share its node. */
export async function startProvider(spec: ChainSpec, context: ServiceContext): Promise<RunningService<ProviderPart>> {
  const chain = await context.share(`chain ${spec.name}`, () => startChain(spec, context));
  const endpoint = createRpcEndpoint(publicNode(chain));
  const server = await startServer(endpoint.answer);
  return {
    url: `http://127.0.0.1:${server.port}`,
    values: { ...chain.values },
    part: { server, endpoint, chain },
    note: `chain id ${spec.chainId}, at block ${chain.head()}`,
    stop: server.stop,
  };
}
