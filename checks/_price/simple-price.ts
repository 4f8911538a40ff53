import { CheckFailure, type Http, readJson } from 'runlight/check';
import { z } from 'zod';
import { askFor, readReply, refuse } from '../_http/reply.ts';

/** What one price feed says of one asset. */
export interface Price {
  asset: string;
  /** In the currency that was asked for. */
  value: number;
  /** Seconds since 1970. */
  updatedAt: number;
}

export interface Prices {
  /** The price of one of the assets that were asked for; fails where the feed has none that can be. */
  priceOf(asset: string): Price;
  /** Milliseconds. */
  latency: number;
}

export const currencies = ['usd', 'eur', 'brl', 'mxn', 'gbp'] as const;

/** No coin costs more or less than this, in any of the currencies: such a number is a mistake. */
const most = 1e12;
const least = 1e-18;

const feedSchema = z.record(z.string(), z.unknown());
const entrySchema = z.looseObject({ last_updated_at: z.number() });

/**
 * Prices in CoinGecko's shape: `GET /api/v3/simple/price` answers `{"ethereum":{"usd":2950.1,
 * "last_updated_at":1764000000}}`; an asset or a currency that it does not know is left out.
 * Fails with `expectation` for what is left out (the feed works), with `protocol` for a price that can
 * be none, and with `rate-limited` for a limit in any status.
 * Sources: docs.coingecko.com (`simple/price`, errors and rate limits: `{"status":{"error_code":429,…}}`,
 * the same below `error`, or `{"error":"…"}`).
 */
export async function readPrices(http: Http, assets: readonly string[], currency: string): Promise<Prices> {
  const query = new URLSearchParams({
    ids: assets.join(','),
    vs_currencies: currency,
    include_last_updated_at: 'true',
  });
  const reply = await askFor(http, `/api/v3/simple/price?${query}`);
  refuse(reply);
  const feed = readReply(reply, feedSchema, `The price list of \`${http.target}\``);
  return { priceOf: (asset) => priceIn(feed, asset, currency, http.target), latency: reply.durationMs };
}

function priceIn(feed: z.infer<typeof feedSchema>, asset: string, currency: string, target: string): Price {
  if (!Object.hasOwn(feed, asset)) {
    throw missing(`\`${target}\` answers, and has no price of \`${asset}\`.`, `whether \`${asset}\` is still its id`);
  }
  const entry = readJson({ json: () => feed[asset] }, entrySchema, `The price of \`${asset}\` at \`${target}\``);
  const value = Object.hasOwn(entry, currency) ? entry[currency] : null;
  if (value === null) {
    throw missing(
      `\`${target}\` knows \`${asset}\`, and has no price of it in \`${currency}\`.`,
      `whether the feed still offers \`${currency}\``,
    );
  }
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    throw new CheckFailure(
      'protocol',
      `\`${target}\` says that \`${asset}\` costs ${JSON.stringify(value)?.slice(0, 60)} in \`${currency}\`: that can be no price.`,
    );
  }
  return { asset, value, updatedAt: entry.last_updated_at };
}

function missing(message: string, question: string): CheckFailure {
  return new CheckFailure('expectation', message, {
    hint: `Ask the feed's own list of assets ${question}. Until then apps show no price, or an old one.`,
  });
}
