import type { HeadPart } from '../faults/head.ts';
import { createHeadClock } from '../heads/head-clock.ts';
import { type SeenChain, seeChain } from '../heads/seen-chain.ts';
import { type Handle, json } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import type { RunningService } from '../service.ts';

export interface CosmosState {
  network: string;
  catchingUp: boolean;
  errorInside: boolean;
}

export const healthyCosmos: CosmosState = { network: 'cosmoshub-4', catchingUp: false, errorInside: false };

export interface CosmosPart extends HeadPart {
  state: CosmosState;
}

const clock = createHeadClock({
  from: { height: 31_000_000, time: Date.UTC(2026, 9, 8) },
  spacing: 6_000,
  jitter: 0.1,
});

/** Nodes keep the last weeks of blocks. */
const keptBlocks = 400_000;

/** Starts a node's RPC; all nodes see the same chain. */
export async function startCosmos(): Promise<RunningService<CosmosPart>> {
  const chain = seeChain('cosmos', clock);
  const state = { ...healthyCosmos };
  const api = routes(chain, state);
  const server = await startServer((question) => (state.errorInside ? internalError : api(question)));
  return {
    url: `http://127.0.0.1:${server.port}`,
    values: {},
    part: { server, chain, state },
    note: `${state.network}, at block ${chain.head()}`,
    stop: server.stop,
  };
}

/** What is asked by URI is answered in a JSON-RPC envelope with the id -1. */
const envelope = { jsonrpc: '2.0', id: -1 };
const internalError = json({
  ...envelope,
  error: { code: -32603, message: 'Internal error', data: 'could not load the newest block' },
});

function routes(chain: SeenChain, state: CosmosState): Handle {
  return route({
    '/health': () => json({ ...envelope, result: {} }),
    '/status': () => json({ ...envelope, result: status(chain, state) }),
  });
}

/** Integers of 64 bits are texts, hashes upper case, times with nanoseconds. */
function status(chain: SeenChain, { network, catchingUp }: CosmosState): object {
  const head = chain.head();
  const hash = (height: number): string => chain.hashOf(height).toUpperCase();
  const time = (height: number): string => new Date(chain.timeOf(height)).toISOString().replace('Z', '481526Z');
  return {
    node_info: {
      protocol_version: { p2p: '8', block: '11', app: '0' },
      id: '6ffa64f7e7d78421d43eafa800fb11df3ce9c176',
      listen_addr: 'tcp://0.0.0.0:26656',
      network,
      version: '0.38.19',
      channels: '40202122233038606100',
      moniker: 'lab',
      other: { tx_index: 'on', rpc_address: 'tcp://0.0.0.0:26657' },
    },
    sync_info: {
      latest_block_hash: hash(head),
      latest_app_hash: hash(head - 1),
      latest_block_height: String(head),
      latest_block_time: time(head),
      earliest_block_hash: hash(head - keptBlocks),
      earliest_app_hash: hash(head - keptBlocks - 1),
      earliest_block_height: String(head - keptBlocks),
      earliest_block_time: time(head - keptBlocks),
      catching_up: catchingUp,
    },
    validator_info: {
      address: 'DB71D3EE07AB06B394915C186C48939887FBDF03',
      pub_key: { type: 'tendermint/PubKeyEd25519', value: 'QJxO4ljISgXoTU5e48pip/bff80xwLw+RxaDdjM05G0=' },
      voting_power: '0',
    },
  };
}
