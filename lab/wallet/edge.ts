/** What the wallet's own API edge answers. */
import { type Handle, json, jsonError } from '../http/answer.ts';
import { route } from '../http/routes.ts';

export interface EdgeState {
  database: 'ok' | 'down';
  quotes: 'ok' | 'stale';
  errorInside: boolean;
}

export const healthyEdge: Readonly<EdgeState> = { database: 'ok', quotes: 'ok', errorInside: false };

/** The address whose balances are not zero: the first of the public test accounts. */
export const fundedAddress = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';

const version = '4.18.2';
const staleSeconds = 1_860;
const freshSeconds = 4;

/** US dollars. */
const prices: Readonly<Record<string, number>> = { ETH: 2_950.12, BNB: 612.4, BTC: 91_204.55, USDC: 1, USDT: 1 };

const balances = [
  { chain: 'ethereum', symbol: 'ETH', amount: '10000' },
  { chain: 'bsc', symbol: 'BNB', amount: '10000' },
];

const secondsAgo = (seconds: number): string => new Date(Date.now() - seconds * 1_000).toISOString();

/** Answers for the state as it is when a request comes. `/health` is 200 throughout: it reports, and serves. */
export function edge(state: EdgeState): Handle {
  const routes = route({
    '/health': () => {
      const { database, quotes } = state;
      const status = database === 'ok' && quotes === 'ok' ? 'ok' : 'degraded';
      return json({ status, components: { database, quotes, indexer: 'ok' }, version });
    },
    '/v1/balances/:address': (_, { address = '' }) => {
      if (!/^0x[0-9a-f]{40}$/i.test(address))
        return jsonError(400, 'bad_address', 'An address is 0x and 40 hexadecimal digits.');
      if (state.database === 'down')
        return jsonError(503, 'database_unavailable', 'Balances cannot be read at the moment.');
      const funded = address.toLowerCase() === fundedAddress.toLowerCase();
      const own = balances.map((entry) => (funded ? entry : { ...entry, amount: '0' }));
      return json({ address, balances: own, updatedAt: secondsAgo(freshSeconds) });
    },
    '/v1/quotes': ({ query }) => {
      const from = query.get('from') ?? '';
      const to = query.get('to') ?? '';
      const [fromPrice, toPrice] = [prices[from], prices[to]];
      if (!fromPrice || !toPrice) return jsonError(400, 'unknown_asset', 'Name two assets that we know.');
      const ageSeconds = state.quotes === 'stale' ? staleSeconds : freshSeconds;
      const rate = (fromPrice / toPrice).toPrecision(10);
      const quotedAt = secondsAgo(ageSeconds);
      return json({ from, to, rate, slippagePercent: 0.5, ageSeconds, quotedAt });
    },
    '/v1/prices': () => json({ currency: 'USD', prices, updatedAt: secondsAgo(freshSeconds) }),
  });
  return (question) =>
    state.errorInside ? jsonError(200, 'internal_error', 'Something went wrong.') : routes(question);
}
