/** Ramp Network's host API: docs.rampnetwork.com, `RampPurchase`. The view token (`secret`) is not asked for here. */
import { json } from '../http/answer.ts';
import { type OrderProtocol, receiver, type SpokenOrder, uuid } from './order-service.ts';

export const ramp: OrderProtocol = {
  name: 'Ramp',
  protocol: 'Ramp host API (JSON over HTTP)',
  base: '/api',
  words: {
    delivered: 'RELEASED',
    sent: 'RELEASING',
    processing: 'FIAT_RECEIVED',
    stuck: 'FIAT_RECEIVED',
    'awaiting-payment': 'PAYMENT_IN_PROGRESS',
    declined: 'PAYMENT_FAILED',
    expired: 'EXPIRED',
    cancelled: 'CANCELLED',
  },
  unknownWord: 'MANUAL_REVIEW',
  idOf: (index) => uuid('70b47a42', index),
  routes: (find) => ({
    '/host-api/purchase/:id': (_, { id = '' }) => {
      const order = find(id);
      return order
        ? json(purchase(order))
        : json({ code: 'SERVICES.HOST_API.PURCHASE_NOT_FOUND', statusCode: 404 }, 404);
    },
  }),
  error: () => json({ code: 'SERVICES.HOST_API.INTERNAL_ERROR', statusCode: 500 }),
};

function purchase(order: SpokenOrder): object {
  return {
    id: order.id,
    asset: { symbol: 'ETH', chain: 'ETH', type: 'NATIVE', name: 'Ether', decimals: 18, address: null },
    receiverAddress: receiver,
    cryptoAmount: '32100000000000000',
    fiatCurrency: 'USD',
    fiatValue: 100,
    assetExchangeRate: 2950.12,
    baseRampFee: 2.9,
    networkFee: 0.56,
    appliedFee: 3.46,
    paymentMethodType: 'CARD_PAYMENT',
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    endTime: null,
    status: order.word,
    finalTxHash: order.hash,
  };
}
