import { ed25519 } from '@noble/curves/ed25519.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import type { PacketSeal } from '../schemas/packet.ts';
import { type SealedForm, signedLine } from './seal.ts';

/** Public keys by the names that the team gives them: base64 of their 32 bytes. */
export type PacketKeys = Readonly<Record<string, string>>;

/** What a signature says of who made a packet. */
export type SignatureState =
  | { state: 'none' }
  /** The key is one of the team's. */
  | { state: 'good'; key: string }
  /** It fits, but nobody here knows the key: anybody can make one. */
  | { state: 'unknown-key'; publicKey: string }
  | { state: 'bad' };

/** Whether a seal's signature is one for its checksum, and whose. */
export function checkSignature(form: SealedForm, { sha256, signature }: PacketSeal, keys: PacketKeys): SignatureState {
  if (signature === null) return { state: 'none' };
  const { publicKey, value } = signature;
  if (!fits(signedLine(form, sha256), publicKey, value)) return { state: 'bad' };
  const [name] = Object.entries(keys).find(([, key]) => key === publicKey) ?? [];
  return name === undefined ? { state: 'unknown-key', publicKey } : { state: 'good', key: name };
}

function fits(line: string, publicKey: string, value: string): boolean {
  try {
    // As RFC 8032 says: no encoding of a key or a signature but the one that there is.
    return ed25519.verify(base64.decode(value), utf8ToBytes(line), base64.decode(publicKey), { zip215: false });
  } catch {
    return false;
  }
}
