import type { PacketSeal } from '../schemas/packet.ts';
import { checksum, type PacketSigner, sealOf } from './seal.ts';

const opening = '```runlight-seal';
const closing = '```';

/**
 * What a Markdown packet's checksum is taken over: what ticket systems and editors change without changing
 * a word makes no difference. Ends of lines are `\n`; blanks at a line's end, empty lines at both ends and a
 * byte order mark are left out.
 */
export function normalise(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** Adds the seal of a text at its end. */
export function sealMarkdown(text: string, signer: PacketSigner | null): string {
  const { sha256, signature } = sealOf('markdown', normalise(text), signer);
  const lines = [
    'packet 1',
    `sha256 ${sha256}`,
    ...(signature ? [`key ${signature.algorithm} ${signature.publicKey}`, `signature ${signature.value}`] : []),
  ];
  return `${normalise(text)}\n\n${opening}\n${lines.join('\n')}\n${closing}\n`;
}

export type SealedText =
  /** There is no seal. */
  | null
  /** There is something like a seal, which cannot be read. */
  | { seal: null }
  | { seal: PacketSeal; text: string; isUnchanged: boolean; before: number; behind: boolean };

const forms = {
  sha256: /^sha256 ([0-9a-f]{64})$/,
  key: /^key ed25519 ([A-Za-z0-9+/]{43}=)$/,
  signature: /^signature ([A-Za-z0-9+/]{86}==)$/,
};

/** Finds the last seal of a text, and whether what stands above it is what was sealed. */
export function readSealed(raw: string): SealedText {
  const lines = normalise(raw).split('\n');
  const start = lines.lastIndexOf(opening);
  if (start === -1) return null;
  const end = lines.indexOf(closing, start + 1);
  const seal = end === -1 ? null : parseSeal(lines.slice(start + 1, end));
  if (seal === null) return { seal: null };
  const text = normalise(lines.slice(0, start).join('\n'));
  const isUnchanged = checksum(text) === seal.sha256;
  return {
    seal,
    text,
    isUnchanged,
    before: isUnchanged ? 0 : linesBefore(text, seal.sha256),
    behind: lines.length > end + 1,
  };
}

function parseSeal(lines: readonly string[]): PacketSeal | null {
  const [version, sum = '', key = '', signature = '', ...more] = lines;
  const [, sha256] = forms.sha256.exec(sum) ?? [];
  if (version !== 'packet 1' || sha256 === undefined || more.length > 0) return null;
  if (lines.length === 2) return { sha256, signature: null };
  const [, publicKey] = forms.key.exec(key) ?? [];
  const [, value] = forms.signature.exec(signature) ?? [];
  if (publicKey === undefined || value === undefined) return null;
  return { sha256, signature: { algorithm: 'ed25519', publicKey, value } };
}

/** Headings to try: a ticket has few before the packet. */
const mostTries = 20;

/** How many lines of something else stand before the packet, where that is all that is wrong; else 0. */
function linesBefore(text: string, sha256: string): number {
  const lines = text.split('\n');
  const titles = lines.flatMap((line, index) => (index > 0 && line.startsWith('# ') ? [index] : []));
  return titles.slice(0, mostTries).find((at) => checksum(lines.slice(at).join('\n')) === sha256) ?? 0;
}
