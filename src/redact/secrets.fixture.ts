// Secrets for tests, made anew from a seed each time: none of them is, or was, anybody's.
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, createBase58check } from '@scure/base';
import { entropyToMnemonic } from '@scure/bip39';
import type { PhraseLanguage, WordLists } from './load-word-lists.ts';

/** Numbers from 0 to below `below`, the same for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export function makeBytes(count: number, seed: number): Uint8Array {
  const roll = dice(seed);
  return Uint8Array.from({ length: count }, () => roll(256));
}

export const makeHex = (bytes: number, seed: number) => Buffer.from(makeBytes(bytes, seed)).toString('hex');

/** The words of a phrase whose checksum holds. */
export function makePhrase(lists: WordLists, language: PhraseLanguage, count: number, seed: number): string[] {
  const list = lists.languages.find(({ name }) => name === language);
  if (!list) throw new Error('This language was not loaded.');
  return entropyToMnemonic(makeBytes((count / 3) * 4, seed), [...list.words]).split(/\s+/u);
}

/** One wrong letter, as fingers make it: left out, doubled, changed, or two swapped. */
export function mistype(word: string, seed: number): string {
  const roll = dice(seed);
  const letters = [...word];
  const at = roll(letters.length - 1);
  const [one = '', next = ''] = letters.slice(at, at + 2);
  const wrong = [[next], [one, one, next], ['q', next], [next, one]][roll(4)] ?? [];
  const typed = [...letters.slice(0, at), ...wrong, ...letters.slice(at + 2)].join('');
  return typed === word ? `${word}q` : typed;
}

const check = createBase58check(sha256);

/** A private key in the form wallets import: version, 32 bytes, 01 where compressed. */
export const makeWif = (version: number, isCompressed: boolean, seed: number) =>
  check.encode(Uint8Array.from([version, ...makeBytes(32, seed), ...(isCompressed ? [1] : [])]));

/** `payload` after `version`, with its checksum, in base58. */
export const makeChecked = (version: readonly number[], payload: number, seed: number) =>
  check.encode(Uint8Array.from([...version, ...makeBytes(payload, seed)]));

export function makeSolanaBytes(seed: number): Uint8Array {
  const secret = makeBytes(32, seed);
  return Uint8Array.from([...secret, ...ed25519.getPublicKey(secret)]);
}
export const makeSolanaSecret = (seed: number) => base58.encode(makeSolanaBytes(seed));

/** A real signature, of a message nobody sent. */
export const makeSolanaSignature = (seed: number) =>
  base58.encode(ed25519.sign(makeBytes(200, seed), makeBytes(32, seed + 1)));

export const makeBase58 = (bytes: number, seed: number) => base58.encode(makeBytes(bytes, seed));
