/** The lab's Bitcoin chain, as Esplora shows it: blocks of uneven distance, ten minutes apart on average. */
import { createHash } from 'node:crypto';
import { createHeadClock } from '../heads/head-clock.ts';
import type { SeenChain } from '../heads/seen-chain.ts';

export const blockClock = createHeadClock({
  from: { height: 970_000, time: Date.UTC(2026, 9, 8) },
  spacing: 600_000,
  jitter: 0.45,
});

/** So far back a block is found by its hash. */
const searched = 1_000;
const zeros = '0'.repeat(19);

/** A block's hash as it would be after so much work. */
export const blockHash = (chain: SeenChain, height: number): string => zeros + chain.hashOf(height).slice(zeros.length);

/** The block of that hash, or `null`. */
export function findBlock(chain: SeenChain, hash: string): object | null {
  const head = chain.head();
  for (let height = head; height > head - searched && height >= 0; height -= 1)
    if (blockHash(chain, height) === hash) return describeBlock(chain, height);
  return null;
}

/** The newest ten blocks, or the ten up to a height. */
export function listBlocks(chain: SeenChain, from = chain.head()): object[] {
  return Array.from({ length: Math.min(10, from + 1) }, (_, index) => describeBlock(chain, from - index));
}

function describeBlock(chain: SeenChain, height: number): object {
  const weight = 3_990_000 + (height % 3_000);
  return {
    id: blockHash(chain, height),
    height,
    version: 0x2000_0000,
    timestamp: seconds(chain.timeOf(height)),
    tx_count: 2_400 + (height % 1_700),
    size: Math.round(weight / 2.4),
    weight,
    merkle_root: createHash('sha256').update(blockHash(chain, height)).digest('hex'),
    previousblockhash: blockHash(chain, height - 1),
    mediantime: seconds(chain.timeOf(height - 5)),
    nonce: (height * 2_654_435_761) % 0x1_0000_0000,
    bits: 0x1702_0cc8,
    difficulty: 137_000_000_000_000,
  };
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1_000);
