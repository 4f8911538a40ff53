/** Banxa's hosted checkout v2: docs.banxa.com, "Retrieve a specific order". */
import { json } from '../http/answer.ts';
import { type OrderProtocol, receiver, type SpokenOrder } from './order-service.ts';

export const banxa: OrderProtocol = {
  name: 'Banxa',
  protocol: 'Banxa hosted checkout v2 (JSON over HTTP)',
  base: '/example-wallet',
  words: {
    delivered: 'complete',
    sent: 'cryptoTransferred',
    processing: 'inProgress',
    stuck: 'paymentReceived',
    'awaiting-payment': 'waitingPayment',
    verifying: 'extraVerification',
    declined: 'declined',
    refunded: 'refunded',
    expired: 'expired',
    cancelled: 'cancelled',
  },
  unknownWord: 'underInvestigation',
  idOf: (index) => `191fa5b4b1f45e1cf784422e${String(index).padStart(8, '0')}`,
  routes: (find) => ({
    '/v2/orders/:id': (_, { id = '' }) => {
      const order = find(id);
      return order ? json(document(order)) : json(refusal(404, 'Order not found'), 404);
    },
  }),
  error: () => json(refusal(500, 'Unexpected error')),
};

function refusal(status: number, title: string): object {
  return { errors: [{ status, title }] };
}

function document(order: SpokenOrder): object {
  return {
    id: order.id,
    externalId: null,
    externalOrderId: null,
    externalCustomerId: 'customer-1',
    country: 'US',
    orderType: 'BUY',
    status: order.word,
    crypto: { id: 'ETH', blockchain: 'ETH', address: receiver, network: '1' },
    fiat: 'USD',
    fiatAmount: '100.00',
    cryptoAmount: '0.0321',
    paymentMethodId: 'debit-credit-card',
    transactionHash: order.hash,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
  };
}
