/** MoonPay's widget API v1: dev.moonpay.com, "Get Buy transaction". */
import { json } from '../http/answer.ts';
import { type OrderProtocol, receiver, type SpokenOrder, uuid } from './order-service.ts';
import type { OrderName } from './orders.ts';

const stages = ['stage_one_ordering', 'stage_two_verification', 'stage_three_processing', 'stage_four_delivery'];

/** The stage that an order has reached, from 0. */
const reached: Partial<Readonly<Record<OrderName, number>>> = {
  delivered: 4,
  sent: 3,
  processing: 2,
  stuck: 2,
  verifying: 1,
  declined: 1,
  refunded: 3,
  cancelled: 2,
};

const reasons: Partial<Readonly<Record<OrderName, string>>> = {
  declined: 'payment_authorization_declined',
  refunded: 'refund',
  cancelled: 'cancelled',
};

export const moonpay: OrderProtocol = {
  name: 'MoonPay',
  protocol: 'MoonPay API v1 (JSON over HTTP)',
  base: '',
  words: {
    delivered: 'completed',
    sent: 'pending',
    processing: 'pending',
    stuck: 'pending',
    'awaiting-payment': 'waitingPayment',
    verifying: 'pending',
    declined: 'failed',
    refunded: 'failed',
    cancelled: 'failed',
  },
  unknownWord: 'underReview',
  idOf: (index) => uuid('defb7c52', index),
  routes: (find) => ({
    '/v1/transactions/:id': (_, { id = '' }) => {
      const order = find(id);
      return order ? json(transaction(order)) : json({ message: 'Transaction not found', type: 'NotFoundError' }, 404);
    },
  }),
  error: () => json({ message: 'Something went wrong, please try again', type: 'InternalServerError' }),
};

function transaction(order: SpokenOrder): object {
  const failureReason = order.word === 'failed' ? (reasons[order.name] ?? null) : null;
  return {
    id: order.id,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    baseCurrencyAmount: 100,
    quoteCurrencyAmount: order.hash === null ? null : 0.0321,
    feeAmount: 3.99,
    extraFeeAmount: 0,
    networkFeeAmount: 0.56,
    areFeesIncluded: true,
    paymentMethod: 'credit_debit_card',
    status: order.word,
    failureReason,
    walletAddress: receiver,
    walletAddressTag: null,
    cryptoTransactionId: order.hash,
    stages: stages.map((stage, position) => stageOf(stage, position, reached[order.name] ?? 0, failureReason)),
  };
}

function stageOf(stage: string, position: number, at: number, failureReason: string | null): object {
  const isHere = position === at;
  const status = isHere ? (failureReason ? 'failed' : 'in_progress') : position < at ? 'success' : 'not_started';
  return { stage, status, failureReason: isHere ? failureReason : null, actions: [] };
}
