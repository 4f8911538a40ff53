// Single letters and pairs are left out where words are written with letters: ids and hashes are full of them.
const countable =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{M}]+|\p{L}[\p{L}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]{2,}/gu;

/** Eight words are what is left of a phrase that somebody pasted in part. */
const fewest = 8;
/** Twelve words written without spaces are at least this long: two letters each (Korean). */
const joined = 24;
const han = /\p{Script=Han}/gu;

/**
 * Whether a text is long enough to hold a recovery phrase, so that the word lists are worth
 * loading. Cheap, synchronous, and never `false` for a text that holds one.
 */
export function mayHoldPhrase(text: string): boolean {
  let words = 0;
  let ideographs = 0;
  for (const [match] of text.matchAll(countable)) {
    words += 1;
    ideographs += match.match(han)?.length ?? 0;
    if (words >= fewest || ideographs >= 12 || match.length >= joined) return true;
  }
  return false;
}
