import { CheckFailure } from 'runlight/check';
import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { timeText } from '../_http/time-text.ts';
import { type SwapApi, saysNoRoute } from './swap-api.ts';

const name = 'The wallet’s API';

const quoteSchema = z.looseObject({ from: z.string(), to: z.string(), rate: z.string(), quotedAt: timeText });

/**
 * The edge of our own API, `GET /v1/quotes?from=ETH&to=USDC`: by symbol, with the rate as a text and the
 * time at which it was quoted.
 * Source: the wallet's own API.
 */
export const wallet: SwapApi = {
  name,
  question: ({ sell, buy }) => ({ path: `/v1/quotes?${new URLSearchParams({ from: sell, to: buy })}` }),
  noRoute: saysNoRoute,
  read(reply, { sell, buy }) {
    const quote = readReply(reply, quoteSchema, 'The quote');
    if (quote.from !== sell || quote.to !== buy)
      throw new CheckFailure('protocol', `${name} was asked about one pair and answered about another.`);
    const rate = /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(quote.rate) ? Number(quote.rate) : Number.NaN;
    if (!(rate > 0 && Number.isFinite(rate)))
      throw new CheckFailure('protocol', `${name} quotes the rate \`${quote.rate.slice(0, 60)}\`: that is none.`);
    return { rate, gas: null, priceImpact: null, quotedAt: quote.quotedAt };
  },
};
