import { CheckFailure, ConfigProblem } from 'runlight/check';
import { z } from 'zod';

/** What a block says of the swap, as it is written. */
export interface SwapParams {
  sell: string;
  buy: string;
  chainId?: number | undefined;
  amount?: string | undefined;
  sellDecimals?: number | undefined;
  buyDecimals?: number | undefined;
  taker?: string | undefined;
}

/** Two tokens on one chain, and how much of the first is sold. */
export interface Pair {
  chainId: number;
  /** Contract addresses. */
  sell: string;
  buy: string;
  /** Base units of the token that is sold. */
  amount: bigint;
  sellDecimals: number;
  buyDecimals: number;
}

const address = /^0x[0-9a-f]{40}$/i;
/** More than any token has; powers of ten beyond it would only burn time. */
const maxDecimals = 36;

/** The block's pair for an API that asks by chain, address and base units; anything missing is the page's mistake. */
export function pairOf(params: SwapParams, api: string): Pair {
  const { sell, buy, chainId, amount, sellDecimals, buyDecimals } = params;
  const missing = Object.entries({ chainId, amount, sellDecimals, buyDecimals })
    .filter(([, value]) => value === undefined)
    .map(([name]) => `\`${name}\``);
  if (chainId === undefined || amount === undefined || sellDecimals === undefined || buyDecimals === undefined)
    throw new ConfigProblem(`For a quote of ${api} the block needs ${missing.join(' and ')}.`);
  for (const token of [sell, buy])
    if (!address.test(token))
      throw new ConfigProblem(`${api} asks for contract addresses (\`0x\` and 40 hex digits); received \`${token}\`.`);
  for (const decimals of [sellDecimals, buyDecimals])
    if (decimals < 0 || decimals > maxDecimals)
      throw new ConfigProblem(`A token has 0 to ${maxDecimals} decimals; received \`${decimals}\`.`);
  return { chainId, sell, buy, amount: BigInt(amount), sellDecimals, buyDecimals };
}

/** An amount of base units: a whole number as text, as large as a chain can hold. */
export const baseUnits = z
  .string()
  .regex(/^\d{1,78}$/, { error: 'expected a whole number as text' })
  .transform(BigInt);

/** Digits behind the point that a rate keeps before it becomes a number. */
const scaleDigits = 36;

/** How many whole coins are bought for one that is sold. */
export function rateOf(bought: bigint, { amount, sellDecimals, buyDecimals }: Pair, api: string): number {
  const scaled = (bought * 10n ** BigInt(sellDecimals + scaleDigits)) / (amount * 10n ** BigInt(buyDecimals));
  // As a text it is rounded once.
  const rate = Number(`${scaled}e-${scaleDigits}`);
  if (rate > 0) return rate;
  throw new CheckFailure('protocol', `${api} quotes ${bought} base units for the swap: that is no quote.`);
}

/** The answer must be about the amount that was asked for. */
export function holdAmount(pair: Pair, said: bigint, api: string): void {
  if (said !== pair.amount)
    throw new CheckFailure('protocol', `${api} was asked for ${pair.amount} base units and quotes ${said}.`);
}

/** The answer must be about the tokens that were asked for. */
export function holdTokens(
  pair: Pair,
  said: { sell?: string | undefined; buy?: string | undefined },
  api: string,
): void {
  for (const side of ['sell', 'buy'] as const) {
    const token = said[side];
    if (token !== undefined && token.toLowerCase() !== pair[side].toLowerCase())
      throw new CheckFailure(
        'protocol',
        `${api} was asked about \`${pair[side]}\` and answered about \`${token.slice(0, 60)}\`.`,
      );
  }
}

/** A wrong number of decimals makes every rate wrong by powers of ten; where the API knows better, the page is wrong. */
export function holdDecimals(
  pair: Pair,
  said: { sell?: number | undefined; buy?: number | undefined },
  api: string,
): void {
  for (const [name, given, known] of [
    ['sellDecimals', pair.sellDecimals, said.sell],
    ['buyDecimals', pair.buyDecimals, said.buy],
  ] as const)
    if (known !== undefined && known !== given)
      throw new ConfigProblem(`The block says \`${name}="${given}"\`, and ${api} says ${known}.`);
}
