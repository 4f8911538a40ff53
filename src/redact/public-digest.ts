import { isNamedPublic } from './expects.ts';

/** How far words count for a digest, in characters: on its own line, and not beyond what was removed. */
const reach = 120;

const secret =
  /priv(?:ate|ad[ao]|key|_key)|\bpk\b|secret|\bseed|mnemonic|semilla|semente|clave|chave|wallet ?key|\bkey|signing|import/i;

// Whole words right before, with a few characters between: `"parentHash":"0x`, `txs: [`, `digest sha256:`.
const named =
  /(?:hash(?:es)?|hashed|signatures?|firmas|assinaturas|tx(?:n|s|ns)?|tx ?_?ids?|block ?_?ids?|transactions?|transacci[oó]n(?:es)?|transa[cç](?:[aã]o|[oõ]es)|blocks?|bloques?|blocos?|root|digest|sha-?(?:3-|2-)?(?:256|512)|keccak(?:256)?|checksum|fingerprint|etag|commit(?:ment)?|topics?|receipts?|recibos?|sig|firma|assinatura|nonceHash|uncles?|parent|merkle|address(?:es)?|direcci[oó]n|endere[cç]o|sender|recipient|contract|package|object(?: ?_?id)?|coin ?_?type|module|pub(?:lic)?[ _-]?key|clave p[uú]blica|chave p[uú]blica|account(?: ?_?id)|order ?_?(?:id|uid|hash)|request ?_?id|trace ?_?id|event ?_?id|topic|symkey ?topic|image|layer|blob|cid|state|result|wc)\s{0,2}["'`\]]{0,2}\s{0,3}(?:[:=#(→-]|is|was|es|é|->|of|de)?\s{0,3}["'`([<]{0,3}\s{0,3}$/iu;
// A little further off, in a sentence: `your transaction 0x… was mined`, `swap submitted, see 0x…`.
const near =
  /\b(?:eth_get\w+|\w*(?:ByHash|getTransaction|getSignature)\w*|hash|tx|txid|txn|txns|txs|transaction|transactions|transacci[oó]n|transa[cç][aã]o|block|bloque|bloco|receipt|mempool|broadcast(?:ed)?|mined|explorer|etherscan|bscscan|polygonscan|tronscan|mintscan|nonce|digest|sha256|checksum|commit|transferencia|transfer[eê]ncia|sent|submitted|confirmed|pending|reverted|replaced|dropped)\b[^\n]{0,60}$/iu;
const after =
  /^["'`)\]>,.]{0,3}(?:::[a-z_]+|\s{0,2}[([,–-]?\s?(?:is |was |es |é |was not |has been )?(?:(?:the |a |my |your |la |o |a )?(?:tx|transaction|transacci[oó]n|transa[cç][aã]o|block|hash|txid)\b|(?:pending|mined|confirmed|reverted|failed|dropped|replaced|confirmad[ao]|pendiente|pendente|success|not found|status)\b))/iu;
const padded = /^0{16}|0{16}$/;

/** Whether the text right before a digest or a signature names it as something public. */
export const isNamed = (before: string): boolean =>
  isNamedPublic(before, before.length) || ((named.test(before) || near.test(before)) && !secret.test(before));

/** What `isPublicDigest` knows of the one before. */
export interface Neighbour {
  end: number;
  isPublic: boolean;
}

/** A digest and the part of the text that counts for it: `from` up to `to`. */
interface Place {
  start: number;
  end: number;
  from: number;
  to: number;
}

/**
 * Whether 32 or 64 bytes in hex are something public, a transaction's hash before all, and no key: by
 * the words around them. Without any, they are a key: the safe side wins.
 */
export function isPublicDigest(text: string, { start, end, from, to }: Place, last: Neighbour): boolean {
  const value = text.slice(start, end);
  // A number or an address in a word of 32 bytes: no key has so many zeros.
  if (padded.test(value)) return true;
  const around = text.slice(Math.max(from, start - reach), start);
  const line = start - around.length + around.lastIndexOf('\n') + 1;
  const before = text.slice(line, start).replace(/0x$/i, '');
  const isSecret = secret.test(before.replace(publicKey, ''));
  const isExplicit = isNamedPublic(text.slice(line, start), start - line);
  if (isSecret) return isExplicit && !secret.test(before.slice(-40));
  if (isExplicit || named.test(before) || near.test(before)) return true;
  const behind = text.slice(end, Math.min(to, end + 48));
  if (after.test(behind) && !secretBehind.test(behind)) return true;
  // A list goes on as it began: only marks and spaces between.
  if (last.isPublic && last.end >= from && start - last.end <= 16)
    return /^["'`,;\s|[\](){}•*-]{1,14}(?:0x)?$/i.test(text.slice(last.end, start));
  return listHead.test(around);
}

const publicKey = /(?:pub(?:lic)?[ _-]?key|clave p[uú]blica|chave p[uú]blica|idempotency[ _-]?key)s?/giu;
const secretBehind = /^[^\n]{0,40}(?:priv|secret|seed|key|clave|chave)/i;
// `hashes:` on a line of its own, and the list below it.
const listHead =
  /(?:hash(?:es)?|txs|txids|transactions|transacciones|transa[cç][oõ]es|topics|blocks|bloques|blocos)["'`]?\s{0,2}[:=]?\s{0,2}\[?\s{0,12}["'`•*-]{0,2}\s{0,2}(?:0x)?$/iu;
