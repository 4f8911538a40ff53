/** Transak's partner API v2: docs.transak.com, "Get order by order id". */
import { json } from '../http/answer.ts';
import { type OrderProtocol, receiver, type SpokenOrder, uuid } from './order-service.ts';

const unsuccessful: Readonly<Record<string, string>> = {
  FAILED: 'Payment declined by the bank',
  REFUNDED: 'Refunded to the original payment method',
  EXPIRED: 'Payment was not received in time',
  CANCELLED: 'Cancelled by the user',
};

export const transak: OrderProtocol = {
  name: 'Transak',
  protocol: 'Transak partner API v2 (JSON over HTTP)',
  base: '',
  words: {
    delivered: 'COMPLETED',
    sent: 'PENDING_DELIVERY_FROM_TRANSAK',
    processing: 'PROCESSING',
    stuck: 'PENDING_DELIVERY_FROM_TRANSAK',
    'on-hold': 'ON_HOLD_PENDING_DELIVERY_FROM_TRANSAK',
    'awaiting-payment': 'PAYMENT_DONE_MARKED_BY_USER',
    declined: 'FAILED',
    refunded: 'REFUNDED',
    expired: 'EXPIRED',
    cancelled: 'CANCELLED',
  },
  unknownWord: 'PENDING_REVIEW_BY_TRANSAK',
  idOf: (index) => uuid('e0d9f47a', index),
  routes: (find) => ({
    '/partners/api/v2/order/:id': (_, { id = '' }) => {
      const order = find(id);
      return order ? json({ meta: { orderId: id }, data: data(order) }) : json(refusal(404, 'Order not found'), 404);
    },
  }),
  error: () => json(refusal(500, 'Something went wrong')),
};

function refusal(statusCode: number, message: string): object {
  return { error: { statusCode, name: statusCode === 404 ? 'NotFound' : 'InternalServerError', message } };
}

function data(order: SpokenOrder): object {
  const message = unsuccessful[order.word] ?? 'Order updated';
  return {
    id: order.id,
    isBuyOrSell: 'BUY',
    status: order.word,
    fiatCurrency: 'USD',
    fiatAmount: 100,
    cryptoCurrency: 'ETH',
    cryptoAmount: 0.0321,
    network: 'ethereum',
    paymentOptionId: 'credit_debit_card',
    walletAddress: receiver,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    completedAt: order.word === 'COMPLETED' ? order.updatedAt : null,
    transactionHash: order.hash,
    statusReason: unsuccessful[order.word] ?? null,
    statusHistories: [
      { status: 'AWAITING_PAYMENT_FROM_USER', createdAt: order.createdAt, message: 'Order created' },
      { status: order.word, createdAt: order.updatedAt, message },
    ],
  };
}
