import type { World } from '../../contract.ts';
import { jsonGetter } from '../get-json.ts';
import { type Look, type ServiceCase, type ServiceCases, service } from '../service-case.ts';

/** The order API of an on-ramp: `path` leads to the order that the service names `order.delivered`. */
function orders(path: (id: string) => string, knockId: string): ServiceCase {
  return {
    knock: { path: path(knockId) },
    own: ['orders-stuck', 'unknown-state', 'order-lost', 'delivered-without-hash', 'error-in-200'],
    look: (world, name) => lookAtOrder(world, name, path),
  };
}

export const onrampCases: ServiceCases = {
  'onramp-moonpay': orders((id) => `/v1/transactions/${id}`, 'defb7c52-0b7d-4c1e-9a52-000000000001'),
  'onramp-transak': orders((id) => `/partners/api/v2/order/${id}`, 'e0d9f47a-0b7d-4c1e-9a52-000000000001'),
  'onramp-ramp': orders((id) => `/host-api/purchase/${id}`, '70b47a42-0b7d-4c1e-9a52-000000000001'),
  'onramp-banxa': orders((id) => `/v2/orders/${id}`, '191fa5b4b1f45e1cf784422e00000001'),
  'onramp-mercuryo': orders((id) => `/v1.6/sdk-partner/transactions?merchant_transaction_id=${id}`, 'wallet-order-1'),
};

/** The whole answer without its times, and how old the order is, in minutes. */
async function lookAtOrder(world: World, name: string, path: (id: string) => string): Promise<Look> {
  const answer = await jsonGetter(world, name)(path(service(world, name).values['order.delivered'] ?? ''));
  const text = JSON.stringify(answer);
  const times = [...text.matchAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g)].map(([time]) =>
    Date.parse(`${time.replace(' ', 'T')}Z`),
  );
  return {
    answer: text.replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+Z)?/g, 'then'),
    age: Math.round((Date.now() - Math.min(...times)) / 60_000),
  };
}
