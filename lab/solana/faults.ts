/** The faults of a Solana provider that answers well in form and wrongly in content. */
import { RpcError } from '../chain/rpc-client.ts';
import type { End, Fault, Faults } from '../fault.ts';
import { goesOnBehind, standsStill } from '../faults/head.ts';
import type { Layer } from '../json-rpc/layer.ts';
import { genesisHashes } from './clock.ts';
import type { SolanaPart } from './provider.ts';

const stalledSlots = 500;
const lagSlots = 200;
const behindSlots = 400;

/** A fault that answers one method itself, or every one. */
const answering = (kind: string, summary: string, layer: Layer): Fault<SolanaPart> => ({
  kind,
  summary,
  begin: ({ endpoint }) => endpoint.lay(layer),
});

const unhealthy =
  (message: string, numSlotsBehind: number | null): Layer =>
  (call, next) => {
    if (call.method === 'getHealth') throw new RpcError(-32005, message, { numSlotsBehind });
    return next(call);
  };

export const stalledSlot = standsStill(
  stalledSlots,
  `Its slot stays the same, ${stalledSlots} slots behind the cluster, while it calls itself healthy.`,
);

export const solanaFaults: Faults<SolanaPart> = {
  'stalled-slot': stalledSlot,
  lagging: goesOnBehind(
    lagSlots,
    `Keeps up ${lagSlots} slots behind its peer, while it calls itself healthy, as a pool of nodes may.`,
  ),
  behind: {
    kind: 'head',
    summary: `Says that it is unhealthy: -32005, ${behindSlots} slots behind; and it is.`,
    async begin({ chain, endpoint }) {
      const ends: End[] = [
        chain.see((newest) => newest - behindSlots),
        endpoint.lay(unhealthy(`Node is behind by ${behindSlots} slots`, behindSlots)),
      ];
      return async () => {
        for (const end of ends) await end();
      };
    },
  },
  unhealthy: answering(
    'health',
    'Says that it is unhealthy (-32005), and not how far behind it is.',
    unhealthy('Node is unhealthy', null),
  ),
  'wrong-cluster': answering('cluster', "Answers with devnet's genesis hash.", async (call, next) =>
    call.method === 'getGenesisHash' ? genesisHashes.devnet : next(call),
  ),
  'rate-limit-200': answering('limit', 'Answers 200 with the error 429, too many requests.', () => {
    throw new RpcError(429, 'Too many requests for a specific RPC call');
  }),
};
