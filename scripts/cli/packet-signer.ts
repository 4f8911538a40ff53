import { createPrivateKey } from 'node:crypto';
import type { PacketSigner } from '../../src/packet/seal.ts';
import { createSigner } from '../../src/packet/signer.ts';
import { UsageError } from './define-command.ts';

/** Signs packets with the key in `RUNLIGHT_PACKET_KEY`; `null` where none is set. One that cannot be used is wrong use, and never shown. */
export function packetSigner(env: Readonly<Record<string, string | undefined>>): PacketSigner | null {
  const text = env.RUNLIGHT_PACKET_KEY?.trim() ?? '';
  if (text === '') return null;
  const secret = text.includes('-----BEGIN') ? fromPem(text) : fromBase64(text);
  if (secret === null)
    throw new UsageError(
      '`RUNLIGHT_PACKET_KEY` is no Ed25519 private key; expected its PEM (`openssl genpkey -algorithm ed25519`), or base64 of its 32 bytes. Without it, packets carry a checksum alone.',
    );
  return createSigner(secret);
}

function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return null;
  return new Uint8Array(Buffer.from(text, 'base64'));
}

function fromPem(text: string): Uint8Array | null {
  try {
    // Where a variable must stand on one line, its line ends are written as `\n`.
    const key = createPrivateKey({ key: text.replaceAll('\\n', '\n'), format: 'pem' });
    const { d } = key.export({ format: 'jwk' });
    return key.asymmetricKeyType === 'ed25519' && d !== undefined ? new Uint8Array(Buffer.from(d, 'base64url')) : null;
  } catch {
    return null;
  }
}
