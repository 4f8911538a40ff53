/** What coins cost in the lab: moving, plausible, and the same for every service that asks. */

/** How often a price changes. Seconds. */
const tickSeconds = 30;

interface Coin {
  /** US dollars in the middle of its swing. */
  middle: number;
  /** The share by which it moves up and down. */
  swing: number;
  /** Seconds from one high to the next. */
  period: number;
}

/** By their CoinGecko id. */
const coins: Readonly<Record<string, Coin>> = {
  bitcoin: { middle: 91_204, swing: 0.003, period: 2_700 },
  ethereum: { middle: 2_950, swing: 0.004, period: 1_800 },
  binancecoin: { middle: 612, swing: 0.003, period: 2_100 },
  solana: { middle: 148, swing: 0.006, period: 1_500 },
  'usd-coin': { middle: 1, swing: 0.000_2, period: 3_600 },
  tether: { middle: 1, swing: 0.000_3, period: 3_000 },
};

/** Rough value of one US dollar. */
const perDollar: Readonly<Record<string, number>> = { usd: 1, eur: 0.92, gbp: 0.79, brl: 5.6, mxn: 18.9 };

export interface PricePoint {
  value: number;
  /** Seconds since 1970 at which the price became what it is. */
  updatedAt: number;
}

/** The price of a coin at `now` (seconds since 1970), or `null` for a coin or currency that the lab does not know. */
export function priceAt(coin: string, currency: string, now: number): PricePoint | null {
  const known = Object.hasOwn(coins, coin) ? coins[coin] : undefined;
  const rate = Object.hasOwn(perDollar, currency) ? perDollar[currency] : undefined;
  if (!known || rate === undefined) return null;
  const updatedAt = Math.floor(now / tickSeconds) * tickSeconds;
  const swing = known.swing * Math.sin((2 * Math.PI * updatedAt) / known.period);
  return { value: Number((known.middle * (1 + swing) * rate).toPrecision(8)), updatedAt };
}
