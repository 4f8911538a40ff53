import { ed25519 } from '@noble/curves/ed25519.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { base64 } from '@scure/base';
import type { PacketSigner } from './seal.ts';

/** Signs with an Ed25519 key: `secret` is its 32 bytes (the seed of RFC 8032). */
export function createSigner(secret: Uint8Array): PacketSigner {
  return {
    publicKey: base64.encode(ed25519.getPublicKey(secret)),
    sign: (line) => base64.encode(ed25519.sign(utf8ToBytes(line), secret)),
  };
}
