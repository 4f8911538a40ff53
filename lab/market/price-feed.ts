/** A price feed in CoinGecko's shape, as a lab service. */
import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { type Answer, json, type Question } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import { defineService, type ServiceDefinition } from '../service.ts';
import { priceAt } from './prices.ts';

interface State {
  freshness: 'live' | 'stale';
  value: 'true' | 'zero' | 'tenfold';
  knowsAssets: boolean;
  isLimited: boolean;
}

type Part = StatePart<State>;

const healthy: Readonly<State> = { freshness: 'live', value: 'true', knowsAssets: true, isLimited: false };
const staleSeconds = 2_700;
const factors: Readonly<Record<State['value'], number>> = { true: 1, zero: 0, tenfold: 10 };

const changes = changesOf<State>(healthy);

export interface FeedSketch {
  name: string;
  summary: string;
  /** By which share its prices differ from the lab's: two feeds are never quite the same. */
  drift: number;
}

export function priceFeed({ name, summary, drift }: FeedSketch): ServiceDefinition<Part> {
  return defineService<Part>({
    name,
    protocol: 'CoinGecko v3 (JSON over HTTP)',
    summary,
    faults: {
      ...httpFaults,
      'stale-price': changes('freshness', 'stale', 'Prices are 45 minutes old, and say so in `last_updated_at`.'),
      'zero-price': changes('value', 'zero', 'Every price is 0.'),
      'off-by-ten': changes('value', 'tenfold', 'Every price is ten times too high, as with a wrong mapping of ids.'),
      'unknown-id': changes('knowsAssets', false, 'Answers 200 and `{}`, as for an id that the feed does not know.'),
      'limit-in-200': changes('isLimited', true, 'Answers 200 with the error of an exceeded rate limit inside.'),
    },
    async start() {
      const state: State = { ...healthy };
      const routes = route({
        '/api/v3/ping': () => json({ gecko_says: '(V3) To the Moon!' }),
        '/api/v3/simple/price': (question) => simplePrice(question, state, drift),
      });
      const server = await startServer((question) => (state.isLimited ? limitInside() : routes(question)));
      return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
    },
  });
}

function limitInside(): Answer {
  return json({
    status: {
      timestamp: new Date().toISOString(),
      error_code: 429,
      error_message: "You've exceeded the Rate Limit. Please visit our pricing page to subscribe to a higher limit.",
    },
  });
}

/** Assets and currencies that it does not know are left out, as CoinGecko does. */
function simplePrice({ query }: Question, state: State, drift: number): Answer {
  for (const name of ['ids', 'vs_currencies'])
    if (!query.get(name)) return json({ error: `Missing parameter ${name}` }, 422);
  const now = Date.now() / 1_000 - (state.freshness === 'stale' ? staleSeconds : 0);
  const found: Record<string, Record<string, number>> = {};
  for (const asset of state.knowsAssets ? listOf(query, 'ids') : []) {
    const entry: Record<string, number> = {};
    for (const currency of listOf(query, 'vs_currencies')) {
      const point = priceAt(asset, currency, now);
      if (!point) continue;
      entry[currency] = Number((point.value * (1 + drift) * factors[state.value]).toPrecision(8));
      if (query.get('include_last_updated_at') === 'true') entry.last_updated_at = point.updatedAt;
    }
    if (Object.keys(entry).length > 0) found[asset] = entry;
  }
  return json(found);
}

function listOf(query: URLSearchParams, name: string): string[] {
  return (query.get(name) ?? '').split(',').filter(Boolean);
}
