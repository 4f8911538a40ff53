import { CheckFailure } from 'runlight/check';
import type { Reply } from '../_http/reply.ts';

/**
 * Where an order stands, in words that hold for every provider.
 * `awaiting-payment`: the provider does not have the money yet, whatever the user has done.
 * `verifying`: it waits for the customer or the bank: identity, card, 3-D Secure.
 * `processing`: the money is there, the coins are not on their way. `on-hold`: the provider has stopped it.
 * `sent`: on its way on the chain. `delivered`: the provider's work is done.
 * `failed`, `refunded`, `expired`, `cancelled`: no coins will come from this order.
 */
export type OrderState =
  | 'awaiting-payment'
  | 'verifying'
  | 'processing'
  | 'on-hold'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'refunded'
  | 'expired'
  | 'cancelled';

export interface Order {
  /** As the provider names it: it must be the one that was asked for. */
  id: string;
  state: OrderState;
  /** In the provider's own word. */
  providerState: string;
  /** What the provider means by that word, by its documentation. */
  meaning: string;
  failureReason: string | null;
  /** Seconds since 1970. */
  createdAt: number;
  updatedAt: number | null;
  /** Of the transaction that brings the coins. */
  hash: string | null;
}

/** How one provider is asked and read. */
export interface Provider {
  name: string;
  /** The path of an order below the target's address. */
  path(order: string): string;
  /** The order; `null` where the provider answers with a list that does not hold it. */
  read(reply: Reply, order: string): Order | null;
}

/** A provider's words, what each stands for, and what its documentation says of it. */
export type Vocabulary = Readonly<Record<string, readonly [state: OrderState, meaning: string]>>;

const maxText = 300;

/** A word that we do not know is never guessed: it ends the check, and is named. */
export function look(word: string, vocabulary: Vocabulary, provider: string): Pick<Order, 'state' | 'meaning'> {
  const found = Object.hasOwn(vocabulary, word) ? vocabulary[word] : undefined;
  if (found) return { state: found[0], meaning: found[1] };
  throw new CheckFailure(
    'protocol',
    `${provider} says that the order is \`${word.slice(0, 80)}\`, a state that we do not know. It tells neither that the coins were sent nor that they were not.`,
    {
      readings: { providerState: word.slice(0, maxText) },
      hint: 'Read the order’s own page at the provider, and ask its support what the state means. Then tell the check’s maintainers, so that they add the word.',
    },
  );
}

/** A text of the provider's, within reason; an empty one says as little as none. */
export function orNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim().slice(0, maxText) ?? '';
  return trimmed === '' ? null : trimmed;
}
