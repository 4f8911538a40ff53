import { type Expects, isNamedPublic } from './expects.ts';
import { findKeys, isKey, type KeyFound } from './find-keys.ts';
import type { SecretKind } from './found.ts';
import { mayHoldPhrase } from './may-hold-phrase.ts';

/** Why a value is not taken, and what to do now. Never holds the value. */
export interface Refusal {
  kind: SecretKind;
  /** English sentences for the agent who pasted it. */
  message: string;
}

const names: Record<SecretKind, string> = {
  'recovery-phrase': 'recovery phrase',
  'private-key': 'private key',
};

function refusal(kind: SecretKind): Refusal {
  const name = names[kind];
  return {
    kind,
    message:
      `This looks like a ${name}, so it was not sent and is not stored. ` +
      `Clear the field, and delete the ${name} wherever you copied it from. ` +
      'Whoever has seen it can take the money: tell its owner to make a new wallet now and move everything there. ' +
      `Never ask for a ${name} again; no step needs one.`,
  };
}

/** More signatures than one asks for by hand; each takes a millisecond to tell from a secret. */
const mostSignatures = 50;

async function holdsKey(text: string, expects: Expects): Promise<boolean> {
  const keys = findKeys(text);
  const trimmed = text.trim();
  const isPublic = (key: KeyFound) => {
    const value = text.slice(key.start, key.end);
    const isWhole = trimmed === value || trimmed.toLowerCase() === `0x${value.toLowerCase()}`;
    // 128 digits are no transaction's hash, but the seed that a phrase makes.
    return (expects === 'hash' && isWhole && value.length < 128) || isNamedPublic(text, key.start);
  };
  if (keys.some((key) => key.form === 'certain' || (key.form === 'digest' && !isPublic(key)))) return true;
  if (isKey(text)) return true;
  const unproven = keys.filter((key) => key.form === 'checksum' || key.form === 'solana');
  if (unproven.length === 0) return false;
  const { isCheckedKey, isSixtyFourBytes, isSolanaSecret } = await import('./prove-key.ts');
  let signatures = 0;
  return unproven.some((key) => {
    const value = text.slice(key.start, key.end);
    if (key.form === 'checksum') return isCheckedKey(value);
    if (!isSixtyFourBytes(value)) return false;
    signatures += 1;
    return !isPublic(key) || signatures > mostSignatures || isSolanaSecret(value);
  });
}

/**
 * Whether a value that a person typed or pasted into a form is refused, because it holds a recovery
 * phrase or a private key; `null` where it may be sent. Call it before a value leaves the browser,
 * and again where the server takes it. The safe side wins: what cannot be told from a key is one,
 * unless `expects` (see `expectsOf`) or the words before it say that a hash belongs there.
 *
 * What recognises phrases and proves keys is loaded only for a value that may hold one. Rejects
 * when that cannot be loaded (in a browser: the site is gone); then send nothing. Nothing here
 * throws or returns the value.
 */
export async function refuseSecret(
  text: string,
  { expects = 'other' }: { expects?: Expects } = {},
): Promise<Refusal | null> {
  if (await holdsKey(text, expects)) return refusal('private-key');
  if (!mayHoldPhrase(text)) return null;
  const { holdsPhrase } = await import('./holds-phrase.ts');
  return (await holdsPhrase(text)) ? refusal('recovery-phrase') : null;
}
