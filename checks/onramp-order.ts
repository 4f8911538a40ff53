import { ageOf, CheckFailure, defineCheck, type Http, param } from 'runlight/check';
import { askFor, type Reply, refuse } from './_http/reply.ts';
import { banxa } from './_onramp/banxa.ts';
import { mercuryo } from './_onramp/mercuryo.ts';
import { moonpay } from './_onramp/moonpay.ts';
import type { Order, Provider } from './_onramp/order.ts';
import { ramp } from './_onramp/ramp.ts';
import { transak } from './_onramp/transak.ts';

const providers = { moonpay, transak, ramp, banxa, mercuryo } as const satisfies Record<string, Provider>;

/**
 * Proves where one order at an on-ramp stands, in the same words for every provider.
 *
 * Readings: `state` (`awaiting-payment`, `verifying`, `processing`, `on-hold`, `sent`, `delivered`,
 * `failed`, `refunded`, `expired`, `cancelled`; what each stands for is in `_onramp/order.ts`),
 * `providerState` (the provider's own word), `failureReason` (in the provider's words; absent where it
 * gives none), `age` (s since the order was created), `idle` (s since the provider last changed it;
 * absent where it does not say), `hash` (of the transaction that brings the coins; absent without one),
 * `latency` (ms, one call).
 * A state that we do not know is `protocol` and named: it must not pass, not even a row such as
 * `!= failed`. An order that the provider does not know (404 with its JSON, or words that say so) is
 * `expectation` with `state` as `not-found`: the provider works, and the id is in question. A 404
 * without JSON, or for a path that does not exist, is `http-status`.
 * Credentials are the target's. `order` is the provider's id; for Mercuryo, our `merchant_transaction_id`.
 * Sources: those of each provider, in `_onramp/`.
 */
export default defineCheck({
  summary: 'An order at an on-ramp is on its way, and the provider says where it stands',
  layer: 'provider',
  params: {
    target: param.target(),
    provider: param.choice(Object.keys(providers) as [keyof typeof providers]),
    order: param.matching(/^[a-z0-9][\w.:-]{0,127}$/i, 'an order’s id: letters, digits and `-_.:`'),
  },
  readings: {
    state: { type: 'text', summary: 'Where the order stands, in the same words for every provider' },
    providerState: { type: 'text', summary: 'The same in the provider’s own word' },
    failureReason: { type: 'text', summary: 'Why it failed, in the provider’s words' },
    age: { unit: 's', summary: 'Time since the order was created' },
    idle: { unit: 's', summary: 'Time since the provider last changed it' },
    hash: { type: 'text', summary: 'Hash of the transaction that brings the coins' },
    latency: { unit: 'ms', summary: 'Time of one call for the order' },
  },
  async run({ params, http, evidence }) {
    const provider = providers[params.provider];
    const reply = await askFor(http, provider.path(params.order));
    if (isUnknown(reply)) throw unknownOrder(http, provider, params.order, reply);
    refuse(reply);
    const order = provider.read(reply, params.order);
    if (!order) throw unknownOrder(http, provider, params.order, reply);
    if (order.id.toLowerCase() !== params.order.toLowerCase())
      throw new CheckFailure('protocol', `${provider.name} was asked for one order and answered with another.`);
    evidence('Order', describe(order, provider));
    return {
      state: order.state,
      providerState: order.providerState,
      failureReason: order.failureReason,
      age: ageOf(order.createdAt, 'The order', evidence),
      idle: order.updatedAt === null ? null : ageOf(order.updatedAt, 'The order’s last change', evidence),
      hash: order.hash,
      latency: reply.durationMs,
    };
  },
});

const wordsOfAbsence = /not found|does not exist|no such|unknown (order|transaction|purchase)/i;
/** What a web framework says of a path that it does not serve: then the address is wrong, not the id. */
const wordsOfWrongPath = /^cannot get\b|no route/i;

function isUnknown({ status, body, words, isLimit }: Reply): boolean {
  if (isLimit) return false;
  if (status === 404) return body !== null && typeof body === 'object' && !wordsOfWrongPath.test(words ?? '');
  return [200, 400, 422].includes(status) && words !== null && wordsOfAbsence.test(words);
}

function unknownOrder(http: Http, { name }: Provider, order: string, { durationMs }: Reply): CheckFailure {
  return new CheckFailure(
    'expectation',
    `\`${http.target}\` answers, and knows no order \`${order}\`. That is no outage of ${name}: the id may be mistyped, another provider’s, or of the other environment (test or live).`,
    {
      readings: { state: 'not-found', latency: durationMs },
      hint: `Compare the id with the one in ${name}’s e-mail to the user. Where it is right, open a case with ${name}: an order that we have on record is unknown to it.`,
    },
  );
}

function describe(order: Order, { name }: Provider): string {
  const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return [
    `${name} says \`${order.providerState}\` (${order.meaning}): ${order.state}.`,
    `Created ${at(order.createdAt)}${order.updatedAt === null ? '' : `, last changed ${at(order.updatedAt)}`}.`,
    ...(order.failureReason === null ? [] : [`Reason: ${order.failureReason}`]),
    order.hash === null ? 'No transaction hash.' : `Transaction: ${order.hash}`,
  ].join('\n');
}
