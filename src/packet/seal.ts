import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Packet, PacketContent, PacketSeal } from '../schemas/packet.ts';
import { canonicalJson } from './canonical-json.ts';

/** The two forms in which a packet is handed on; each has a seal of its own. */
export type SealedForm = 'json' | 'markdown';

/** Signs with a key that it keeps to itself (`createSigner`). */
export interface PacketSigner {
  /** Base64 of its 32 bytes. */
  publicKey: string;
  /** The signature of a line, base64. */
  sign(line: string): string;
}

/** SHA-256 of a text, in hex. */
export const checksum = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What is signed: it says what it is for, so that a signature made for anything else is none. */
export const signedLine = (form: SealedForm, sum: string): string => `runlight packet 1 ${form} sha256:${sum}`;

export function sealOf(form: SealedForm, text: string, signer: PacketSigner | null): PacketSeal {
  const sha = checksum(text);
  return {
    sha256: sha,
    signature: signer && {
      algorithm: 'ed25519',
      publicKey: signer.publicKey,
      value: signer.sign(signedLine(form, sha)),
    },
  };
}

/** Closes a packet: whatever is changed in it from now on can be told. */
export function sealPacket(content: PacketContent, signer: PacketSigner | null): Packet {
  return { content, seal: sealOf('json', canonicalJson(content), signer) };
}
