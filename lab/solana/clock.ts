import { createHeadClock } from '../heads/head-clock.ts';

/**
 * The lab's slots, one every 0.2 s. The network's own pace has moved, and will: a client reads it from
 * the chain, and no page should fix it.
 */
export const slotClock = createHeadClock({
  from: { height: 452_000_000, time: Date.UTC(2026, 9, 8) },
  spacing: 200,
});

export const genesisHashes = {
  mainnet: '5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d',
  devnet: 'EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG',
};
