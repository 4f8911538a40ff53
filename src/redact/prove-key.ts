import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, createBase58check } from '@scure/base';

const base58check = createBase58check(sha256);

/** The bytes, or `null`. What a decoder says may hold the value and is dropped. */
function decoded(coder: { decode(text: string): Uint8Array }, text: string): Uint8Array | null {
  try {
    return coder.decode(text);
  } catch {
    return null;
  }
}

/**
 * Whether base58 with a checksum is a private key: a WIF of Bitcoin or its kin (a version of 0x80
 * or more, 32 bytes, 01 where the public key is compressed), or a key that a password protects
 * (BIP-38). Addresses are shorter; hashes of Tezos are as long, with smaller versions.
 */
export function isCheckedKey(text: string): boolean {
  const bytes = decoded(base58check, text);
  if (!bytes) return false;
  const version = bytes[0] ?? 0;
  if (bytes.length === 39) return version === 0x01 && (bytes[1] === 0x42 || bytes[1] === 0x43);
  return version >= 0x80 && (bytes.length === 33 || (bytes.length === 34 && bytes[33] === 0x01));
}

/** Whether base58 is 64 bytes. */
export function isSixtyFourBytes(text: string): boolean {
  return decoded(base58, text)?.length === 64;
}

/**
 * Whether 64 bytes in base58 are a Solana secret: their second half is the public key of the first.
 * A signature is not, but for chance. Takes about a millisecond.
 */
export function isSolanaSecret(text: string): boolean {
  const bytes = decoded(base58, text);
  if (bytes?.length !== 64) return false;
  const own = ed25519.getPublicKey(bytes.slice(0, 32));
  return own.every((byte, index) => byte === bytes[32 + index]);
}
