import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { baseUnits, holdAmount, holdTokens, pairOf, rateOf } from './pair.ts';
import { type SwapApi, saysNoRoute } from './swap-api.ts';

const name = '0x';

const priceSchema = z.looseObject({
  liquidityAvailable: z.literal(true),
  sellToken: z.string(),
  buyToken: z.string(),
  sellAmount: baseUnits,
  buyAmount: baseUnits,
  gas: z.string().regex(/^\d+$/).nullish(),
});

/**
 * 0x Swap API v2, `GET /swap/allowance-holder/price`, an indicative price without a transaction. Without
 * a route it answers 200 with `{"liquidityAvailable":false}` and nothing else. It gives the block at
 * which it looked, but no time and no price impact.
 * Sources: docs.0x.org and its OpenAPI description (Get price; API issues and error codes: `name` and
 * `message`).
 */
export const zeroEx: SwapApi = {
  name,
  question(params) {
    const { chainId, sell, buy, amount } = pairOf(params, name);
    const query = { chainId: String(chainId), sellToken: sell, buyToken: buy, sellAmount: String(amount) };
    const path = `/swap/allowance-holder/price?${new URLSearchParams(query)}`;
    return { path, request: { headers: { '0x-version': 'v2' } } };
  },
  noRoute(reply) {
    const answer = z.looseObject({ liquidityAvailable: z.literal(false) }).safeParse(reply.body);
    return reply.status === 200 && answer.success ? '`liquidityAvailable` is false' : saysNoRoute(reply);
  },
  read(reply, params) {
    const pair = pairOf(params, name);
    const price = readReply(reply, priceSchema, 'The quote');
    holdTokens(pair, { sell: price.sellToken, buy: price.buyToken }, name);
    holdAmount(pair, price.sellAmount, name);
    const gas = price.gas ? Number(price.gas) : null;
    return {
      rate: rateOf(price.buyAmount, pair, name),
      gas: Number.isSafeInteger(gas) ? gas : null,
      priceImpact: null,
      quotedAt: null,
    };
  },
};
