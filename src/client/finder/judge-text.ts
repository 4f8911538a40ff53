import type { RedactTyped, Typed } from '../redact-typed.ts';

/** What may be searched for of a text that somebody typed or pasted. */
export type Judged =
  | { kind: 'secret' }
  /** 32 bytes in hex and nothing else: a private key, or a transaction’s hash. Nobody can tell. */
  | { kind: 'digest' }
  | { kind: 'safe'; text: string; leftOut: number };

const digests = /(?<![0-9a-z])(?:0x)?[0-9a-f]{64}(?![0-9a-z])/gi;
const namesSecret = /priv|secret|seed|mnemonic|wallet key|semilla|semente|clave|chave/i;

/**
 * Judges a text before anything is done with it. People paste messages that have a transaction's hash in
 * them, without a word that says so. Where nothing in the message speaks of a key, the digits are left out
 * and the rest is searched for; alone, they are not searched for, and it is said what they may be.
 */
export async function judgeText(text: string, redactTyped: RedactTyped): Promise<Judged> {
  const judged = await redactTyped(text, words);
  if (judged.kind === 'safe') return safe(judged, 0);
  const count = text.match(digests)?.length ?? 0;
  if (count === 0 || namesSecret.test(text)) return { kind: 'secret' };
  const rest = text.replace(digests, ' ');
  if (rest.trim() === '') return { kind: 'digest' };
  const again = await redactTyped(rest, words);
  return again.kind === 'secret' ? again : safe(again, count);
}

const words = 'words';

function safe({ text, removed }: Extract<Typed, { kind: 'safe' }>, before: number): Judged {
  return { kind: 'safe', text, leftOut: removed.reduce((sum, { count }) => sum + count, before) };
}
