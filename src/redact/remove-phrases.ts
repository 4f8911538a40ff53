import { exactPhrase, isValidPhrase } from './exact-phrase.ts';
import { findPhrases, phraseWords } from './find-phrases.ts';
import { isPhrase } from './is-phrase.ts';
import { isWrittenAsList } from './is-written-as-list.ts';
import type { WordLists } from './load-word-lists.ts';
import { phraseRegions } from './phrase-regions.ts';
import type { Removal } from './removed-kinds.ts';
import type { Word } from './split-words.ts';

const lengths = [12, 15, 18, 21, 24];
/** So far from the rest of its phrase may a word stand, in characters: a number, a tag, a line's end. */
const farthest = 60;
/** So many words at an end may be mistyped. */
const mostMistyped = 2;
/** A text up to this length may be nothing but a phrase, or what is left of one. */
const whole = 2000;

/** What an earlier redaction has left. */
const oldMark = /\[[A-Za-z -]{3,20} removed\]|\u2039secret:\w{1,200}\u203a/g;
const phraseMark = '[recovery phrase removed]';

/**
 * Recovery phrases, whole: with the mistyped words at their ends. `others` are places whose letters are
 * no words: they are read as spaces.
 */
export function phrases(text: string, others: readonly { start: number; end: number }[], lists: WordLists): Removal[] {
  if (!text.includes(phraseMark)) return phrasesIn(withoutOthers(text, others), lists);
  // What is left around a phrase that was removed must not become another.
  const parts = withoutOthers(text, others, phraseMark).split(phraseMark);
  let offset = 0;
  return parts.flatMap((part) => {
    const from = offset;
    offset += part.length + phraseMark.length;
    return inPart(part, lists).map((removal) => ({ ...removal, start: from + removal.start, end: from + removal.end }));
  });
}

function withoutOthers(text: string, others: readonly { start: number; end: number }[], kept = ''): string {
  let blank = text;
  if (others.length > 0) {
    const pieces: string[] = [];
    let done = 0;
    for (const { start, end } of [...others].sort((a, b) => a.start - b.start)) {
      if (end <= done) continue;
      const from = Math.max(start, done);
      pieces.push(text.slice(done, from), ' '.repeat(end - from));
      done = end;
    }
    blank = pieces.join('') + text.slice(done);
  }
  return blank.replace(oldMark, (mark) => (mark === kept ? mark : ' '.repeat(mark.length)));
}

function phrasesIn(text: string, lists: WordLists): Removal[] {
  if (text.length <= whole && isPhrase(text, lists)) {
    const start = text.length - text.trimStart().length;
    return [{ kind: 'recovery-phrase', start, end: text.trimEnd().length }];
  }
  return inPart(text, lists);
}

function inPart(text: string, lists: WordLists): Removal[] {
  const removals: Removal[] = [];
  for (const region of phraseRegions(text, lists)) {
    const part = text.slice(region.start, region.end);
    const spans = [...findPhrases(part, lists)].sort((a, b) => a.start - b.start);
    if (spans.length === 0) continue;
    const words = phraseWords(part, lists);
    for (const { start, end } of merged(spans)) {
      if (!isPlausible(part, words.slice(lowest(words, start), lowest(words, end)), lists)) continue;
      const [from, to] = widened(part, words, start, end, lists);
      removals.push({ kind: 'recovery-phrase', start: region.start + from, end: region.start + to });
    }
  }
  return removals;
}

/** So many words are tried for a checksum; longer runs are phrases, whatever stands between. */
const mostTried = 64;

/** A phrase by the way in which it is written, or by its checksum. */
const isPlausible = (text: string, words: readonly Word[], lists: WordLists): boolean =>
  words.length > mostTried ||
  isWrittenAsList(text, words) ||
  lengths.some((length) =>
    words.some((_, at) => at + length <= words.length && isValidPhrase(words.slice(at, at + length), lists)),
  );

function merged(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** A span with the words at its ends that belong to the phrase although no list has them, or only the phrase where that is sure. */
function widened(
  text: string,
  words: readonly Word[],
  start: number,
  end: number,
  lists: WordLists,
): readonly [number, number] {
  let first = lowest(words, start);
  let last = lowest(words, end) - 1;
  if (first > last) return [start, end];
  const count = last - first + 1;
  const missing = Math.max(
    0,
    ...lengths
      .filter((length) => length >= count)
      .slice(0, 1)
      .map((length) => length - count),
  );
  const isAlone = ({ start: at, text: word }: Word): boolean =>
    (word.length > 1 || word > '\u2e80') && !/[A-Za-z0-9_]/.test(text.charAt(at - 1));
  const belongs = (word: Word | undefined, beside: Word | undefined, taken: number): boolean => {
    if (!word || !beside) return false;
    const gap = word.start >= beside.end ? word.start - beside.end : beside.start - word.end;
    if (gap > farthest || !isAlone(word)) return false;
    return (missing <= mostMistyped && taken < missing) || isNearlyListed(word.text, lists);
  };
  for (let taken = 0; taken < mostMistyped && belongs(words[first - 1], words[first], taken); taken += 1) first -= 1;
  for (let taken = 0; taken < mostMistyped && belongs(words[last + 1], words[last], taken); taken += 1) last += 1;
  const exact = exactPhrase(text, words, [first, last], lists);
  if (exact) return [words[exact[0]]?.start ?? start, words[exact[1]]?.end ?? end];
  return [Math.min(start, words[first]?.start ?? start), Math.max(end, words[last]?.end ?? end)];
}

/** Index of the first word that begins at `at` or later. */
function lowest(words: readonly Word[], at: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Whether a word of four letters and more is one slip away from one of a list. */
function isNearlyListed(word: string, lists: WordLists): boolean {
  if (lists.words.has(word)) return true;
  if (!/^[a-z0]{4,10}$/.test(word)) return false;
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (lists.words.has(head + tail.slice(1))) return true;
    if (tail.length > 1 && lists.words.has(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))) return true;
    for (const letter of alphabet) {
      if (lists.words.has(head + letter + tail) || (tail !== '' && lists.words.has(head + letter + tail.slice(1))))
        return true;
    }
  }
  return false;
}
