import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import { aggregatorAt, aggregatorRoutes } from '../market/aggregators.ts';
import type { SwapState } from '../market/swap.ts';
import { defineService } from '../service.ts';

type Part = StatePart<SwapState>;

const healthy: Readonly<SwapState> = { liquidity: 'deep', rate: 'market', errorInside: false, isLimited: false };

const changes = changesOf<SwapState>(healthy);

export default defineService<Part>({
  name: 'swap-api',
  protocol: '0x v2, 1inch v6.1 and LI.FI v1 (JSON over HTTP)',
  summary: 'A swap aggregator that speaks as three of them do, each on its own paths.',
  faults: {
    ...httpFaults,
    'no-liquidity': changes('liquidity', 'none', 'Finds no route for any pair, and says so as each API does.'),
    'bad-rate': changes('rate', 'bad', 'Quotes every pair 20 % below the market.'),
    'error-in-200': changes('errorInside', true, 'Answers 200 with an error object inside.'),
    'rate-limit-200': changes('isLimited', true, 'Answers 200 with the words of an exceeded rate limit.'),
  },
  async start() {
    const state: SwapState = { ...healthy };
    const routes = route(aggregatorRoutes(state));
    const server = await startServer((question) => {
      const aggregator = aggregatorAt(question.path);
      if (state.isLimited) return aggregator.limit();
      return state.errorInside ? aggregator.error() : routes(question);
    });
    return { url: `http://127.0.0.1:${server.port}`, values: {}, part: { server, state }, stop: server.stop };
  },
});
