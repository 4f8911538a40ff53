import { ageOf, askPeer, defineCheck, type Http, type NotTaken, notTaken, PeerSilence, param } from 'runlight/check';
import { deviationFrom, isOld, maxAge } from './_price/measure.ts';
import { currencies, type Price, readPrices } from './_price/simple-price.ts';

/**
 * Proves that a price feed in CoinGecko's shape has a fresh, possible price of one asset, and that a
 * second feed says nearly the same.
 *
 * Readings: `price` (a plain number in the block's `currency`, since a unit cannot follow a parameter),
 * `age` (s since the feed last updated it), `deviation` (% between the two feeds' prices, whichever is
 * higher; asked only where a row names it), `latency` (ms, one `simple/price` call).
 * A feed that answers and leaves the asset out, as CoinGecko does with an id it does not know, ends in
 * `expectation`: it works, and has no price for us. A price of 0, below 0, as a text or beyond reason is
 * `protocol`. A limit is `rate-limited` in whatever status it comes. A second feed that is silent, or
 * whose own price is older than 10 minutes, says nothing about this one: `deviation` is then not taken.
 * Sources: docs.coingecko.com (`/api/v3/simple/price`; errors and rate limits).
 */
export default defineCheck({
  summary: 'A price feed has a fresh and possible price that a second feed agrees with',
  layer: 'provider',
  params: {
    target: param.target(),
    asset: param.matching(/^[a-z0-9][\w.-]{0,99}$/i, 'an asset’s id at the feed, such as `ethereum`'),
    currency: param.choice(currencies).default('usd'),
    peer: param.target().optional(),
  },
  readings: {
    price: { type: 'number', summary: 'Price of one coin, in the block’s currency' },
    age: { unit: 's', summary: 'Time since the feed last updated the price' },
    deviation: { unit: '%', summary: 'How far the price is from the second feed’s' },
    latency: { unit: 'ms', summary: 'Time of one `simple/price` call' },
  },
  async run({ params: { asset, currency, peer }, http, wanted, evidence }) {
    const [ours, theirs] = await Promise.all([
      readPrices(http, [asset], currency),
      wanted.has('deviation') ? askPeer(http, peer, (feed) => readPeer(feed, asset, currency)) : null,
    ]);
    const price = ours.priceOf(asset);
    const lines = [describe(http, price, currency)];
    let deviation: number | NotTaken | null = null;
    if (theirs instanceof PeerSilence) deviation = theirs.notTaken(evidence);
    else if (theirs) {
      lines.push(describe(theirs.feed, theirs.price, currency));
      deviation = isOld(theirs.price)
        ? notTaken(`the price of \`${theirs.feed.target}\` is itself older than ${maxAge / 60} minutes`)
        : deviationFrom(theirs.price.value, price.value);
    }
    evidence('Prices', lines.join('\n'));
    const age = ageOf(price.updatedAt, `The price of \`${asset}\``, evidence);
    return { price: price.value, age, deviation, latency: ours.latency };
  },
});

async function readPeer(feed: Http, asset: string, currency: string): Promise<{ feed: Http; price: Price }> {
  return { feed, price: (await readPrices(feed, [asset], currency)).priceOf(asset) };
}

function describe(http: Http, { value, updatedAt }: Price, currency: string): string {
  const at = new Date(updatedAt * 1000);
  const when = Number.isNaN(at.getTime()) ? `at ${updatedAt}` : at.toISOString();
  return `${http.target}: ${value} ${currency}, updated ${when}`;
}
