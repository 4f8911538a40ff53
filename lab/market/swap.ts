/** What a swap of two tokens brings in the lab, before an API puts it into its own words. */
import { priceAt } from './prices.ts';
import { findToken, type LabToken } from './tokens.ts';

export interface SwapState {
  liquidity: 'deep' | 'none';
  rate: 'market' | 'bad';
  errorInside: boolean;
  isLimited: boolean;
}

export interface LabSwap {
  sell: LabToken;
  buy: LabToken;
  /** Base units. */
  sold: bigint;
  bought: bigint;
  soldUsd: number;
  boughtUsd: number;
  gas: number;
}

/** What exchanges keep, and what they keep too much when the rate is bad: shares. */
const spread = 0.001;
const badSpread = 0.2;
/** More than this finds no route. US dollars. */
const deepest = 50_000_000;
const precision = 1_000_000_000_000;
const gas = 215_000;

/** The swap, or `null` where there is no route: an unknown token, too much of it, or none today. */
export function findSwap(chain: string, from: string, to: string, amount: string, state: SwapState): LabSwap | null {
  const [sell, buy] = [findToken(chain, from), findToken(chain, to)];
  if (state.liquidity === 'none' || !sell || !buy || !/^[1-9]\d{0,77}$/.test(amount)) return null;
  const now = Date.now() / 1_000;
  const [sellPrice, buyPrice] = [priceAt(sell.coin, 'usd', now)?.value, priceAt(buy.coin, 'usd', now)?.value];
  if (!sellPrice || !buyPrice) return null;
  const rate = (sellPrice / buyPrice) * (1 - (state.rate === 'bad' ? badSpread : spread));
  const sold = BigInt(amount);
  const scaled = sold * BigInt(Math.round(rate * precision)) * 10n ** BigInt(buy.decimals);
  const bought = scaled / (BigInt(precision) * 10n ** BigInt(sell.decimals));
  const soldUsd = (Number(sold) / 10 ** sell.decimals) * sellPrice;
  const boughtUsd = (Number(bought) / 10 ** buy.decimals) * buyPrice;
  return soldUsd > deepest || bought === 0n ? null : { sell, buy, sold, bought, soldUsd, boughtUsd, gas };
}
