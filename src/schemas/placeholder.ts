/** What a placeholder's value looks like. Without zod, which browsers would have to load. */
interface PlaceholderShape {
  /** Completes "expected …". */
  expected: string;
  /** Whether a value, trimmed and on one line, is of this kind. */
  fits(value: string): boolean;
}

const like =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);

export const placeholderKinds = {
  hash: {
    expected: 'a transaction hash or signature',
    fits: like(/^(0x)?[0-9a-f]{64}$|^[1-9A-HJ-NP-Za-km-z]{80,90}$/i),
  },
  address: { expected: 'an address, without spaces', fits: like(/^[A-Za-z0-9:._-]{20,110}$/) },
  name: { expected: 'a few words on one line', fits: like(/^\S.{0,79}$/u) },
  text: { expected: 'a sentence on one line', fits: like(/^\S.{0,299}$/u) },
  order: { expected: 'an order or ticket number, without spaces', fits: like(/^[A-Za-z0-9#._-]{2,80}$/) },
  version: { expected: 'a version such as `12.4.1`', fits: like(/^v?\d+(\.\d+){1,3}([-+][\w.]+)?$/) },
  amount: {
    expected: 'an amount with its currency, such as `0.5 ETH`',
    fits: like(/^\d[\d.,\s]*\s[\p{L}\d.]{2,12}$/u),
  },
  moment: {
    expected: 'a day, or a day and an hour with their zone, such as `2026-11-25` or `2026-11-25 14:30 UTC`',
    fits: like(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2} UTC)?$/),
  },
  link: {
    expected: 'an address that begins with `https://`',
    fits: (value) => /^https:\/\/\S+$/i.test(value) && URL.canParse(value),
  },
} as const satisfies Record<string, PlaceholderShape>;
export type PlaceholderKind = keyof typeof placeholderKinds;

interface Placeholder {
  kind: PlaceholderKind;
  /** What the agent puts there. */
  summary: string;
  /** For a preview; never sent. */
  example: string;
}

/** Every placeholder that a macro may hold, as `{{name}}`. */
export const placeholders = {
  hash: { kind: 'hash', summary: 'Hash of the transaction', example: `0x${'ab12'.repeat(16)}` },
  network: { kind: 'name', summary: 'Name of the network', example: 'BNB Smart Chain' },
  'other-network': { kind: 'name', summary: 'The network that was chosen by mistake', example: 'Ethereum' },
  address: { kind: 'address', summary: 'A public address', example: '0x52908400098527886E0F7030069857D2E4169EE7' },
  coin: { kind: 'name', summary: 'The coin that pays the fees of the network', example: 'BNB' },
  amount: { kind: 'amount', summary: 'An amount and its currency', example: '0.004 BNB' },
  provider: { kind: 'name', summary: 'Name of the provider', example: 'Example On-ramp' },
  exchange: { kind: 'name', summary: 'Name of the exchange', example: 'Example Exchange' },
  order: { kind: 'order', summary: 'The provider’s order number', example: 'ord-48213' },
  ticket: { kind: 'order', summary: 'Number of the ticket', example: '#100482' },
  version: { kind: 'version', summary: 'Version of the app', example: '12.4.1' },
  'support-page': {
    kind: 'link',
    summary: 'The provider’s own support page',
    example: 'https://support.onramp.example.net/',
  },
  'status-page': { kind: 'link', summary: 'Our public status page', example: 'https://status.example.com/' },
  'official-page': { kind: 'link', summary: 'Our page of official addresses', example: 'https://help.example.com/' },
  explorer: {
    kind: 'link',
    summary: 'The transaction in a public block explorer',
    example: 'https://explorer.example.net/tx/0xab12',
  },
  article: {
    kind: 'link',
    summary: 'The help article that `article` names, in the user’s language',
    example: 'https://help.example.com/help/tx-pending/',
  },
  impact: { kind: 'text', summary: 'What does not work, for whom', example: 'Swaps on BNB Smart Chain may fail.' },
  workaround: { kind: 'text', summary: 'What users can do meanwhile', example: 'Swaps on Ethereum work.' },
  'next-update': { kind: 'moment', summary: 'When we write next', example: '2026-11-25 14:30 UTC' },
  owner: { kind: 'name', summary: 'The team that has the case', example: 'Payments' },
  news: {
    kind: 'text',
    summary: 'What has changed since the last message',
    example: 'The provider has confirmed that it received the payment.',
  },
} as const satisfies Record<string, Placeholder>;
export type PlaceholderName = keyof typeof placeholders;
export const placeholderNames = Object.keys(placeholders) as PlaceholderName[];

export const isPlaceholder = (name: string): name is PlaceholderName => Object.hasOwn(placeholders, name);
