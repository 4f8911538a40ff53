/** An on-ramp's order API as a lab service: the same orders and faults for each, spoken in its own protocol. */
import { changesOf, type StatePart } from '../faults/change.ts';
import { httpFaults } from '../faults/http.ts';
import type { Answer } from '../http/answer.ts';
import { startServer } from '../http/lab-server.ts';
import { type Routes, route } from '../http/routes.ts';
import { defineService, type ServiceDefinition } from '../service.ts';
import { type LabOrder, type OrderName, orderNames, orderNow, type Trouble } from './orders.ts';

/** An order, and the word with which the provider says where it stands. */
export interface SpokenOrder extends LabOrder {
  word: string;
}

/** How one provider speaks. */
export interface OrderProtocol {
  name: string;
  protocol: string;
  /** What its address ends in: `/api`, or nothing. */
  base: string;
  /** Its word for each kind of order that it has. */
  words: Partial<Readonly<Record<OrderName, string>>>;
  /** A word that its documentation does not have. */
  unknownWord: string;
  /** The id of its order number `index`. */
  idOf(index: number): string;
  /** Below `base`; `find` is `null` for an order that it does not know. */
  routes(find: (id: string) => SpokenOrder | null): Routes;
  /** An error of its kind, in a 200. */
  error(): Answer;
}

interface State {
  trouble: Trouble;
  errorInside: boolean;
}

type Part = StatePart<State>;

const healthy: Readonly<State> = { trouble: 'none', errorInside: false };

const changes = changesOf<State>(healthy);

export function orderService(spoken: OrderProtocol): ServiceDefinition<Part> {
  const known = orderNames.flatMap((name, index) => {
    const word = spoken.words[name];
    return word === undefined ? [] : [{ name, word, id: spoken.idOf(index + 1) }];
  });
  return defineService<Part>({
    name: `onramp-${spoken.name.toLowerCase()}`,
    protocol: spoken.protocol,
    summary: `The order API of an on-ramp that speaks as ${spoken.name} does.`,
    faults: {
      ...httpFaults,
      'orders-stuck': changes('trouble', 'stuck', 'Orders that would have arrived are in processing for 3 hours.'),
      'unknown-state': changes('trouble', 'unknown-state', 'Orders are in a state that no documentation has.'),
      'order-lost': changes('trouble', 'lost', 'Answers 404, or an empty list, for every order.'),
      'delivered-without-hash': changes('trouble', 'without-hash', 'Delivered orders have no transaction hash.'),
      'error-in-200': changes('errorInside', true, 'Answers 200 with an error object inside.'),
    },
    async start() {
      const state: State = { ...healthy };
      const find = (id: string): SpokenOrder | null => {
        const found = state.trouble === 'lost' ? undefined : known.find((each) => each.id === id);
        if (!found) return null;
        const order = orderNow(found.name, id, state.trouble);
        const word = known.find(({ name }) => name === order.name)?.word ?? found.word;
        return { ...order, word: state.trouble === 'unknown-state' ? spoken.unknownWord : word };
      };
      const below = Object.entries(spoken.routes(find)).map(([path, answer]) => [`${spoken.base}${path}`, answer]);
      const routes = route(Object.fromEntries(below));
      const server = await startServer((question) => (state.errorInside ? spoken.error() : routes(question)));
      return {
        url: `http://127.0.0.1:${server.port}${spoken.base}`,
        values: Object.fromEntries(known.map(({ name, id }) => [`order.${name}`, id])),
        part: { server, state },
        stop: server.stop,
      };
    },
  });
}

/** A UUID that ends in `index`. */
export function uuid(start: string, index: number): string {
  return `${start}-0b7d-4c1e-9a52-${String(index).padStart(12, '0')}`;
}

/** Where the coins go: the first of the public test accounts. */
export const receiver = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266';
