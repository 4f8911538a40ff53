import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { baseUnits, holdDecimals, holdTokens, pairOf, rateOf } from './pair.ts';
import { type SwapApi, saysNoRoute } from './swap-api.ts';

const name = '1inch';

const tokenSchema = z.looseObject({ address: z.string(), decimals: z.int() });
const quoteSchema = z.looseObject({
  dstAmount: baseUnits,
  gas: z.int().nonnegative().nullish(),
  srcToken: tokenSchema.nullish(),
  dstToken: tokenSchema.nullish(),
});

/**
 * 1inch Classic Swap API, `GET /swap/v6.1/{chainId}/quote`. Without a route it answers 400 with
 * `{"error":"Bad Request","description":"insufficient liquidity","statusCode":400,…}`. It gives no time
 * and no price impact.
 * Sources: 1inch's developer portal as public clients use it (`src`, `dst`, `amount`, `includeGas`,
 * `includeTokensInfo`; `dstAmount`, `gas`, `srcToken`, `dstToken`; the error's body).
 */
export const oneInch: SwapApi = {
  name,
  question(params) {
    const { chainId, sell, buy, amount } = pairOf(params, name);
    const query = { src: sell, dst: buy, amount: String(amount), includeGas: 'true', includeTokensInfo: 'true' };
    return { path: `/swap/v6.1/${chainId}/quote?${new URLSearchParams(query)}` };
  },
  noRoute: saysNoRoute,
  read(reply, params) {
    const pair = pairOf(params, name);
    const { dstAmount, gas, srcToken, dstToken } = readReply(reply, quoteSchema, 'The quote');
    holdTokens(pair, { sell: srcToken?.address, buy: dstToken?.address }, name);
    holdDecimals(pair, { sell: srcToken?.decimals, buy: dstToken?.decimals }, name);
    return { rate: rateOf(dstAmount, pair, name), gas: gas ?? null, priceImpact: null, quotedAt: null };
  },
};
