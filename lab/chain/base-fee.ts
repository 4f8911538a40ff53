/** Share of the mean by which the base fee swings, and over how many blocks. */
const swing = 0.08;
const blocksPerSwing = 40;

/**
 * Base fee of a block, wei: a slow swing around the chain's mean, so that fee charts look alive. Without
 * it anvil's empty blocks would let the base fee fall by an eighth each, to almost nothing within minutes.
 */
export function baseFeeAt(mean: bigint, block: number): bigint {
  const factor = 1 + swing * Math.sin((block * 2 * Math.PI) / blocksPerSwing);
  return (mean * BigInt(Math.round(factor * 1_000))) / 1_000n;
}
