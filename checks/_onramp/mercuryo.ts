import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { timeText } from '../_http/time-text.ts';
import { look, type Order, orNull, type Provider, type Vocabulary } from './order.ts';

/** Of the purchase. */
const purchaseWords: Vocabulary = {
  new: ['awaiting-payment', 'payment data is entered'],
  pending: ['verifying', 'the card is verified, 3-D Secure is under way'],
  order_scheduled: ['verifying', 'the payment is authorised, waiting for the identity check'],
  descriptor_failed: ['verifying', 'the check of the card failed; the order is still open'],
  failed_exchange: ['processing', 'the exchange failed; the order is still open'],
  paid: ['processing', 'paid, and the coins are not sent'],
  order_failed: ['failed', 'declined by the card’s issuer or acquirer'],
  cancelled: ['cancelled', 'cancelled; what was charged is returned'],
};

/** Of the transfer that follows a paid purchase. */
const transferWords: Vocabulary = {
  new: ['processing', 'paid, and the transfer is prepared'],
  pending: ['processing', 'paid, and the transfer is prepared'],
  completed: ['delivered', 'paid, and the transfer is completed'],
  order_failed: ['failed', 'paid, and the transfer failed'],
  failed: ['failed', 'paid, and the transfer failed'],
  cancelled: ['cancelled', 'paid, and the transfer is cancelled'],
};

const operationSchema = z.looseObject({
  merchant_transaction_id: z.string(),
  status: z.string(),
  created_at: timeText,
  updated_at: timeText.nullish(),
  hash: z.string().nullish(),
});

/** A list of objects with one key each, the kind of operation. */
const answerSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      buy: operationSchema.nullish(),
      mobile_pay: operationSchema.nullish(),
      buy_acquirer: operationSchema.nullish(),
      withdraw: operationSchema.nullish(),
    }),
  ),
});

type Operation = z.output<typeof operationSchema>;

/**
 * Mercuryo's widget API, `GET /v1.6/sdk-partner/transactions`, by our own `merchant_transaction_id` (the
 * header `Sdk-Partner-Token` is the target's). A purchase by card, phone or invoice is followed by a
 * `withdraw`, which brings the coins; a second try by the customer is a new purchase under the same id,
 * so the newest counts, or the one that was paid.
 * Sources: widget.docs.mercuryo.io (Transaction types and statuses; Try again), github.com/mercuryoio
 * api-migration-docs (fields of the list), public clients (`hash`, and `completed` of a withdraw). The
 * times carry no zone and are taken as UTC; the words of a withdraw that failed, and where a reason
 * would stand, are not settled by what is public.
 */
export const mercuryo: Provider = {
  name: 'Mercuryo',
  path: (order) => `/v1.6/sdk-partner/transactions?${new URLSearchParams({ merchant_transaction_id: order })}`,
  read(reply, id) {
    const { data } = readReply(reply, answerSchema, 'The order’s answer');
    const isOurs = (operation: Operation | null | undefined): operation is Operation =>
      operation?.merchant_transaction_id.toLowerCase() === id.toLowerCase();
    const purchases = data.flatMap((each) => [each.buy, each.mobile_pay, each.buy_acquirer].filter(isOurs));
    const purchase = purchases.find(({ status }) => status === 'paid') ?? newest(purchases);
    const transfer = newest(data.map(({ withdraw }) => withdraw).filter(isOurs));
    if (!purchase) return null;
    return purchase.status === 'paid' && transfer ? ofTransfer(purchase, transfer) : ofPurchase(purchase);
  },
};

function newest(operations: readonly Operation[]): Operation | undefined {
  return operations.toSorted((a, b) => b.created_at - a.created_at)[0];
}

function ofPurchase(purchase: Operation): Order {
  return {
    ...look(purchase.status, purchaseWords, 'Mercuryo'),
    id: purchase.merchant_transaction_id,
    providerState: purchase.status,
    failureReason: null,
    createdAt: purchase.created_at,
    updatedAt: purchase.updated_at ?? null,
    hash: null,
  };
}

function ofTransfer(purchase: Operation, transfer: Operation): Order {
  const found = look(transfer.status, transferWords, 'Mercuryo');
  const hash = orNull(transfer.hash);
  const updates = [purchase.updated_at, transfer.updated_at].filter((time) => typeof time === 'number');
  return {
    ...ofPurchase(purchase),
    meaning: found.meaning,
    state: found.state === 'processing' && hash !== null ? 'sent' : found.state,
    providerState: `paid, withdraw ${transfer.status}`,
    updatedAt: updates.length > 0 ? Math.max(...updates) : null,
    hash,
  };
}
