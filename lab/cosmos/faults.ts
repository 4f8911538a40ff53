/** The faults of a CometBFT node that answers well in form and wrongly in content. */
import type { Faults } from '../fault.ts';
import { changesOf } from '../faults/change.ts';
import { goesOnBehind, standsStill } from '../faults/head.ts';
import { type CosmosPart, healthyCosmos } from './node.ts';

const staleBlocks = 100;
const lagBlocks = 8;
const syncBlocks = 5_000;

const changes = changesOf(healthyCosmos);

export const staleHead = standsStill(
  staleBlocks,
  `The newest block stays the same, ${staleBlocks} blocks (10 minutes) behind the chain.`,
);

export const cosmosFaults: Faults<CosmosPart> = {
  'stale-head': staleHead,
  lagging: goesOnBehind(lagBlocks, `Keeps up ${lagBlocks} blocks behind its peer.`),
  'catching-up': {
    kind: 'head',
    summary: `Says that it is catching up, ${syncBlocks} blocks behind.`,
    begin({ chain, state }) {
      const end = chain.see((newest) => newest - syncBlocks);
      state.catchingUp = true;
      return async () => {
        state.catchingUp = false;
        await end();
      };
    },
  },
  'wrong-network': changes('network', 'theta-testnet-001', "Answers for the network's test chain."),
  'error-in-200': changes('errorInside', true, 'Answers 200 with a JSON-RPC error inside.'),
};
