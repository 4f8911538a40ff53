/**
 * What a field asks for, as far as it decides whether a value is public: a `hash` (of a
 * transaction or block, or a transaction's signature) has the form of a private key.
 */
export type Expects = 'hash' | 'other';

const hash = /\b(?:hash(?:es)?|signature|tx ?id|digest)\b/i;
const secret = /\b(?:private|secret|seed|mnemonic|password|recovery)\b/i;

/**
 * What a parameter expects, from the words it describes itself with: `paramMeta(schema).expected`,
 * such as `a transaction hash (0x and 64 hex digits)`. From its description and not from its
 * pattern: a pattern for any id takes a hash, too, and nobody said that one belongs there.
 */
export function expectsOf(expected: string): Expects {
  return hash.test(expected) && !secret.test(expected) ? 'hash' : 'other';
}

const path = /\/(?:tx|txs|txn|transactions?|blocks?|extrinsic|receipt|signature|hash)\/(?:0x)?$/i;
// Whole words where a part of another would do: `ctx`, `confirma`, `unblock` name no hash.
const label =
  /(?:(?<!key[ _-]?)(?:hash|signature)|(?<![a-z])(?:tx ?id|txn?|transaction|transaction[ _]?id|transacci[oó]n|transa[cç][aã]o|firma|assinatura|bloque|bloco|block))["'`]?\s{0,3}[:=#]?\s{0,3}["'`(<]{0,2}(?:0x)?$/iu;

const secretBefore = /private|secret|seed|mnemonic|privada|privado|secreta|semilla|semente|clave|chave/i;

/** Whether the words right before a place in a text say that a hash follows: an explorer's address, `"transactionHash": "`, `tx `. */
export function isNamedPublic(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 64), start);
  return path.test(before) || (label.test(before) && !secretBefore.test(before));
}
