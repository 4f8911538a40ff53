import type { WordLists } from './load-word-lists.ts';
import { labelWords } from './ordinary-words.ts';
import { foldWord, skipped, wordFrom } from './split-words.ts';

/** Part of a text in which there may be a recovery phrase. */
export interface Region {
  start: number;
  end: number;
}

// `findPhrases` needs 10 of 12 or of 14 words (11 of 12 in short form). One less, since a label that
// is a word of the list counts there and not here.
const window = 14;
const fewestHits = 9;
/** What it sees before and after: mistyped words at the ends. */
const margin = 240;
/** From this length on, a run of letters may be twelve words with nothing between. */
const joined = 24;

const slots = 1 << 17;
const languages = 10;
const label = 1 << 30;

/** Word lists as numbers: what a word's hash says of its languages, short forms ten bits higher. */
function tableOf(lists: WordLists): Int32Array {
  const table = new Int32Array(slots);
  const add = (word: string, bits: number): void => {
    let hash = 0;
    for (let i = 0; i < word.length; i += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    table[slot] = (table[slot] ?? 0) | bits;
  };
  for (const [word, bits] of lists.words) add(word, bits);
  for (const [word, bits] of lists.shortForms) add(word, bits << languages);
  for (const word of labelWords) add(word, label);
  return table;
}

const tables = new WeakMap<WordLists, Int32Array>();

/**
 * Where in a text recovery phrases may be: one cheap look at every word, so that only what has words
 * of one list close together is read with care. Never misses what `findPhrases` finds.
 */
export function phraseRegions(text: string, lists: WordLists): Region[] {
  const known = tables.get(lists);
  const table = known ?? tableOf(lists);
  if (!known) tables.set(lists, table);
  const regions: Region[] = [];
  const masks = new Int32Array(window);
  const starts = new Int32Array(window);
  let next = 0;
  let hits = 0;
  const add = (start: number, end: number): void => {
    const last = regions.at(-1);
    const from = Math.max(0, start - margin);
    if (last && from <= last.end) last.end = Math.max(last.end, end + margin);
    else regions.push({ start: from, end: end + margin });
  };
  const take = (mask: number, start: number, end: number): void => {
    if (masks[next] !== 0) hits -= 1;
    masks[next] = mask;
    starts[next] = start;
    next = (next + 1) % window;
    if (mask === 0) return;
    hits += 1;
    if (hits >= fewestHits && isDense(masks)) add(starts[next] ?? 0, end);
  };
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const lower = code | 32;
    if (lower >= 97 && lower <= 122 && code < 128) {
      const start = at;
      let hash = 0;
      let c = lower;
      do {
        hash = (Math.imul(hash, 31) + c) | 0;
        at += 1;
        const one = text.charCodeAt(at);
        if (one >= 128) break;
        c = one >= 65 ? one | 32 : 0;
      } while (c >= 97 && c <= 122);
      if (at < length && text.charCodeAt(at) >= 128) {
        // Perhaps an accent: the word as `splitWords` reads it.
        const word = wordFrom(text, start);
        if (word > at) {
          at = word;
          if (at - start >= joined) add(start, at);
          takeFolded(start);
          continue;
        }
      }
      const size = at - start;
      if (size >= joined) add(start, at);
      const bits = table[(hash ^ (hash >>> 15)) & (slots - 1)] ?? 0;
      if ((bits & label) !== 0) continue;
      take(size === 3 || size === 4 ? bits : bits & ((1 << languages) - 1), start, at);
      continue;
    }
    // Marks of copied pages and escapes are no words.
    if (code === 60 || code === 38 || code === 92 || code === 37) {
      const to = skipped(text, at);
      if (to > at) {
        at = to;
        continue;
      }
    } else if (code >= 128) {
      const to = wordFrom(text, at);
      if (to > at) {
        const start = at;
        at = to;
        if (at - start >= joined) add(start, at);
        takeFolded(start);
        continue;
      }
    }
    at += 1;
  }
  return regions;

  function takeFolded(start: number): void {
    const word = at - start > 64 ? '' : foldWord(text.slice(start, at));
    if (labelWords.has(word)) return;
    take((lists.words.get(word) ?? 0) | ((lists.shortForms.get(word) ?? 0) << languages), start, at);
  }
}

/** Whether words of one and the same list are close enough together. */
function isDense(masks: Int32Array): boolean {
  for (let bit = 0; bit < languages * 2; bit += 1) {
    let count = 0;
    for (let i = 0; i < window; i += 1) count += ((masks[i] ?? 0) >>> bit) & 1;
    if (count >= fewestHits) return true;
  }
  return false;
}
