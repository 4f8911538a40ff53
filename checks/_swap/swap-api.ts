import type { HttpRequest } from 'runlight/check';
import type { Reply } from '../_http/reply.ts';
import type { SwapParams } from './pair.ts';

export interface Quote {
  /** Whole coins bought for one that is sold. */
  rate: number;
  /** Units of gas. */
  gas: number | null;
  /** Per cent of the value that is lost to the size of the swap and its fees. */
  priceImpact: number | null;
  /** Seconds since 1970. */
  quotedAt: number | null;
}

/** How one API that quotes swaps is asked and read. */
export interface SwapApi {
  name: string;
  /** Throws `ConfigProblem` where the block lacks what the API needs. */
  question(params: SwapParams): { path: string; request?: HttpRequest };
  /** The API's own words where it works and finds no route; `null` where that is not what it says. */
  noRoute(reply: Reply): string | null;
  read(reply: Reply, params: SwapParams): Quote;
}

/** "There is no route" as these APIs put it; not what a gateway says of a path that it does not serve. */
const words =
  /insufficient[_ ](asset[_ ])?liquidity|no available quotes|no[_ ](possible[_ ])?routes? (was |were )?found/i;

/** The error's words, where they say that there is no route and the status is not one of an outage. */
export function saysNoRoute({ status, words: said, isLimit }: Reply): string | null {
  return !isLimit && status < 500 && said !== null && words.test(said) ? said : null;
}
