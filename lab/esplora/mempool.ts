/** What waits for a block, and what a place in one costs. */

export type FeeMarket = 'calm' | 'spike' | 'unknown';
export type Mempool = 'busy' | 'empty';

const targets = [...Array.from({ length: 25 }, (_, index) => index + 1), 144, 504, 1008];
/** sat/vB for the next block, while it is calm. */
const nextBlock = 6.4;
const spikeFactor = 40;
const lowest = 1.02;
/** Shares of the next block's rate, and how many virtual bytes wait at each. */
const steps: readonly (readonly [share: number, vsize: number])[] = [
  [1.9, 52_000],
  [1.2, 110_000],
  [1, 840_000],
  [0.7, 1_600_000],
  [0.4, 6_900_000],
  [0.17, 21_000_000],
];
const averageVsize = 260;

/** sat/vB by target, in blocks; none where the node cannot tell. */
export function feeEstimates(market: FeeMarket): Record<string, number> {
  if (market === 'unknown') return {};
  return Object.fromEntries(targets.map((target) => [target, round(estimate(target) * factor(market))]));
}

/** What waits at `now` (milliseconds): it grows by the second, until the next minute. */
export function mempoolStatistics(mempool: Mempool, market: FeeMarket, now = Date.now()): object {
  if (mempool === 'empty') return { count: 0, vsize: 0, total_fee: 0, fee_histogram: [] };
  const growth = 1 + ((now / 1_000) % 60) / 2_000;
  const histogram = steps.map(([share, vsize]): [rate: number, vsize: number] => [
    round(nextBlock * factor(market) * share),
    Math.round(vsize * growth),
  ]);
  const vsize = histogram.reduce((sum, [, size]) => sum + size, 0);
  const fee = histogram.reduce((sum, [rate, size]) => sum + rate * size, 0);
  return {
    count: Math.round(vsize / averageVsize),
    vsize,
    total_fee: Math.round(fee),
    fee_histogram: histogram,
  };
}

const factor = (market: FeeMarket): number => (market === 'spike' ? spikeFactor : 1);
const estimate = (target: number): number => Math.max(lowest, nextBlock / target ** 0.35);
const round = (rate: number): number => Math.round(rate * 1_000) / 1_000;
