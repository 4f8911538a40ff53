/** The lab's TRON chain: a block every 3 s, solidified once most of the 27 producers have built on it. */
import { createHeadClock } from '../heads/head-clock.ts';
import type { SeenChain } from '../heads/seen-chain.ts';

export const tronClock = createHeadClock({
  from: { height: 86_500_000, time: Date.UTC(2026, 9, 8) },
  spacing: 3_000,
});

/** A block is solidified when 19 of 27 producers have built on it. */
export const usualSolidity = 18;
const producers = 27;

/** A block's id: its height in 16 digits, then its hash. */
export function blockId(chain: SeenChain, number: number): string {
  return number.toString(16).padStart(16, '0') + chain.hashOf(number).slice(16);
}

/** The block as the HTTP API writes it. The lab's blocks carry no transactions, and then the key is left out. */
export function tronBlock(chain: SeenChain, number: number): object {
  const producer = (number % producers).toString(16).padStart(2, '0');
  return {
    blockID: blockId(chain, number),
    block_header: {
      raw_data: {
        number,
        txTrieRoot: '0'.repeat(64),
        witness_address: `41${producer.repeat(20)}`,
        parentHash: blockId(chain, number - 1),
        version: 34,
        timestamp: chain.timeOf(number),
      },
      witness_signature: `${chain.hashOf(number).repeat(2)}00`,
    },
  };
}
