import {
  ageOf,
  askPeer,
  ConfigProblem,
  defineCheck,
  type Http,
  type NotTaken,
  notTaken,
  PeerSilence,
  param,
} from 'runlight/check';
import { askFor, refuse } from './_http/reply.ts';
import { deviationFrom, isOld, maxAge } from './_price/measure.ts';
import { readPrices } from './_price/simple-price.ts';
import { lifi } from './_swap/lifi.ts';
import { oneInch } from './_swap/one-inch.ts';
import type { SwapApi } from './_swap/swap-api.ts';
import { wallet } from './_swap/wallet.ts';
import { zeroEx } from './_swap/zero-ex.ts';

const apis = { '0x': zeroEx, '1inch': oneInch, lifi, wallet } as const satisfies Record<string, SwapApi>;

/**
 * Proves that a swap aggregator quotes a pair, and at a rate that is near the market's.
 *
 * Readings: `liquidity` (whether there is a route), `rate` (whole coins bought for one that is sold),
 * `deviation` (% between that rate and the one from the `reference` feed's prices of `sellAsset` and
 * `buyAsset`, whichever is higher; absent without a `reference`), `priceImpact` (%, LI.FI alone), `gas`
 * (units, where the API estimates it), `age` (s since it was quoted, the wallet's API alone), `latency`
 * (ms, one call).
 * "No route" is an answer, not an outage: `liquidity` is then `false`, and every other reading but
 * `latency` is absent. A reference that is silent, or whose prices are older than 10 minutes, says
 * nothing about the aggregator: `deviation` is then not taken.
 * An aggregator needs `chainId`, `sell` and `buy` as contract addresses, `amount` in base units, and the
 * decimals of both tokens; LI.FI also `taker`. The wallet's API needs symbols. Only prices are asked, no
 * transaction is made or sent.
 * Sources: those of each API, in `_swap/`.
 */
export default defineCheck({
  summary: 'A swap aggregator quotes a pair at a rate near the market’s',
  layer: 'provider',
  params: {
    target: param.target(),
    api: param.choice(Object.keys(apis) as [keyof typeof apis]),
    sell: param.matching(/^[\w.$-]{1,100}$/, 'a token’s contract address, or its symbol'),
    buy: param.matching(/^[\w.$-]{1,100}$/, 'a token’s contract address, or its symbol'),
    chainId: param.integer('a chain’s number, such as `1`').optional(),
    amount: param.matching(/^[1-9]\d{0,77}$/, 'an amount in base units (a whole number)').optional(),
    sellDecimals: param.integer('the decimals of the token that is sold').optional(),
    buyDecimals: param.integer('the decimals of the token that is bought').optional(),
    taker: param.matching(/^0x[0-9a-f]{40}$/i, 'an address (`0x` and 40 hex digits)').optional(),
    reference: param.target().optional(),
    sellAsset: param.matching(/^[a-z0-9][\w.-]{0,99}$/i, 'an asset’s id at the reference feed').optional(),
    buyAsset: param.matching(/^[a-z0-9][\w.-]{0,99}$/i, 'an asset’s id at the reference feed').optional(),
  },
  readings: {
    liquidity: { type: 'boolean', summary: 'Whether there is a route for the pair and the amount' },
    rate: { type: 'number', summary: 'Coins bought for one that is sold' },
    deviation: { unit: '%', summary: 'How far the rate is from the reference feed’s' },
    priceImpact: { unit: '%', summary: 'Value lost to the size of the swap and its fees' },
    gas: { type: 'integer', summary: 'Gas that the API estimates' },
    age: { unit: 's', summary: 'Time since the quote was made' },
    latency: { unit: 'ms', summary: 'Time of one call for a quote' },
  },
  async run({ params, http, wanted, evidence }) {
    const api = apis[params.api];
    const { path, request } = api.question(params);
    const [reply, market] = await Promise.all([
      askFor(http, path, request),
      wanted.has('deviation') ? readMarket(http, params) : null,
    ]);
    const latency = reply.durationMs;
    const noRoute = api.noRoute(reply);
    if (noRoute !== null) {
      evidence(
        'No route',
        `${api.name} answers ${reply.status}, and has no route from ${params.sell} to ${params.buy}: ${noRoute}`,
      );
      return { liquidity: false, latency };
    }
    refuse(reply);
    const quote = api.read(reply, params);
    const lines = [`${http.target}: one ${params.sell} buys ${quote.rate} ${params.buy}.`];
    let deviation: number | NotTaken | null = null;
    if (market instanceof PeerSilence) deviation = silent(market, evidence);
    else if (market) {
      lines.push(`${market.target}: ${market.rate}.`);
      deviation = market.isOld
        ? notTaken(`the prices of \`${market.target}\` are older than ${maxAge / 60} minutes`)
        : deviationFrom(market.rate, quote.rate);
    }
    evidence('Rates', lines.join('\n'));
    return {
      liquidity: true,
      rate: quote.rate,
      deviation,
      priceImpact: quote.priceImpact,
      gas: quote.gas,
      age: quote.quotedAt === null ? null : ageOf(quote.quotedAt, 'The quote', evidence),
      latency,
    };
  },
});

interface Market {
  target: string;
  /** Coins bought for one that is sold, by both coins' prices. */
  rate: number;
  isOld: boolean;
}

/** The market's rate by the reference feed; `null` where the block names none. */
async function readMarket(
  http: Http,
  {
    reference,
    sellAsset,
    buyAsset,
  }: { reference?: string | undefined; sellAsset?: string | undefined; buyAsset?: string | undefined },
): Promise<Market | PeerSilence | null> {
  if (reference === undefined) return null;
  if (sellAsset === undefined || buyAsset === undefined)
    throw new ConfigProblem(
      'To compare with `reference`, the block needs `sellAsset` and `buyAsset`, as that feed names them.',
    );
  return askPeer(http, reference, async (feed) => {
    const { priceOf } = await readPrices(feed, [sellAsset, buyAsset], 'usd');
    const [sold, bought] = [priceOf(sellAsset), priceOf(buyAsset)];
    return { target: feed.target, rate: sold.value / bought.value, isOld: isOld(sold) || isOld(bought) };
  });
}

function silent(silence: PeerSilence, evidence: (title: string, text: string) => void): NotTaken {
  evidence('The reference did not answer', silence.why);
  return notTaken(`there is no reference price: ${silence.why}`);
}
