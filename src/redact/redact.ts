import { type DeclaredSecrets, declaredMark } from './declared-secrets.ts';
import { fencesOf } from './fences.ts';
import { languagesIn, loadWordLists, type PhraseLanguage, type WordLists } from './load-word-lists.ts';
import { mayHoldPhrase } from './may-hold-phrase.ts';
import { percentRuns } from './percent-runs.ts';
import { keysInPaths, mailsAndUsers } from './remove-from-addresses.ts';
import {
  keyCandidates,
  keysInGroups,
  keysInText,
  mayNeedProof,
  type Proofs,
  privateKeys,
  withPrefix,
} from './remove-keys.ts';
import { bareCredentials, labelledValues } from './remove-labelled.ts';
import { cards, phones } from './remove-numbers.ts';
import { keysOfMakers } from './remove-tokens.ts';
import { marks, type Removal, type Removed, type RemovedKind, removedKinds } from './removed-kinds.ts';
import { scanText } from './scan-text.ts';

/** A text without its secrets, and what they were: kinds in the order of `removedKinds`, never the secrets. */
export interface Redacted {
  text: string;
  removed: Removed[];
}

/** What recognising needs and a text may not: loaded once, by whoever reads many. */
export interface RedactTools {
  /** `null`: the text holds no run of words. */
  phrases: { lists: WordLists; find: typeof import('./remove-phrases.ts').phrases } | null;
  proofs: Proofs | null;
}

export interface RedactOptions {
  /** Values that are secret by declaration: replaced by `‹secret:NAME›`, in every way in which they are written. */
  secrets?: DeclaredSecrets | null;
  /** `kept`: e-mail addresses and phone numbers stay, as in what authors write of whom to ask. */
  contacts?: 'kept';
}

/** A removal, and what stands in its place. */
export interface Marked extends Removal {
  mark: string;
}

/**
 * Replaces every secret in a text by a mark that says what it was; everything else stays as it is, to
 * the byte. What recognises phrases and proves keys is loaded only for a text that may hold one; rejects
 * when that cannot be loaded (in a browser: the site is gone), and then nothing may be shown. Redacting
 * twice changes nothing. Linear in the text's length.
 */
export async function redact(text: string, options: RedactOptions = {}): Promise<Redacted> {
  return redactWith(text, await createToolBox()(text), options);
}

/** Everything that any text may need. */
export async function loadRedactTools(): Promise<RedactTools> {
  const [phrases, proofs] = await Promise.all([loadPhrases(), import('./prove-key.ts')]);
  return { phrases, proofs };
}

async function loadPhrases(languages?: readonly PhraseLanguage[]): Promise<RedactTools['phrases']> {
  const [lists, { phrases }] = await Promise.all([loadWordLists(languages), import('./remove-phrases.ts')]);
  return { lists, find: phrases };
}

/** Loads what a text needs, each part once: for whoever redacts many texts that mostly need nothing. */
export function createToolBox(): (text: string) => Promise<RedactTools> {
  const lists = new Map<string, Promise<RedactTools['phrases']>>();
  let proofs: Promise<Proofs> | null = null;
  const listsFor = (text: string): Promise<RedactTools['phrases']> => {
    const languages = languagesIn(text);
    const key = languages.join(' ');
    const loading = lists.get(key) ?? loadPhrases(languages);
    lists.set(key, loading);
    return loading;
  };
  return async (given) => {
    const text = asRead(given);
    const needsProof = mayNeedProof(text, scanText(text));
    if (needsProof) proofs ??= import('./prove-key.ts');
    const [phrases, proving] = await Promise.all([
      mayHoldPhrase(text) ? listsFor(text) : null,
      needsProof ? proofs : null,
    ]);
    return { phrases, proofs: proving };
  };
}

/** A text, and what is percent-encoded in it as it reads decoded: what it may need is told from both. */
export function asRead(text: string): string {
  const parts = [text];
  for (let last = parts, depth = mostDecoded; depth > 0 && last.length > 0; depth -= 1) {
    last = last.flatMap((part) => (part.includes('%') ? percentRuns(part).map((run) => run.text) : []));
    parts.push(...last);
  }
  return parts.join('\n');
}

/** As `redact`, with what it needs at hand. */
export function redactWith(text: string, tools: RedactTools, options: RedactOptions = {}): Redacted {
  const counts = new Map<RemovedKind, number>();
  const found = findRemovals(text, tools, options);
  let safe = '';
  let done = 0;
  for (const { start, end, mark } of found) {
    safe += text.slice(done, start) + mark;
    done = end;
  }
  for (const { kind, isPart } of found) if (!isPart) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { text: done === 0 ? text : safe + text.slice(done), removed: removedOf(counts) };
}

/** Counts as they are reported. */
export const removedOf = (counts: ReadonlyMap<RemovedKind, number>): Removed[] =>
  removedKinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });

/** What is removed from a text, in its order, nothing of it overlapping; what is percent-encoded, as it reads decoded. */
export function findRemovals(text: string, tools: RedactTools, options: RedactOptions = {}): Marked[] {
  return findEncoded(text, tools, options, mostDecoded);
}

const digest = /^(?:0x)?(?:[0-9a-f]{64}){1,2}$/i;

/** An address may stand in an address, and that in one. */
const mostDecoded = 3;

function findEncoded(text: string, tools: RedactTools, options: RedactOptions, depth: number): Marked[] {
  const plain = findPlain(text, tools, options);
  const runs = depth === 0 || !text.includes('%') ? [] : percentRuns(text);
  if (runs.length === 0) return plain;
  // Whether 64 hex digits are a hash, the words before them tell, and those are to be read decoded.
  const found = plain.filter(
    ({ start, end }) =>
      !digest.test(text.slice(start, end)) ||
      !runs.some((run) => run.placeOf(0) <= start && end <= run.placeOf(run.text.length)),
  );
  const encoded = runs.flatMap((run) =>
    findEncoded(run.text, tools, options, depth - 1).map((removal) => ({
      ...removal,
      start: run.placeOf(removal.start),
      end: run.placeOf(removal.end),
    })),
  );
  return encoded.length === 0 ? found : withoutOverlaps([...found, ...encoded]);
}

function findPlain(text: string, { phrases, proofs }: RedactTools, { secrets, contacts }: RedactOptions): Marked[] {
  const places = scanText(text);
  const declared: Marked[] = (secrets?.find(text) ?? []).map(({ start, end, name }) => ({
    kind: 'declared-secret',
    start,
    end,
    mark: declaredMark(name),
  }));
  const cardNumbers = cards(text, places);
  const first = withoutOverlaps([
    ...declared,
    ...marked([
      ...keysInText(text, places),
      ...keysInGroups(text, places),
      ...cardNumbers,
      ...keysOfMakers(text, places),
      ...keysInPaths(text, places),
      ...labelledValues(text, places),
      ...bareCredentials(text, places),
      ...mailsAndUsers(text, places).filter(({ kind }) => contacts !== 'kept' || kind !== 'email'),
      ...(contacts === 'kept' ? [] : phones(text, places, cardNumbers)),
    ]),
  ]);
  const candidates = keyCandidates(text, places);
  // What is no word of a phrase must not part its words: neither what is removed, nor keys, nor hashes.
  const noWords = candidates.map(({ start, end }) => ({ start: withPrefix(text, start), end }));
  const found = phrases?.find(text, [...first, ...noWords], phrases.lists) ?? [];
  const second = found.length === 0 ? first : withoutOverlaps([...first, ...marked(found)]);
  const keys = privateKeys(text, candidates, fencesOf(text, second), proofs);
  // An endpoint's key may be as long as a private one.
  const known = new Set(first.filter(({ kind }) => kind === 'api-key').map(({ start }) => start));
  const unknown = keys.filter(({ start }) => !known.has(start));
  return unknown.length === 0 ? second : withoutOverlaps([...second, ...marked(unknown)]);
}

const marked = (removals: readonly Removal[]): Marked[] =>
  removals.map((removal) => ({ ...removal, mark: marks[removal.kind] }));

const rank = new Map(removedKinds.map((kind, index) => [kind, index]));

/** Where several overlap, all of it goes, under the gravest one's name. */
function withoutOverlaps(removals: readonly Marked[]): Marked[] {
  const sorted = removals.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const result: Marked[] = [];
  for (const removal of sorted) {
    const last = result.at(-1);
    if (!last || removal.start >= last.end) {
      result.push({ ...removal });
      continue;
    }
    if ((rank.get(removal.kind) ?? 0) < (rank.get(last.kind) ?? 0)) {
      last.kind = removal.kind;
      last.mark = removal.mark;
    }
    if (!removal.isPart) delete last.isPart;
    last.end = Math.max(last.end, removal.end);
  }
  return result;
}
