import { CheckFailure } from 'runlight/check';

/** How a service, or a part of it, is: the words that all kinds of status pages are brought to. Worse ones come later. */
const states = ['operational', 'maintenance', 'degraded', 'partial-outage', 'major-outage'] as const;
export type State = (typeof states)[number];

/** The worst of them; `operational` where there is none. */
export function worst(all: readonly State[]): State {
  return all.reduce((one, other) => (states.indexOf(other) > states.indexOf(one) ? other : one), 'operational');
}

/** A protocol's words, and what they stand for. */
export type Words = Readonly<Record<string, State>>;

export function knownState(word: string, words: Words): State | null {
  return Object.hasOwn(words, word) ? (words[word] ?? null) : null;
}

/**
 * What a page's own word stands for. A word that its protocol does not have is `protocol`: nobody can
 * say that it is harmless, so nothing of such a page may be green. `subject` is whose word it is.
 */
export function stateOf(word: string, words: Words, subject: string): State {
  const state = knownState(word, words);
  if (state !== null) return state;
  const known = Object.keys(words).map((each) => `\`${each}\``);
  throw new CheckFailure(
    'protocol',
    `${subject} is \`${word.slice(0, 80)}\`, a word that its protocol does not have; expected one of ${known.join(', ')}.`,
    { hint: 'Open the status page itself and read it. Then tell the check’s maintainers, so that it learns the word.' },
  );
}
