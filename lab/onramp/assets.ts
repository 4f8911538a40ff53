/** What the on-ramp sells. */
const assets = [
  { symbol: 'ETH', network: 'ethereum', name: 'Ether', decimals: 18, price: 2_950.12 },
  { symbol: 'BNB', network: 'bsc', name: 'BNB', decimals: 18, price: 612.4 },
  { symbol: 'BTC', network: 'bitcoin', name: 'Bitcoin', decimals: 8, price: 91_204.55 },
  { symbol: 'SOL', network: 'solana', name: 'Solana', decimals: 9, price: 148.07 },
  { symbol: 'USDC', network: 'ethereum', name: 'USD Coin', decimals: 6, price: 1 },
  { symbol: 'USDT', network: 'tron', name: 'Tether USD', decimals: 6, price: 1 },
];

/** Rough value of one US dollar in the currencies that can be paid with. */
const perDollar: Readonly<Record<string, number>> = { USD: 1, EUR: 0.92, BRL: 5.6, MXN: 18.9 };

/** The list for one currency, `null` for a currency that cannot be paid with. */
export function listAssets(currency: string, enabled: boolean): object | null {
  const rate = perDollar[currency];
  if (rate === undefined) return null;
  return {
    currencyCode: currency,
    total: assets.length,
    enabledTotal: enabled ? assets.length : 0,
    assets: assets.map((asset) => ({
      ...asset,
      price: Math.round(asset.price * rate * 100) / 100,
      enabled,
      minPurchaseAmount: Math.ceil(20 * rate),
    })),
  };
}
