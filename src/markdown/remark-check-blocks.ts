import type { BlockContent, List, ListItem, Node, Parents, PhrasingContent, Root, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Audience } from '../schemas/frontmatter.ts';
import { type OutcomeLabel, outcomeLabels } from '../schemas/page.ts';
import { readCell } from './cell.ts';
import { type CardNode, type CardRow, type CardWords, checkCard } from './check-card.ts';
import { localeOf, pageIdOf } from './page-id.ts';
import { pathInside } from './path-inside.ts';
import { makeSource, type Source } from './source.ts';
import { type Column, columns, directiveName } from './vocabulary.ts';

export interface CheckBlocksOptions {
  audience: Audience;
  /** Where the pages' paths begin; absolute. */
  root: string;
  /** URL prefixes of the languages; the first is the default and has none. */
  locales: readonly string[];
  /** By locale. */
  words: Readonly<Record<string, CardWords>>;
  /** Changes when this code does: Astro keeps rendered pages until a plugin's options change. */
  version: string;
}

type Inner = BlockContent | PhrasingContent | ListItem['children'][number];

/**
 * Draws `:::check` containers as plain HTML. It judges nothing: mistakes are the scanner's, and stop
 * the build elsewhere; here a broken block is drawn as well as it can be.
 */
export function remarkCheckBlocks({ audience, root, locales, words }: CheckBlocksOptions) {
  return (tree: Root, file: VFile): void => {
    const path = pathInside(root, file.path);
    if (path === null || !String(file.value).includes(`:::${directiveName}`)) return;
    const pageId = pageIdOf(path);
    const { locale, sourceId } = localeOf(pageId, locales);
    const text = makeSource(String(file.value));
    const cardWords = words[locale] ?? words[locales[0] ?? ''];
    if (!cardWords) return;
    let level: 2 | 3 = 2;
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') level = 3;
      // No block stands inside of a line; most of a page's nodes do.
      if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'table') return SKIP;
      if (node.type !== 'containerDirective' || node.name !== directiveName || !parent || index === undefined) return;
      const localId = node.attributes?.id ?? null;
      const table = node.children.find((child) => child.type === 'table');
      const card = checkCard<Inner>(
        {
          block: `${sourceId ?? pageId}#${localId ?? ''}`,
          localId,
          level,
          title: titleOf(node),
          rows: sourceId !== null ? null : table ? readRows(table, text) : [],
          outcomes: node.children.filter((child) => child.type === 'list').flatMap(readOutcomes),
        },
        cardWords,
        audience,
      );
      (parent as Parents).children[index] = toMdast(card) as (typeof parent.children)[number];
      return SKIP;
    });
  };
}

function titleOf(node: ContainerDirective): PhrasingContent[] {
  const [label] = node.children;
  return label?.type === 'paragraph' && label.data?.directiveLabel ? label.children : [];
}

function readRows(table: Table, source: Source): CardRow<Inner>[] {
  const [header, ...body] = table.children;
  const order = (header?.children ?? []).map((cell) =>
    columns.find((column) => column === readCell(cell, source).text),
  );
  return body.map((row) => {
    const at = (column: Column) => row.children[order.indexOf(column)];
    const exact = (column: Column): string | null => {
      const cell = order.includes(column) ? at(column) : undefined;
      return cell ? readCell(cell, source).text || null : null;
    };
    const meaning = order.includes('Meaning') ? (at('Meaning')?.children ?? []) : [];
    return {
      reading: exact('Reading') ?? '',
      healthy: exact('Healthy') ?? '',
      degraded: exact('Degraded'),
      meaning: meaning.length > 0 ? meaning : null,
    };
  });
}

function readOutcomes(list: List): { label: OutcomeLabel; content: Inner[] }[] {
  return list.children.flatMap((item) => {
    const [paragraph, ...others] = item.children;
    if (paragraph?.type !== 'paragraph') return [];
    const [strong, ...rest] = paragraph.children;
    const label =
      strong?.type === 'strong'
        ? outcomeLabels.find((known) => known === textOf(strong).replace(/:\s*$/, '').trim())
        : undefined;
    if (!label) return [];
    const [first, ...inline] = rest;
    const line: PhrasingContent[] =
      first?.type === 'text' ? [{ ...first, value: first.value.replace(/^\s*:?\s*/, '') }, ...inline] : rest;
    return [{ label, content: [...line, ...others] }];
  });
}

/** A card as nodes that `mdast-util-to-hast` turns into exactly these elements. */
function toMdast(node: CardNode<Inner>): Node {
  if (typeof node === 'string') return { type: 'text', value: node } as Node;
  if ('inner' in node) throw new TypeError('Inner nodes stand in an element.');
  const children = node.children.flatMap((child): Node[] =>
    typeof child !== 'string' && 'inner' in child ? [...child.inner] : [toMdast(child)],
  );
  return { type: 'paragraph', data: { hName: node.tag, hProperties: { ...node.attributes } }, children } as Node;
}
