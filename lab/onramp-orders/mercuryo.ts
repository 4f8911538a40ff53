/** Mercuryo's widget API v1.6: widget.docs.mercuryo.io, "Transaction types and statuses". */
import { json } from '../http/answer.ts';
import { type OrderProtocol, receiver, type SpokenOrder } from './order-service.ts';

export const mercuryo: OrderProtocol = {
  name: 'Mercuryo',
  protocol: 'Mercuryo widget API v1.6 (JSON over HTTP)',
  base: '',
  words: {
    delivered: 'paid',
    sent: 'paid',
    processing: 'paid',
    stuck: 'paid',
    'awaiting-payment': 'new',
    verifying: 'order_scheduled',
    declined: 'order_failed',
    cancelled: 'cancelled',
  },
  unknownWord: 'on_review',
  idOf: (index) => `wallet-order-${index}`,
  routes: (find) => ({
    '/v1.6/sdk-partner/transactions': ({ query }) => {
      const order = find(query.get('merchant_transaction_id') ?? '');
      const data = order ? operations(order) : [];
      return json({ status: 200, total: data.length, next: null, prev: null, data });
    },
  }),
  error: () => json({ status: 500, code: 500_000, message: 'Internal error' }),
};

/** Mercuryo writes times without a zone. */
const plain = (time: string): string => time.slice(0, 19).replace('T', ' ');

/** A purchase, and, once the coins are on their way, the withdraw that brings them. */
function operations(order: SpokenOrder): object[] {
  const common = {
    widget_id: '67710925-8b40-4767-846e-3b88db69f04d',
    merchant_transaction_id: order.id,
    fiat_currency: 'USD',
    fiat_amount: '100.00',
    currency: 'ETH',
    amount: '0.0321',
    created_at: plain(order.createdAt),
    updated_at: plain(order.updatedAt),
  };
  const buy = { ...common, id: '058dc74257a417582', transaction_id: '058dc74303d2d0459', status: order.word };
  const isLeaving = order.word === 'paid' && ['delivered', 'sent'].includes(order.name);
  if (!isLeaving) return [{ buy }];
  const status = order.name === 'delivered' ? 'completed' : 'pending';
  return [{ withdraw: { ...common, id: '058dc7451f3a61210', status, hash: order.hash, address: receiver } }, { buy }];
}
