/** What `redact` removes, the gravest first: where two recognisers overlap, the graver one names it. */
export const removedKinds = [
  'recovery-phrase',
  'private-key',
  'declared-secret',
  'card-number',
  'jwt',
  'api-key',
  'credentials',
  'email',
  'phone',
] as const;
export type RemovedKind = (typeof removedKinds)[number];

/** What stands in a text for what was removed. A declared secret is `‹secret:NAME›` instead. */
export const marks: Readonly<Record<RemovedKind, string>> = {
  'recovery-phrase': '[recovery phrase removed]',
  'private-key': '[private key removed]',
  'declared-secret': '[secret removed]',
  'card-number': '[card number removed]',
  jwt: '[JWT removed]',
  'api-key': '[API key removed]',
  credentials: '[credentials removed]',
  email: '[e-mail removed]',
  phone: '[phone number removed]',
};

/** How often something of a kind was removed. */
export interface Removed {
  kind: RemovedKind;
  count: number;
}

/** Something to remove: `start` up to `end` (UTF-16 units, `end` not included). */
export interface Removal {
  kind: RemovedKind;
  start: number;
  end: number;
  /** It belongs to one that is counted already: the code of a card. */
  isPart?: boolean;
}

/** Whether what was removed gives away the money itself. */
export const isGrave = (kind: RemovedKind): boolean => kind === 'recovery-phrase' || kind === 'private-key';
