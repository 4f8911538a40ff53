const gwei = 1_000_000_000n;

/** What makes one chain of the lab that chain. */
export interface ChainSpec {
  name: string;
  chainId: number;
  /** The chain that `wrong-chain` answers for: the same network's test chain, as after a mixed-up setting. */
  testChainId: number;
  /** Seconds between two blocks. */
  blockTime: number;
  /** Mean base fee, wei. The stuck transaction offers a quarter of it. */
  baseFee: bigint;
}

export const ethereum: ChainSpec = {
  name: 'ethereum',
  chainId: 1,
  testChainId: 11_155_111,
  blockTime: 12,
  baseFee: 8n * gwei,
};

/** The real chain's base fee is 0; ours is not, so that "below the base fee" means the same on both chains. */
export const bsc: ChainSpec = {
  name: 'bsc',
  chainId: 56,
  testChainId: 97,
  blockTime: 3,
  baseFee: gwei,
};
