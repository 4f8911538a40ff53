import type { Fences } from './fences.ts';
import { findKeys, isKey, type KeyFound } from './find-keys.ts';
import { isNamed, isPublicDigest, type Neighbour } from './public-digest.ts';
import type { Removal } from './removed-kinds.ts';
import type { Places } from './scan-text.ts';

/** Proves what its form alone does not tell: `prove-key.ts`, loaded where a text needs it. */
export type Proofs = Pick<typeof import('./prove-key.ts'), 'isCheckedKey' | 'isSixtyFourBytes' | 'isSolanaSecret'>;

/** The shortest form that `findKeys` knows in a token, a WIF. */
const shortest = 51;
/** The longest that a private key in a PEM file gets (RSA of 16,384 bits), in characters. */
const longestPem = 16_384;

const wif = /^(?:5[HJK][1-9A-HJ-NP-Za-km-z]{49}|[KL][1-9A-HJ-NP-Za-km-z]{51})$/;
const isMixed = (value: string): boolean => /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);

/** Whether a text has what must be proven: base58 as long as a key. Cheap, and never `false` where proof is needed. */
export function mayNeedProof(text: string, { tokens }: Places): boolean {
  for (let i = 0; i < tokens.length; i += 2) {
    const [start = 0, end = 0] = [tokens[i], tokens[i + 1]];
    if (
      end - start >= shortest &&
      /(?<![A-Za-z0-9])[1-9A-HJ-NP-Za-km-z]{51,88}(?![A-Za-z0-9])/.test(text.slice(start, end))
    )
      return true;
  }
  return false;
}

/** Everything in tokens that may be a private key, in the text's order: hex, WIF, extended keys, Solana's. */
export function keyCandidates(text: string, { tokens }: Places): KeyFound[] {
  const candidates: KeyFound[] = [];
  for (let i = 0; i < tokens.length; i += 2) {
    const [from = 0, to = 0] = [tokens[i], tokens[i + 1]];
    if (to - from < shortest) continue;
    // One character more on each side: what stands there decides where a key ends.
    const offset = Math.max(0, from - 1);
    const found = findKeys(text.slice(offset, to + 1)).sort((a, b) => a.start - b.start);
    for (const key of found) candidates.push({ ...key, start: offset + key.start, end: offset + key.end });
  }
  return candidates;
}

/**
 * Those of them that are private, by the words around them and by proof. Words beyond something else that
 * is removed do not count. `proofs` may be `null` where `mayNeedProof` said no.
 */
export function privateKeys(
  text: string,
  candidates: readonly KeyFound[],
  fences: Fences,
  proofs: Proofs | null,
): Removal[] {
  const removals: Removal[] = [];
  let last: Neighbour = { end: -1, isPublic: false };
  for (const { form, start, end } of candidates) {
    const from = Math.max(start - 120, removals.at(-1)?.end ?? 0, fences.before(start));
    let isPublic = false;
    if (form === 'digest') isPublic = isPublicDigest(text, { start, end, from, to: fences.after(end) }, last);
    else if (form !== 'certain')
      isPublic = !isSecret(
        form,
        text.slice(start, end),
        isNamed(text.slice(from, start)) || isListed(text, start, last),
        proofs,
      );
    last = { end, isPublic };
    if (!isPublic) removals.push({ kind: 'private-key', start: withPrefix(text, start), end });
  }
  return removals;
}

function isListed(text: string, start: number, last: Neighbour): boolean {
  return last.isPublic && start - last.end <= 8 && /^["'`,;\s]{1,8}$/.test(text.slice(last.end, start));
}

function isSecret(form: 'checksum' | 'solana', value: string, isPublic: boolean, proofs: Proofs | null): boolean {
  if (proofs === null) return true;
  if (form === 'checksum') return (wif.test(value) && isMixed(value)) || proofs.isCheckedKey(value);
  return proofs.isSixtyFourBytes(value) && (!isPublic || proofs.isSolanaSecret(value));
}

/** Where a key begins with the `0x` before it. */
export const withPrefix = (text: string, start: number): number =>
  /0x/i.test(text.slice(Math.max(0, start - 2), start)) ? start - 2 : start;

const hexGroups =
  /(?<![0-9a-z])(?<!(?<![0-9a-z])[0-9a-f]{2,8}[ :-])(?:(?:[0-9a-f]{2}([ :-]))(?:[0-9a-f]{2}\1){30}[0-9a-f]{2}|(?:[0-9a-f]{4}([ :-]))(?:[0-9a-f]{4}\2){14}[0-9a-f]{4}|(?:[0-9a-f]{8}([ :-]))(?:[0-9a-f]{8}\3){6}[0-9a-f]{8})(?![0-9a-z]|[ :-][0-9a-f]{2}(?![0-9a-z]))/gi;
const begin = /[-\u2010-\u2015]{2,5} ?BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY/gi;
const end = /[-\u2010-\u2015]{2,5} ?END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?(?: ?[-\u2010-\u2015]{2,5})?/i;
const pemBody = /[A-Za-z0-9+/=\s\\:,."'\u2010-\u2015-]*/y;
const puttyLines = /Private-Lines: \d{1,4}(?:\r?\n[A-Za-z0-9+/=]{1,80})+/g;
const jwk = /"d"\s?:\s?"([A-Za-z0-9_-]{40,700})"/g;

/** Private keys that are more than a token: PEM with its whole body, arrays of bytes, hex in groups, JWK. */
export function keysInText(text: string, { brackets }: Places): Removal[] {
  const removals: Removal[] = [];
  const add = (start: number, to: number): void => {
    removals.push({ kind: 'private-key', start, end: to });
  };
  if (/private key/i.test(text)) {
    let done = 0;
    for (const match of text.matchAll(begin)) {
      if (match.index < done) continue;
      const body = match.index + match[0].length;
      const close = end.exec(text.slice(body, body + longestPem));
      if (close) done = body + close.index + close[0].length;
      else {
        // Cut off: as far as it looks like the inside of one.
        pemBody.lastIndex = body;
        done = body + Math.min(longestPem, pemBody.exec(text)?.[0].trimEnd().length ?? 0);
      }
      add(match.index, done);
    }
  }
  if (text.includes('Private-Lines: ')) {
    for (const match of text.matchAll(puttyLines)) add(match.index, match.index + match[0].length);
  }
  if (text.includes('"kty"')) {
    for (const match of text.matchAll(jwk)) {
      const from = match.index + match[0].length - 1 - (match[1]?.length ?? 0);
      add(from, match.index + match[0].length - 1);
    }
  }
  const array = /\[[\d\s,]{127,1500}\]/y;
  for (const at of brackets) {
    const next = text.charCodeAt(at + 1);
    if (!(next === 10 || next === 13 || next === 32 || (next >= 48 && next <= 57))) continue;
    array.lastIndex = at;
    const match = array.exec(text);
    if (match && isKey(match[0])) add(at, at + match[0].length);
  }
  return removals;
}

/** How tools write a certificate's fingerprint, also where no word names it; keys they write in small letters. */
const fingerprint = /^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/;

/** Hex digits in groups, as long as a key; a certificate's fingerprint is named so, or written so. */
export function keysInGroups(text: string, { groups, tokens }: Places): Removal[] {
  const removals: Removal[] = [];
  const look = (from: number, to: number): void => {
    const offset = Math.max(0, from - 10);
    for (const match of text.slice(offset, to + 10).matchAll(hexGroups)) {
      const start = offset + match.index;
      if (
        fingerprint.test(match[0]) ||
        /(?:fingerprint|sha-?256|digest|hash|huella|impress[aã]o)[^\n]{0,24}$/iu.test(
          text.slice(Math.max(0, start - 60), start),
        )
      )
        continue;
      removals.push({ kind: 'private-key', start, end: start + match[0].length });
    }
  };
  for (let i = 0; i < groups.length; i += 2) look(groups[i] ?? 0, groups[i + 1] ?? 0);
  // With dashes between, the groups are one token.
  for (let i = 0; i < tokens.length; i += 2) {
    const [from = 0, to = 0] = [tokens[i], tokens[i + 1]];
    if (to - from >= 71 && text.slice(from, to).includes('-')) look(from, to);
  }
  return removals;
}
