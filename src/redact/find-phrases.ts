import type { Found } from './found.ts';
import type { WordLists } from './load-word-lists.ts';
import { labelWords, ordinaryWords } from './ordinary-words.ts';
import { splitWords, type Word } from './split-words.ts';

/** A run of words that is a phrase: of `window` words, `hits` stand in one list, `distinct` of these are no ordinary ones. */
interface Rule {
  window: number;
  hits: number;
  distinct: number;
  shortForms: boolean;
}

// The shortest phrase has twelve words, and every longer one holds a run of twelve; two may be
// mistyped. Measured on 900,000 words of prose and documentation in English, Spanish, Portuguese
// and others: no sentence comes near (nine words of twelve, five of them ordinary); what does are
// lists of HTML attributes and colours in code. The second rule is for a typing mistake that cuts
// a word in two.
const rules: readonly Rule[] = [
  { window: 12, hits: 10, distinct: 8, shortForms: false },
  { window: 14, hits: 10, distinct: 9, shortForms: false },
  { window: 12, hits: 11, distinct: 9, shortForms: true },
];

/** The longest word of any list, in letters, and the fewest words of a phrase. */
const longestWord = 9;
const fewestWords = 12;

/** So often before words, a label is no word of the phrase. */
const labelTimes = 6;

/**
 * The words of a text that count: without the labels before them, and with a digit typed for a
 * letter (`aband0n`) as one word instead of two.
 */
export function phraseWords(text: string, lists: WordLists): Word[] {
  const words = splitWords(text);
  const labels = new Map<string, number>();
  for (const word of words) {
    if (labelWords.has(word.text)) labels.set(word.text, (labels.get(word.text) ?? 0) + 1);
  }
  const counted: Word[] = [];
  for (const word of words) {
    if ((labels.get(word.text) ?? 0) >= labelTimes) continue;
    const before = counted.at(-1);
    const isCut =
      before !== undefined &&
      word.start - before.end === 1 &&
      /\d/.test(text.charAt(before.end)) &&
      !lists.words.has(before.text) &&
      !lists.words.has(word.text);
    if (isCut) counted[counted.length - 1] = { text: `${before.text}0`, start: before.start, end: word.end };
    else counted.push(word);
  }
  return counted;
}

/** The bits of the languages in which a rule takes this word. */
function languagesOf(word: string, lists: WordLists, shortForms: boolean): number {
  if (!shortForms) return lists.words.get(word) ?? 0;
  return word.length === 3 || word.length === 4 ? (lists.shortForms.get(word) ?? 0) : 0;
}

function* runsOf(rule: Rule, words: readonly Word[], lists: WordLists): Generator<Found> {
  if (words.length < rule.window) return;
  const masks = Int32Array.from(words, (word) => languagesOf(word.text, lists, rule.shortForms));
  for (const { bit } of lists.languages) {
    if (masks.reduce((count, mask) => (mask & bit ? count + 1 : count), 0) < rule.hits) continue;
    let hits = 0;
    const seen = new Map<string, number>();
    // By index, not by iterator: this loop takes most of the time.
    for (let index = 0; index < words.length; index += 1) {
      if (((masks[index] ?? 0) & bit) !== 0) {
        const word = words[index]?.text ?? '';
        hits += 1;
        if (!ordinaryWords.has(word)) seen.set(word, (seen.get(word) ?? 0) + 1);
      }
      const gone = index - rule.window;
      if (gone >= 0 && ((masks[gone] ?? 0) & bit) !== 0) {
        const word = words[gone]?.text ?? '';
        hits -= 1;
        const count = seen.get(word) ?? 0;
        if (count > 1) seen.set(word, count - 1);
        else seen.delete(word);
      }
      if (hits < rule.hits || seen.size < rule.distinct) continue;
      const from = Math.max(0, index - rule.window + 1);
      const known = words.slice(from, index + 1).filter((_, at) => ((masks[from + at] ?? 0) & bit) !== 0);
      const [first, last] = [known[0], known.at(-1)];
      if (first && last) yield { kind: 'recovery-phrase', start: first.start, end: last.end };
    }
  }
}

/** Whether a run of letters begins with twelve words of one list, written without anything between them. */
function isJoined(run: string, lists: WordLists): boolean {
  for (const { bit } of lists.languages) {
    const most = new Map([[0, 0]]);
    for (let at = 0; at < run.length; at += 1) {
      const count = most.get(at);
      if (count === undefined) continue;
      if (count >= fewestWords) return true;
      for (let length = 2; length <= longestWord && at + length <= run.length; length += 1) {
        if (!((lists.words.get(run.slice(at, at + length)) ?? 0) & bit)) continue;
        most.set(at + length, Math.max(most.get(at + length) ?? 0, count + 1));
      }
    }
    if ((most.get(run.length) ?? 0) >= fewestWords) return true;
  }
  return false;
}

/**
 * The recovery phrases in a text: twelve words or more of one language's list, in any case, with
 * anything but words between them, up to two of twelve mistyped; also short forms of four letters,
 * and words without spaces. Not only by checksum: a phrase with a mistake in it is still nearly
 * the phrase. Mistyped words at its ends are left out. Lazy and linear: whoever wants to know only
 * whether there is one takes the first; spans of one phrase overlap.
 */
export function* findPhrases(text: string, lists: WordLists): Generator<Found> {
  const words = phraseWords(text, lists);
  for (const word of words) {
    if (word.text.length >= fewestWords * 2 && isJoined(word.text, lists))
      yield { kind: 'recovery-phrase', start: word.start, end: word.end };
  }
  for (const rule of rules) yield* runsOf(rule, words, lists);
}
