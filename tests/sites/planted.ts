// Secrets to plant, of which every entrance has its own, and how to look for them: a find says where it came in.
import { loadWordLists } from '../../src/redact/load-word-lists.ts';
import { holdsLuhn } from '../../src/redact/remove-numbers.ts';
import { dice, makeChecked, makeHex, makePhrase, makeSolanaSecret, makeWif } from '../../src/redact/secrets.fixture.ts';

const lists = await loadWordLists(['english', 'spanish']);

/** What one entrance holds. */
export interface Planted {
  /** Harmless, and beside the secrets: where this is, they could be. */
  marker: string;
  /** A transaction's hash, which must not be lost. */
  hash: string;
  /** The value of the environment variable that a target declares. */
  declared: string;
  /** One secret a line, each as people and machines write it. */
  lines: string[];
  /** What may be found nowhere, by its name. */
  needles: Record<string, string>;
}

export function plant(seed: number): Planted {
  const roll = dice(seed * 7919);
  const digits = (count: number): string => Array.from({ length: count }, () => roll(10)).join('');
  const phrase = makePhrase(lists, 'english', 12, seed);
  const long = makePhrase(lists, 'english', 24, seed + 1000);
  const spanish = makePhrase(lists, 'spanish', 12, seed + 2000);
  const declared = `Dcl-${makeHex(12, seed + 3000)}/+ok`;
  const card = cardOf(`4539${digits(11)}`);
  const jwt = [
    { alg: 'HS256', typ: 'JWT' },
    { sub: makeHex(6, seed), iat: 1_760_000_000 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(makeHex(21, seed + 4000))
    .join('.');
  const own = {
    'hex key': makeHex(32, seed + 5000),
    WIF: makeWif(0x80, true, seed),
    xprv: makeChecked([0x04, 0x88, 0xad, 0xe4], 74, seed),
    'Solana key': makeSolanaSecret(seed),
    'card number': card,
    JWT: jwt,
    bearer: `tok_${makeHex(16, seed + 6000)}`,
    'e-mail address': `ana.${makeHex(5, seed)}@example.com`,
    'phone number': `+55 11 9${digits(4)}-${digits(4)}`,
  };
  const hash = `0x${makeHex(32, seed + 7000)}`;
  const marker = `planted-${seed}-here`;
  return {
    marker,
    hash,
    declared,
    lines: [
      marker,
      `transaction ${hash}`,
      `private key: 0x${own['hex key']}`,
      `WIF ${own.WIF}`,
      `xprv: ${own.xprv}`,
      `secret key ${own['Solana key']}`,
      `paid with ${card.replace(/(....)(?=.)/g, '$1 ')}`,
      `jwt ${jwt}`,
      `authorization: Bearer ${own.bearer}`,
      `write to ${own['e-mail address']}`,
      `call ${own['phone number']}`,
      `key ${declared} and ${encodeURIComponent(declared)}`,
      `basic ${Buffer.from(declared).toString('base64')} hex ${Buffer.from(declared).toString('hex')}`,
      '- - -',
      phrase.join(' '),
      '- 0 -',
      long.map((word, index) => `${index + 1}. ${word}`).join(', '),
      '- 0 -',
      spanish.map((word) => word.toUpperCase()).join(' '),
      '- 0 -',
    ],
    needles: {
      ...own,
      // Four words in a row are enough to find: nobody writes them by chance.
      ...words('phrase', phrase),
      ...words('numbered phrase', long),
      ...words('Spanish phrase', spanish),
      'declared secret': declared,
      'declared secret, percent-encoded': encodeURIComponent(declared),
      'declared secret in base 64': Buffer.from(declared).toString('base64'),
      'declared secret in hex': Buffer.from(declared).toString('hex'),
    },
  };
}

const words = (name: string, phrase: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    phrase
      .slice(3)
      .map((_, index) => [`${name}, words ${index + 1} to ${index + 4}`, phrase.slice(index, index + 4).join(' ')]),
  );

function cardOf(start: string): string {
  return [...'0123456789'].map((digit) => start + digit).find(holdsLuhn) ?? '';
}

/** Texts as they are compared: whatever stands between words, or between the digits of a number, does not count. */
export interface Searchable {
  plain: string;
  letters: string;
  digits: string;
}

export function searchable(text: string): Searchable {
  const plain = text.normalize('NFC');
  const letters = plain
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\\[nrt]/g, ' ');
  return {
    plain,
    letters: letters.replace(/[^a-z]+/g, ' '),
    digits: plain.replace(/(?<=\d)[ .-](?=\d)/g, ''),
  };
}

/** Names of the secrets that a text holds. */
export function secretsIn({ plain, letters, digits }: Searchable, { needles }: Planted): string[] {
  return Object.entries(needles)
    .filter(([name, secret]) => {
      if (name.includes('phrase')) {
        const folded = secret.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
        return letters.includes(` ${folded} `) || letters.startsWith(`${folded} `);
      }
      if (name === 'card number') return plain.includes(secret) || digits.includes(secret);
      return plain.includes(secret) || plain.includes(JSON.stringify(secret).slice(1, -1));
    })
    .map(([name]) => name);
}
