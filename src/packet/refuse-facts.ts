import type { SecretKind } from '../redact/found.ts';
import { refuseSecret } from '../redact/refuse-secret.ts';
import { standIns } from '../redact/stand-ins.ts';
import { type CaseFacts, type FactName, factNames } from '../schemas/case-facts.ts';
import { publicHashes } from './public-hashes.ts';
import { said } from './said.ts';
import { splitList } from './split-list.ts';

/** A fact that is not taken, since it holds a recovery phrase or a private key. Never holds the value. */
export interface RefusedFact {
  fact: FactName;
  kind: SecretKind;
  /** English sentences: what to do now. */
  message: string;
}

/**
 * The first fact that holds a recovery phrase or a private key; `null` where they may be sent. Call it before
 * they leave the browser, and again where a server or a command takes them. Hashes belong into `hashes` and
 * `errorText`, and are let through elsewhere once they stand in `hashes`.
 */
export async function refuseFacts(facts: CaseFacts): Promise<RefusedFact | null> {
  const [hide] = standIns(await publicHashes(facts));
  for (const fact of factNames) {
    const text = said(facts, fact);
    if (text === null) continue;
    const refused = fact === 'hashes' ? await refuseHashes(text) : await refuseSecret(hide(text), { expects: 'other' });
    if (refused) return { fact, kind: refused.kind, message: refused.message };
  }
  return null;
}

/** Each entry may be a hash; a phrase, and some forms of a key, stand in several of them. */
async function refuseHashes(text: string) {
  for (const entry of splitList('hashes', text)) {
    const refused = await refuseSecret(entry, { expects: 'hash' });
    if (refused) return refused;
  }
  // Without the hashes themselves, which have been looked at.
  return refuseSecret(text.replace(/(?:0x)?[0-9a-z]{32,}/gi, ' '));
}
