import type { Removed, RemovedKind } from '../redact/removed-kinds.ts';

const names: Record<RemovedKind, [one: string, more: string]> = {
  'recovery-phrase': ['a recovery phrase', 'recovery phrases'],
  'private-key': ['a private key', 'private keys'],
  'declared-secret': ['a secret', 'secrets'],
  'card-number': ['a card number', 'card numbers'],
  jwt: ['a JWT', 'JWTs'],
  'api-key': ['an API key', 'API keys'],
  credentials: ['credentials', 'credentials'],
  email: ['an e-mail address', 'e-mail addresses'],
  phone: ['a phone number', 'phone numbers'],
};

/** What was taken out of a text, in words: `an e-mail address and 2 phone numbers`; empty where nothing was. */
export function removedText(removed: readonly Removed[]): string {
  const parts = removed.map(({ kind, count }) => {
    const [one, more] = names[kind];
    return count === 1 ? one : `${count} ${more}`;
  });
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
