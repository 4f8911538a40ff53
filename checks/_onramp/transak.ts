import { InputNeeded } from 'runlight/check';
import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { timeText } from '../_http/time-text.ts';
import { look, orNull, type Provider, type Vocabulary } from './order.ts';

const words: Vocabulary = {
  AWAITING_PAYMENT_FROM_USER: ['awaiting-payment', 'created, and the payment is not received'],
  PAYMENT_DONE_MARKED_BY_USER: ['awaiting-payment', 'the user says it is paid, and Transak has not received it'],
  PROCESSING: ['processing', 'checks are passed and the payment is validated'],
  PENDING_DELIVERY_FROM_TRANSAK: ['processing', 'the payment is received and being exchanged and transferred'],
  ON_HOLD_PENDING_DELIVERY_FROM_TRANSAK: ['on-hold', 'on hold'],
  COMPLETED: ['delivered', 'the payment is received and the coins are sent'],
  CANCELLED: ['cancelled', 'cancelled'],
  FAILED: ['failed', 'failed, such as by a declined card'],
  REFUNDED: ['refunded', 'refunded to the user'],
  EXPIRED: ['expired', 'expired'],
};

const answerSchema = z.looseObject({
  data: z.looseObject({
    id: z.string(),
    status: z.string(),
    isBuyOrSell: z.string().nullish(),
    createdAt: timeText,
    updatedAt: timeText.nullish(),
    transactionHash: z.string().nullish(),
    statusReason: z.string().nullish(),
    statusHistories: z.array(z.looseObject({ message: z.string().nullish() })).nullish(),
  }),
});

const unsuccessful: readonly string[] = ['FAILED', 'CANCELLED', 'REFUNDED', 'EXPIRED'];

/**
 * Transak's partner API, `GET /partners/api/v2/order/{orderId}`, for buy orders. The access token
 * (header `access-token`, with `x-api-key`) is the target's.
 * Sources: docs.transak.com (Get order by order id; Track order status); the fields of an order, and
 * `statusReason`, as public clients type them. The documentation names neither the status nor the body
 * of an order that does not exist, and no field for the reason of a failure: it is taken from
 * `statusReason`, else from the last entry of the order's history.
 */
export const transak: Provider = {
  name: 'Transak',
  path: (order) => `/partners/api/v2/order/${encodeURIComponent(order)}`,
  read(reply) {
    const { data } = readReply(reply, answerSchema, 'The order’s answer');
    if (data.isBuyOrSell === 'SELL') throw new InputNeeded('That is an order to sell; this check reads orders to buy.');
    const found = look(data.status, words, 'Transak');
    const hash = orNull(data.transactionHash);
    const isOnItsWay = found.state === 'processing' && hash !== null;
    const reason = orNull(data.statusReason) ?? orNull(data.statusHistories?.at(-1)?.message);
    return {
      ...found,
      id: data.id,
      state: isOnItsWay ? 'sent' : found.state,
      providerState: data.status,
      failureReason: unsuccessful.includes(data.status) ? reason : null,
      createdAt: data.createdAt,
      updatedAt: data.updatedAt ?? null,
      hash,
    };
  },
};
