import { InputNeeded } from 'runlight/check';
import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { timeText } from '../_http/time-text.ts';
import { look, orNull, type Provider, type Vocabulary } from './order.ts';

const words: Vocabulary = {
  pendingPayment: ['awaiting-payment', 'created, waiting for the customer to pay'],
  waitingPayment: ['awaiting-payment', 'payment data is in, waiting for the payment system’s confirmation'],
  paymentReceived: ['processing', 'the payment is confirmed'],
  inProgress: ['processing', 'in final verification and processing'],
  extraVerification: ['verifying', 'the customer must give more to verify'],
  cryptoTransferred: ['sent', 'the transaction is submitted to the chain'],
  coinTransferred: ['sent', 'the transaction is submitted to the chain'],
  complete: ['delivered', 'complete, after two confirmations on the chain'],
  cancelled: ['cancelled', 'cancelled by Banxa after its risk and compliance alerts'],
  declined: ['failed', 'declined by the payment system'],
  expired: ['expired', 'created, and not paid in time'],
  refunded: ['refunded', 'refunded'],
};

const orderSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  orderType: z.string().nullish(),
  createdAt: timeText,
  updatedAt: timeText.nullish(),
  transactionHash: z.string().nullish(),
});

/**
 * Banxa's hosted checkout, `GET /v2/orders/{orderId}` below an address that ends in the partner's code
 * (`https://api.banxa.com/example-wallet`), for buy orders. Banxa asks for at most about one look a
 * minute. `coinTransferred` is the older word for `cryptoTransferred`; the words of Banxa's native API
 * (`COIN_TRANSFERRED` and so on) are not read here.
 * Sources: docs.banxa.com (Retrieve a specific order; Order statuses); `transactionHash` as a public
 * wallet's client reads it. Banxa gives no reason beside the state, and documents no error of an unknown
 * order.
 */
export const banxa: Provider = {
  name: 'Banxa',
  path: (order) => `/v2/orders/${encodeURIComponent(order)}`,
  read(reply) {
    const order = readReply(reply, orderSchema, 'The order’s answer');
    if (order.orderType === 'SELL') throw new InputNeeded('That is an order to sell; this check reads orders to buy.');
    return {
      ...look(order.status, words, 'Banxa'),
      id: order.id,
      providerState: order.status,
      failureReason: null,
      createdAt: order.createdAt,
      updatedAt: order.updatedAt ?? null,
      hash: orNull(order.transactionHash),
    };
  },
};
