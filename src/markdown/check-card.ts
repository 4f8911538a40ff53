import type { Audience } from '../schemas/frontmatter.ts';
import type { OutcomeLabel } from '../schemas/page.ts';
import { verdictMarks } from '../schemas/verdict.ts';
import { columnLabels } from './column-labels.ts';
import { type Column, card, cardData, outcomeVerdicts, slots } from './vocabulary.ts';

/** A tree of elements that any Markdown engine can take over; `Inner` is the engine's own node. */
export type CardNode<Inner> = string | CardElement<Inner> | { inner: readonly Inner[] };
export interface CardElement<Inner> {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly CardNode<Inner>[];
}

/** The words of a card in one language, for one audience. */
export interface CardWords {
  outcomes: Record<OutcomeLabel, string>;
  columns: Record<Column | 'Now', string>;
  notRun: string;
}

export interface CardRow<Inner> {
  reading: string;
  healthy: string;
  degraded: string | null;
  meaning: readonly Inner[] | null;
}

export interface Card<Inner> {
  /** `<page id>#<id>`; in a translation the source page's, since that is the one that runs. */
  block: string;
  localId: string | null;
  /** Level of the title: it is a heading, so that a reader can jump to it and the contents list has it. */
  level: 2 | 3;
  title: readonly Inner[];
  /** `null` in a translation: the table is the source page's. */
  rows: readonly CardRow<Inner>[] | null;
  outcomes: readonly { label: OutcomeLabel; content: readonly Inner[] }[];
}

function element<Inner>(
  tag: string,
  attributes: Record<string, string>,
  children: readonly CardNode<Inner>[] = [],
): CardElement<Inner> {
  return { tag, attributes, children };
}

const data = (name: keyof typeof cardData, value: string): Record<string, string> => ({
  [`data-${cardData[name]}`]: value,
});

/**
 * What a check block looks like before any run. On the public site it has its title, a verdict and
 * the outcome lines, and nothing else.
 */
export function checkCard<Inner>(
  { block, localId, level, title, rows, outcomes }: Card<Inner>,
  words: CardWords,
  audience: Audience,
): CardElement<Inner> {
  const verdict = element<Inner>('p', { class: card.verdict, 'data-pagefind-ignore': '' }, [
    element('span', { class: card.shape, 'aria-hidden': 'true' }, [verdictMarks.skip.shape]),
    ` ${words.notRun}`,
  ]);
  const heading = element<Inner>(`h${level}`, localId ? { id: localId } : {}, [{ inner: title }]);
  const meta = element<Inner>(
    'p',
    { class: card.meta, 'data-pagefind-ignore': '' },
    audience === 'internal' ? [element(slots.facts, data('block', block))] : [],
  );
  const lines = outcomes.map(({ label, content }) =>
    element<Inner>('li', data('outcome', outcomeVerdicts[label]), [
      element('strong', {}, [`${words.outcomes[label]}:`]),
      ' ',
      { inner: content },
    ]),
  );
  return element('section', { class: card.root, ...data('block', block) }, [
    element('div', { class: card.head }, [heading, verdict, meta]),
    ...(audience === 'internal'
      ? [rows ? rowsTable(rows, words) : element<Inner>(slots.rows, data('block', block))]
      : []),
    ...(lines.length > 0 ? [element('ul', { class: card.outcomes }, lines)] : []),
  ]);
}

/** An expectation that is longer may take lines, so that the table stays as wide as the card. Characters. */
const maxLine = 20;

/** A block's table. Readings and expectations are printed exactly as they were written. */
export function rowsTable<Inner>(rows: readonly CardRow<Inner>[], words: CardWords): CardElement<Inner> {
  const hasDegraded = rows.some(({ degraded }) => degraded !== null);
  const hasMeaning = rows.some(({ meaning }) => meaning !== null);
  const head = [
    'Reading',
    'Healthy',
    ...(hasDegraded ? ['Degraded'] : []),
    'Now',
    ...(hasMeaning ? ['Meaning'] : []),
  ] as (Column | 'Now')[];
  const exact = (text: string | null): CardNode<Inner>[] =>
    text === null ? [] : [element('code', text.length > maxLine ? { class: card.wraps } : {}, [text])];
  // On a narrow screen a row becomes lines, without the table's head above them. What is now, and what it means, speak for
  // themselves.
  const style = columnLabels(['', words.columns.Healthy, ...(hasDegraded ? [words.columns.Degraded] : [])]);
  const body = rows.map((row) =>
    element<Inner>('tr', {}, [
      element('th', { scope: 'row' }, [element('code', {}, [row.reading])]),
      element('td', {}, exact(row.healthy)),
      ...(hasDegraded ? [element<Inner>('td', {}, exact(row.degraded))] : []),
      element('td', { class: card.now }),
      ...(hasMeaning ? [element<Inner>('td', {}, row.meaning ? [{ inner: row.meaning }] : [])] : []),
    ]),
  );
  return element('div', { class: card.rows }, [
    element('table', style === null ? {} : { style }, [
      element('thead', { 'data-pagefind-ignore': '' }, [
        element(
          'tr',
          {},
          head.map((name) => element<Inner>('th', { scope: 'col' }, [words.columns[name]])),
        ),
      ]),
      element('tbody', {}, body),
    ]),
  ]);
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** A card, or a part of one, as HTML. `Inner` is plain text here. */
export function printCard(node: CardNode<string>): string {
  if (typeof node === 'string') return escapeText(node);
  if ('inner' in node) return node.inner.map(escapeText).join('');
  const attributes = Object.entries(node.attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${escapeText(value)}"`,
  );
  return `<${node.tag}${attributes.join('')}>${node.children.map(printCard).join('')}</${node.tag}>`;
}
