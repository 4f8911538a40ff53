/** The faults of a TRON node that answers well in form and wrongly in content. */
import type { Faults } from '../fault.ts';
import { changesOf } from '../faults/change.ts';
import { goesOnBehind, onAnotherBranch, standsStill } from '../faults/head.ts';
import { healthyTron, type TronPart } from './node.ts';

const staleBlocks = 100;
const lagBlocks = 12;
const forkDepth = 40;
const stalledSolidity = 400;

const changes = changesOf(healthyTron);

export const staleHead = standsStill(
  staleBlocks,
  `The newest block stays the same, ${staleBlocks} blocks (5 minutes) behind the chain.`,
);

export const tronFaults: Faults<TronPart> = {
  'stale-head': staleHead,
  lagging: goesOnBehind(lagBlocks, `Keeps up ${lagBlocks} blocks behind its peer.`),
  fork: onAnotherBranch(forkDepth, `Its last ${forkDepth} blocks have other ids than its peer's.`),
  'no-peers': changes('connected', false, 'Is connected to no other node.'),
  'empty-block': changes('hasBlock', false, 'Answers `{}`: it has no newest block.'),
  'lack-of-resources': changes('hasResources', false, 'Answers 200 with the error “lack of computing resources”.'),
  'solidity-stalled': {
    kind: 'solidified',
    summary: `Blocks go on, but none is solidified any more: the newest is ${stalledSolidity} blocks back.`,
    begin({ chain, state }) {
      state.solidified = chain.head() - stalledSolidity;
      return () => {
        state.solidified = null;
      };
    },
  },
};
