import { refuseSecret } from '../redact/refuse-secret.ts';
import type { CaseFacts } from '../schemas/case-facts.ts';
import { said } from './said.ts';
import { splitList } from './split-list.ts';

/** A transaction's or block's hash, or a signature of Solana's. What is written otherwise is redacted like any text. */
const hash = /^(?:(?:0x)?[0-9a-f]{64}|[1-9A-HJ-NP-Za-km-z]{86,88})$/i;

/** The hashes that a case is about: they have the form of a key, and the person said that they are none. */
export async function publicHashes(facts: CaseFacts): Promise<string[]> {
  const named = [...splitList('hashes', said(facts, 'hashes') ?? ''), said(facts, 'errorText') ?? ''];
  const hashes: string[] = [];
  for (const value of named)
    if (hash.test(value) && (await refuseSecret(value, { expects: 'hash' })) === null) hashes.push(value);
  return hashes;
}
