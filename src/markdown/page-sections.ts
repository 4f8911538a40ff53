import { createHash } from 'node:crypto';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainText } from './plain-text.ts';
import type { Source } from './source.ts';

/** A part of a page, from one heading to the next; the first has title and description and what stands above all headings. */
export interface Section {
  /** `null` for the first. */
  heading: string | null;
  line: number;
  /** Six hexadecimal digits of what a translator would translate. */
  hash: string;
}

/**
 * A page in sections, with a hash of each. What a translation does not repeat makes no difference: tables and
 * attributes of check blocks, comments, white space, and the front matter besides title and description.
 */
export function pageSections(
  tree: Root,
  source: Source,
  { title, description }: { title: string; description?: string | undefined },
): Section[] {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const first = tree.children[0]?.type === 'yaml' ? (tree.children[0].position?.end.offset ?? 0) : 0;
  const starts = [first, ...headings.map((node) => node.position?.start.offset ?? 0)];
  const text = withoutUntranslated(tree, source);
  return starts.map((start, index) => {
    const node = headings[index - 1];
    const words = `${index === 0 ? `${title}\n${description ?? ''}\n` : ''}${text.slice(start, starts[index + 1])}`;
    return {
      heading: node ? plainText(node, source) : null,
      line: node?.position?.start.line ?? 1,
      hash: createHash('sha256').update(words.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 6),
    };
  });
}

/** The text, of the same length. */
function withoutUntranslated(tree: Root, source: Source): string {
  let text = source.text;
  const blank = (from: number, to: number): void => {
    text = `${text.slice(0, from)}${' '.repeat(Math.max(0, to - from))}${text.slice(to)}`;
  };
  visit(tree, (node: Nodes) => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'html' && node.value.startsWith('<!--')) blank(start, end);
    if (node.type !== 'containerDirective' || node.name !== 'check') return;
    const line = source.text.slice(start).split('\n', 1)[0] ?? '';
    const open = line.indexOf('{');
    if (open >= 0) blank(start + open, start + line.length);
    for (const child of node.children)
      if (child.type === 'table') blank(child.position?.start.offset ?? 0, child.position?.end.offset ?? 0);
  });
  return text;
}
