import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { timeText } from '../_http/time-text.ts';
import { look, orNull, type Provider, type Vocabulary } from './order.ts';

const words: Vocabulary = {
  INITIALIZED: ['awaiting-payment', 'created'],
  PAYMENT_STARTED: ['awaiting-payment', 'an automated payment was started'],
  PAYMENT_IN_PROGRESS: ['awaiting-payment', 'the user has completed the payment process'],
  PAYMENT_FAILED: ['failed', 'the last payment was cancelled, rejected or otherwise failed'],
  PAYMENT_EXECUTED: ['processing', 'the last payment was successful'],
  FIAT_SENT: ['awaiting-payment', 'the buyer’s bank confirms the transfer; Ramp has not received it'],
  FIAT_RECEIVED: ['processing', 'the payment is confirmed; last checks before the transfer'],
  RELEASING: ['sent', 'the transfer has been started'],
  RELEASED: ['delivered', 'the transfer is confirmed'],
  EXPIRED: ['expired', 'the time to pay is over'],
  CANCELLED: ['cancelled', 'cancelled'],
};

const purchaseSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  createdAt: timeText,
  updatedAt: timeText.nullish(),
  finalTxHash: z.string().nullish(),
});

/**
 * Ramp Network's host API, `GET /host-api/purchase/{id}` below `https://api.rampnetwork.com/api`. Ramp
 * opens each purchase with a view token of its own, sent as the query `secret`. Such a token may stand
 * neither on a page nor in a report: let the target lead to a relay of yours that adds it.
 * Sources: docs.rampnetwork.com (REST API; webhooks: the fields of `RampPurchase`). The words of `status`
 * are not listed there; these are the ones of Ramp's SDK types, as a public app copies them. Ramp gives
 * no reason for a failure, no state for a refund, and documents no error of an unknown purchase.
 */
export const ramp: Provider = {
  name: 'Ramp',
  path: (order) => `/host-api/purchase/${encodeURIComponent(order)}`,
  read(reply) {
    const purchase = readReply(reply, purchaseSchema, 'The order’s answer');
    return {
      ...look(purchase.status, words, 'Ramp'),
      id: purchase.id,
      providerState: purchase.status,
      failureReason: null,
      createdAt: purchase.createdAt,
      updatedAt: purchase.updatedAt ?? null,
      hash: orNull(purchase.finalTxHash),
    };
  },
};
