import type { Found } from './found.ts';

/**
 * What looks like a private key. `certain`: nothing else is written so. `digest`: 32 or 64 bytes in
 * hex, a transaction's hash as well as a key. `checksum`: a key only if its base58 checksum holds.
 * `solana`: 64 bytes in base58, a secret or a transaction's signature; the bytes themselves tell.
 */
export interface KeyFound extends Found {
  kind: 'private-key';
  form: 'certain' | 'digest' | 'checksum' | 'solana';
}

const base58 = '[1-9A-HJ-NP-Za-km-z]';
const alone = { before: '(?<![A-Za-z0-9+])', after: '(?![A-Za-z0-9+=])' };

// Every repetition is bounded or stops at what begins the next match: linear on any text.
const shapes: readonly { form: KeyFound['form']; pattern: RegExp }[] = [
  { form: 'certain', pattern: /[-\u2010-\u2015]{2,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY/gi },
  // By its first letters and not its checksum, which a mistyped one would not pass.
  {
    form: 'certain',
    pattern: new RegExp(`${alone.before}(?:[tuvxyzUVYZ]prv|Ltpv|dgpv)${base58}{60,120}`, 'g'),
  },
  { form: 'digest', pattern: /(?<![0-9a-f])(?:[0-9a-f]{64}){1,2}(?![0-9a-f])/gi },
  { form: 'checksum', pattern: new RegExp(`${alone.before}${base58}{51,58}${alone.after}`, 'g') },
  { form: 'solana', pattern: new RegExp(`${alone.before}${base58}{86,88}${alone.after}`, 'g') },
];

/** 64 numbers of a byte each: what Solana's tools write into a key's file. */
function isByteArray(numbers: string): boolean {
  const values = numbers.split(/[\s,]+/).filter((value) => value !== '');
  return values.length === 64 && values.every((value) => /^\d{1,3}$/.test(value) && Number(value) <= 255);
}

/** Everything in a text that looks like a private key, by its form alone. Linear in the text's length. */
export function findKeys(text: string): KeyFound[] {
  const found: KeyFound[] = [];
  for (const { form, pattern } of shapes) {
    for (const match of text.matchAll(pattern))
      found.push({ kind: 'private-key', form, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(/\[[\d\s,]{127,1500}\]/g)) {
    if (isByteArray(match[0].slice(1, -1)))
      found.push({ kind: 'private-key', form: 'certain', start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const hexInGroups =
  /^(?:0x)?(?:(?:[0-9a-f]{2}[\s:,-]{1,2}){31}[0-9a-f]{2}|(?:[0-9a-f]{4}[\s:-]{1,2}){15}[0-9a-f]{4}|(?:[0-9a-f]{8}[\s:-]{1,2}){7}[0-9a-f]{8})$/i;
const wifShape = new RegExp(`^(?:5[HJK]${base58}{49}|[KL]${base58}{51})$`);
const isMixed = (value: string) => /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);

/**
 * Whether the whole of a value is a private key in a form that in a longer text would say too
 * little: hex digits in groups, a WIF with a mistake in it, 64 bytes without their brackets.
 */
export function isKey(text: string): boolean {
  const value = text.trim();
  if (value.length > 1500) return false;
  return (
    hexInGroups.test(value) ||
    (wifShape.test(value) && isMixed(value)) ||
    (/^[\d\s,[\]]+$/.test(value) && isByteArray(value.replace(/[[\]]/g, ' ')))
  );
}
