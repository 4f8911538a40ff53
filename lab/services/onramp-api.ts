import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import { type Answer, json, jsonError } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { route } from '../http/routes.ts';
import { listAssets } from '../onramp/assets.ts';
import { findOrder, type OrderFlow, orderSummary, orderValues } from '../onramp/orders.ts';
import { defineService } from '../service.ts';

interface State {
  flow: OrderFlow;
  assetsEnabled: boolean;
  errorInside: boolean;
}

type Part = StatePart<State>;

const healthy: State = { flow: 'normal', assetsEnabled: true, errorInside: false };

const changes = changesOf<State>(healthy);

const handle = (state: State) =>
  route({
    '/v1/health': () => json({ status: 'ok' }),
    '/v1/assets': ({ query }): Answer => {
      const currency = query.get('currencyCode') ?? 'USD';
      const list = listAssets(currency, state.assetsEnabled);
      return list ? json(list) : jsonError(400, 'unknown_currency', `We do not take ${currency}.`);
    },
    '/v1/orders/summary': () => json(orderSummary(state.flow)),
    '/v1/orders/:id': (_, { id = '' }): Answer => {
      const order = findOrder(id, state.flow);
      return order ? json(order) : jsonError(404, 'order_not_found', `There is no order ${id}.`);
    },
  });

export default defineService<Part>({
  name: 'onramp-api',
  protocol: 'JSON over HTTP',
  summary: 'The order API of the card on-ramp.',
  faults: {
    ...httpFaults,
    'orders-stuck': changes(
      'flow',
      'stuck',
      'Paid orders stay in processing: the oldest for 3 hours, 38 % of the last hour completed.',
    ),
    declines: changes('flow', 'declining', 'Banks decline 60 % of the card payments.'),
    'assets-disabled': changes('assetsEnabled', false, 'Every asset says `enabled: false`.'),
    'error-in-200': changes('errorInside', true, 'Answers 200 with an error object inside.'),
  },
  async start() {
    const state: State = { ...healthy };
    const routes = handle(state);
    const server = await startServer((question) =>
      state.errorInside ? jsonError(200, 'internal_error', 'Please try again later.') : routes(question),
    );
    return {
      url: `http://127.0.0.1:${server.port}`,
      values: { ...orderValues },
      part: { server, state },
      stop: server.stop,
    };
  },
});
