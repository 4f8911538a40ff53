/** The tokens that the lab's swap API trades, at their real addresses. */
export interface LabToken {
  symbol: string;
  address: string;
  decimals: number;
  /** Its price in the lab, by CoinGecko id. */
  coin: string;
}

/** How 0x and 1inch write a chain's own coin, and how LI.FI does. */
const nativeAddresses = ['0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE', '0x0000000000000000000000000000000000000000'];

const tokens: Readonly<Record<string, readonly LabToken[]>> = {
  1: [
    ...nativeAddresses.map((address) => ({ symbol: 'ETH', address, decimals: 18, coin: 'ethereum' })),
    { symbol: 'WETH', address: '0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2', decimals: 18, coin: 'ethereum' },
    { symbol: 'WBTC', address: '0x2260FAC5E5542a773Aa44fBCfeDf7C193bc2C599', decimals: 8, coin: 'bitcoin' },
    { symbol: 'USDC', address: '0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48', decimals: 6, coin: 'usd-coin' },
    { symbol: 'USDT', address: '0xdAC17F958D2ee523a2206206994597C13D831ec7', decimals: 6, coin: 'tether' },
  ],
  56: [
    ...nativeAddresses.map((address) => ({ symbol: 'BNB', address, decimals: 18, coin: 'binancecoin' })),
    { symbol: 'USDT', address: '0x55d398326f99059fF775485246999027B3197955', decimals: 18, coin: 'tether' },
  ],
};

export function findToken(chain: string, address: string): LabToken | null {
  const known = Object.hasOwn(tokens, chain) ? (tokens[chain] ?? []) : [];
  return known.find((token) => token.address.toLowerCase() === address.toLowerCase()) ?? null;
}
