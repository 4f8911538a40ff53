import type { PacketSeal } from '../schemas/packet.ts';
import { canonicalJson } from './canonical-json.ts';
import { checkSignature, type PacketKeys, type SignatureState } from './check-signature.ts';
import { readSealed } from './markdown-seal.ts';
import { checksum, type SealedForm } from './seal.ts';
import { parseStrictly } from './strict-json.ts';

/** What became of a packet. */
export interface Verification {
  form: SealedForm;
  /** As the packet says; `null` where that cannot be read. */
  id: string | null;
  isUnchanged: boolean;
  /** What was changed, in a sentence; `null` when nothing was. */
  why: string | null;
  /** `none` where the content was changed so that its seal cannot be read. */
  signature: SignatureState;
}

/**
 * Whether a packet, in JSON or Markdown, is what was sealed, and who sealed it; `null` where the text holds
 * none. A checksum alone tells a slip: whoever changes a packet on purpose can make a new one. A signature
 * by a key of the team's tells that, too.
 */
export function verifyPacket(text: string, keys: PacketKeys): Verification | null {
  return /^[\s\uFEFF]*\{/.test(text) ? verifyJson(text, keys) : verifyMarkdown(text, keys);
}

const damaged = 'Its seal is damaged.';
const idForm = /^packet-[0-9A-Za-z-]{1,80}$/;

function verifyJson(text: string, keys: PacketKeys): Verification | null {
  const lost = (why: string, id: string | null = null): Verification => ({
    form: 'json',
    id,
    isUnchanged: false,
    why,
    signature: { state: 'none' },
  });
  let data: unknown;
  try {
    data = parseStrictly(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!/"seal"/.test(text)) return null;
    return lost(`It is no JSON that can be trusted: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(data) || !isObject(data.content)) return null;
  const id = typeof data.content.id === 'string' && idForm.test(data.content.id) ? data.content.id : null;
  const seal = readSeal(data.seal);
  if (!seal) return lost(damaged, id);
  const more = Object.keys(data).find((key) => key !== 'content' && key !== 'seal');
  const isUnchanged = more === undefined && sumOf(data.content) === seal.sha256;
  return {
    form: 'json',
    id,
    isUnchanged,
    why: isUnchanged
      ? null
      : more === undefined
        ? changed
        : 'It holds something that was not sealed, beside its content.',
    signature: checkSignature('json', seal, keys),
  };
}

const changed = 'Its content is not what was sealed.';

function verifyMarkdown(text: string, keys: PacketKeys): Verification | null {
  const sealed = readSealed(text);
  if (sealed === null) return null;
  if (sealed.seal === null)
    return { form: 'markdown', id: null, isUnchanged: false, why: damaged, signature: { state: 'none' } };
  const { seal, isUnchanged, before, behind } = sealed;
  const why = !isUnchanged
    ? before > 0
      ? `The packet itself is what was sealed, but ${before === 1 ? 'a line stands' : `${before} lines stand`} before it that nobody sealed. Leave them out.`
      : changed
    : behind
      ? 'The packet itself is what was sealed, but something stands behind its seal that nobody sealed. Leave it out.'
      : null;
  return {
    form: 'markdown',
    id: /^\| Packet \| `(packet-[0-9A-Za-z-]{1,80})`/m.exec(sealed.text)?.[1] ?? null,
    isUnchanged: why === null,
    why,
    signature: checkSignature('markdown', seal, keys),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function sumOf(content: unknown): string | null {
  try {
    return checksum(canonicalJson(content));
  } catch {
    return null;
  }
}

/** A seal of exactly this shape; anything more in it would be unsealed text, too. */
function readSeal(value: unknown): PacketSeal | null {
  if (!isObject(value) || !hasKeys(value, 'sha256', 'signature')) return null;
  const { sha256, signature } = value;
  if (typeof sha256 !== 'string') return null;
  if (signature === null) return { sha256, signature };
  if (!isObject(signature) || !hasKeys(signature, 'algorithm', 'publicKey', 'value')) return null;
  const { algorithm, publicKey, value: signed } = signature;
  if (algorithm !== 'ed25519' || typeof publicKey !== 'string' || typeof signed !== 'string') return null;
  return { sha256, signature: { algorithm, publicKey, value: signed } };
}

const hasKeys = (value: object, ...keys: string[]): boolean =>
  Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
