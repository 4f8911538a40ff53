import type { FinderWords } from '../../schemas/finder-words.ts';
import type { Findings, FoundDocument, IndexedDocument, MatchReason } from '../../schemas/search.ts';
import { element } from '../elements.ts';
import { excerptPieces } from './excerpt-pieces.ts';
import { markedText, type Piece } from './marked-text.ts';
import type { PageHit } from './text-of-pages.ts';

/** BCP 47 tags by locale: results may be in another language than the page. */
export type Tags = Readonly<Record<string, string>>;

/** Of many kinds, each is to be seen. */
const mostOfAKind = 5;

/** Results by kind, each with why it was found. */
export function resultGroups({ results, groups }: Findings, words: FinderWords, tags: Tags): HTMLElement[] {
  // An incident comes first because it is happening, and not because it matches best.
  const best = results.find(({ active }) => !active);
  return groups.map(({ kind, results: its }) =>
    optionGroup(
      words.kinds[kind] ?? '',
      its
        .slice(0, mostOfAKind)
        .map((result) => resultOption(result, words, tags, result === best || isSame(result, best))),
    ),
  );
}

const isSame = (a: FoundDocument, b: FoundDocument | undefined): boolean => a.url === b?.url && a.kind === b.kind;

/** What others look for. */
export function popularGroup(documents: readonly IndexedDocument[], words: FinderWords, tags: Tags): HTMLElement {
  return optionGroup(
    words.popular,
    documents.map((each) => linkOption(each.url, [{ text: each.title, isMarked: false }], tags[each.locale] ?? '')),
  );
}

/** What was searched for on this device. */
export function recentGroup(texts: readonly string[], words: FinderWords): HTMLElement {
  return optionGroup(
    words.recent,
    texts.map((text) => {
      const option = element('div', 'rl-hit rl-hit-recent', text);
      option.role = 'option';
      option.dataset.query = text;
      return option;
    }),
  );
}

/** Pages that have the words in their text. */
export function pageGroup(hits: readonly PageHit[], words: FinderWords): HTMLElement {
  return optionGroup(
    words.pages,
    hits.map(({ url, title, excerpt }) => {
      const option = linkOption(url, [{ text: title, isMarked: false }], '');
      const line = element('span', 'rl-hit-why');
      line.append(...pieces(excerptPieces(excerpt)));
      option.append(line);
      return option;
    }),
  );
}

function resultOption(result: FoundDocument, words: FinderWords, tags: Tags, isBest: boolean): HTMLElement {
  const inTitle = result.reasons.find(({ field }) => field === 'title');
  const option = linkOption(result.url, markedText(result.title, inTitle?.marks ?? []), tags[result.locale] ?? '');
  option.dataset.kind = result.kind;
  const [title] = option.children;
  if (result.active) title?.append(' ', element('span', 'rl-hit-mark rl-hit-active', words.active));
  if (isBest) title?.append(' ', element('span', 'rl-hit-mark', words.best));
  const [first] = result.reasons;
  const line = element('span', 'rl-hit-why');
  if (first) line.append(...reasonLine(first, result, words));
  if (line.textContent !== '') option.append(line);
  return option;
}

/** `people write “my transaction is stuck”`, with what was matched in it. */
function reasonLine(reason: MatchReason, { description }: FoundDocument, words: FinderWords): (Node | string)[] {
  // What a word was read as is worth saying where that is all there is.
  const isOnlyRead = reason.words.every(({ way }) => way === 'typo' || way === 'synonym');
  const readAs = reason.words
    .filter(({ way, typed, found }) => (way === 'typo' || (way === 'synonym' && isOnlyRead)) && typed !== found)
    .slice(0, 2)
    .map(({ typed, found }) => ` · ${words.readAs.replace('{typed}', () => typed).replace('{found}', () => found)}`);
  if (reason.field === 'title') return [...pieces(markedText(description, [])), ...readAs];
  const shown = pieces(markedText(reason.text, reason.marks));
  if (reason.field === 'description') return [...shown, ...readAs];
  const [before = '', after = ''] = words.why[reason.field].split('{text}');
  return [before, ...shown, after, ...readAs];
}

function optionGroup(name: string, options: readonly HTMLElement[]): HTMLElement {
  const group = element('div', 'rl-hits');
  group.role = 'group';
  group.ariaLabel = name;
  const heading = element('p', 'rl-hits-name', name);
  // The group has this name already.
  heading.ariaHidden = 'true';
  group.append(heading, ...options);
  return group;
}

function linkOption(url: string, title: readonly Piece[], lang: string): HTMLElement {
  const option = document.createElement('a');
  option.className = 'rl-hit';
  option.role = 'option';
  option.href = url;
  option.tabIndex = -1;
  if (lang !== '') option.lang = lang;
  const line = element('span', 'rl-hit-title');
  line.append(...pieces(title));
  option.append(line);
  return option;
}

const pieces = (parts: readonly Piece[]): (Node | string)[] =>
  parts.map(({ text, isMarked }) => (isMarked ? element('mark', '', text) : text));
