import { z } from 'zod';
import { readReply } from '../_http/reply.ts';
import { timeText } from '../_http/time-text.ts';
import { look, type Order, orNull, type Provider, type Vocabulary } from './order.ts';

const words: Vocabulary = {
  waitingPayment: ['awaiting-payment', 'a bank transfer that MoonPay has not received'],
  waitingAuthorization: ['verifying', 'waiting for the card’s approval, such as 3-D Secure'],
  pending: ['processing', 'in progress'],
  completed: ['delivered', 'completed'],
  failed: ['failed', 'failed'],
};

/** What `failed` means where the reason says more. */
const byReason: Readonly<Record<string, Order['state']>> = { cancelled: 'cancelled', refund: 'refunded' };

const transactionSchema = z.looseObject({
  id: z.string(),
  status: z.string(),
  createdAt: timeText,
  updatedAt: timeText.nullish(),
  failureReason: z.string().nullish(),
  cryptoTransactionId: z.string().nullish(),
  stages: z
    .array(z.looseObject({ stage: z.string(), status: z.string(), failureReason: z.string().nullish() }))
    .nullish(),
});

/**
 * MoonPay's widget API, `GET /v1/transactions/{id}`, for buy orders. While an order is `pending`, its
 * stages say whether identity or card are being verified. Of a failed order without a reason MoonPay
 * says to take it as `error`.
 * MoonPay has a second model, `GET /platform/v1/transactions/{id}`, in which a customer's own session
 * asks; it is not read here.
 * Sources: dev.moonpay.com (Get Buy transaction; stage failure reasons). It says that an unknown id is
 * an error, but not with which status and body.
 */
export const moonpay: Provider = {
  name: 'MoonPay',
  path: (order) => `/v1/transactions/${encodeURIComponent(order)}`,
  read(reply) {
    const transaction = readReply(reply, transactionSchema, 'The order’s answer');
    const { id, status, createdAt, updatedAt, stages } = transaction;
    const hash = orNull(transaction.cryptoTransactionId);
    const found = look(status, words, 'MoonPay');
    const common = { id, providerState: status, createdAt, updatedAt: updatedAt ?? null, hash };
    if (status === 'failed') {
      const failed = stages?.find((stage) => stage.status === 'failed');
      const failureReason = orNull(transaction.failureReason) ?? orNull(failed?.failureReason) ?? 'error';
      const state = Object.hasOwn(byReason, failureReason) ? byReason[failureReason] : undefined;
      return { ...common, ...found, state: state ?? found.state, failureReason };
    }
    if (status !== 'pending') return { ...common, ...found, failureReason: null };
    const verifying = stages?.some(
      (stage) => stage.stage === 'stage_two_verification' && stage.status === 'in_progress',
    );
    const state = hash === null ? (verifying ? 'verifying' : found.state) : 'sent';
    return { ...common, ...found, state, failureReason: null };
  },
};
