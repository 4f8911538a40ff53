import { ConfigProblem } from 'runlight/check';
import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { baseUnits, holdAmount, holdDecimals, holdTokens, pairOf, rateOf } from './pair.ts';
import { type SwapApi, saysNoRoute } from './swap-api.ts';

const name = 'LI.FI';

const tokenSchema = z.looseObject({ address: z.string(), decimals: z.int() });
/** Dollars as a text. */
const dollars = z.string().transform(Number).pipe(z.number().nonnegative()).nullish();
const quoteSchema = z.looseObject({
  action: z.looseObject({ fromToken: tokenSchema, toToken: tokenSchema, fromAmount: baseUnits }),
  estimate: z.looseObject({
    toAmount: baseUnits,
    fromAmountUSD: dollars,
    toAmountUSD: dollars,
    gasCosts: z.array(z.looseObject({ estimate: z.string().regex(/^\d+$/) })).nullish(),
  }),
});

/**
 * LI.FI API, `GET /v1/quote` on one chain. Without a route it answers 404 with code 1002 and, for each
 * exchange and bridge that it asked, why that one has none. Where all of them timed out or failed, that
 * is no lack of liquidity, and the answer counts as an error. `priceImpact` is what the quote loses
 * between the dollar values that LI.FI gives for both sides, fees included. It gives no time.
 * Sources: docs.li.fi (Get a quote; error codes; tool errors), github.com/lifinance/types.
 */
export const lifi: SwapApi = {
  name,
  question(params) {
    const { chainId, sell, buy, amount } = pairOf(params, name);
    if (params.taker === undefined)
      throw new ConfigProblem(`For a quote of ${name} the block needs \`taker\`, the address that would swap.`);
    const chain = String(chainId);
    const tokens = { fromToken: sell, toToken: buy, fromAmount: String(amount), fromAddress: params.taker };
    return { path: `/v1/quote?${new URLSearchParams({ fromChain: chain, toChain: chain, ...tokens })}` };
  },
  noRoute(reply) {
    const said = saysNoRoute(reply);
    const codes = toolCodes(reply.body);
    return codes.length > 0 && codes.every((code) => brokenTool.has(code)) ? null : said;
  },
  read(reply, params) {
    const pair = pairOf(params, name);
    const { action, estimate } = readReply(reply, quoteSchema, 'The quote');
    holdTokens(pair, { sell: action.fromToken.address, buy: action.toToken.address }, name);
    holdDecimals(pair, { sell: action.fromToken.decimals, buy: action.toToken.decimals }, name);
    holdAmount(pair, action.fromAmount, name);
    const gas = estimate.gasCosts?.reduce((sum, cost) => sum + Number(cost.estimate), 0) ?? null;
    return {
      rate: rateOf(estimate.toAmount, pair, name),
      gas: Number.isSafeInteger(gas) ? gas : null,
      priceImpact: lossBetween(estimate.fromAmountUSD, estimate.toAmountUSD),
      quotedAt: null,
    };
  },
};

/** Per cent, to a thousandth; a gain is 0. */
function lossBetween(from: number | null | undefined, to: number | null | undefined): number | null {
  if (!from || to === undefined || to === null) return null;
  return Math.max(0, Math.round((1 - to / from) * 100_000) / 1000);
}

/** Codes with which an exchange or bridge says that it did not answer, not that it has no liquidity. */
const brokenTool: ReadonlySet<string> = new Set(['TOOL_TIMEOUT', 'RPC_ERROR', 'UNKNOWN_ERROR', 'TOOL_SPECIFIC_ERROR']);
const maxNesting = 8;

/** The codes of single exchanges and bridges, wherever `errors` holds them: a list, or lists by path. */
function toolCodes(body: unknown): string[] {
  const parsed = z.looseObject({ errors: z.unknown() }).safeParse(body);
  return parsed.success ? codesWithin(parsed.data.errors, maxNesting) : [];
}

function codesWithin(value: unknown, nesting: number): string[] {
  if (value === null || typeof value !== 'object' || nesting === 0) return [];
  const tool = z.looseObject({ errorType: z.string(), code: z.string() }).safeParse(value);
  if (tool.success) return [tool.data.code];
  return Object.values(value).flatMap((inner) => codesWithin(inner, nesting - 1));
}
