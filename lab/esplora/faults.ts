/** The faults of an Esplora that answers well in form and wrongly in content. */
import type { Faults } from '../fault.ts';
import { changesOf } from '../faults/change.ts';
import { goesOnBehind, onAnotherBranch, standsStill } from '../faults/head.ts';
import { type ExplorerPart, healthyExplorer } from './explorer.ts';

const staleBlocks = 18;
const lagBlocks = 4;
const forkDepth = 6;

const changes = changesOf(healthyExplorer);

export const staleTip = standsStill(
  staleBlocks,
  `Its tip stays the same, ${staleBlocks} blocks (about three hours) behind the chain.`,
);

export const esploraFaults: Faults<ExplorerPart> = {
  'stale-tip': staleTip,
  lagging: goesOnBehind(lagBlocks, `Keeps up ${lagBlocks} blocks behind its peer.`),
  fork: onAnotherBranch(forkDepth, `Its last ${forkDepth} blocks have other hashes than its peer's.`),
  'fees-spike': changes('fees', 'spike', 'A place in the next block costs forty times as much as usual.'),
  'fee-estimates-empty': changes('fees', 'unknown', 'Answers fee estimates with `{}`: none.'),
  'empty-mempool': changes('mempool', 'empty', 'Its mempool is empty, as after a restart.'),
};
