import { posix } from 'node:path';
import type { Nodes } from 'mdast';
import { pageIdOf } from './page-id.ts';
import type { Source } from './source.ts';

/**
 * A node's text as a reader sees it. `10:30` parses as a directive and is shown as it was written.
 * With `pagePath`, a link to another page is followed by that page's id: where a terminal has no
 * links, the reader still learns where to go.
 */
export function plainText(node: Nodes, source: Source, pagePath: string | null = null): string {
  if (node.type === 'textDirective') return source.text.slice(node.position?.start.offset, node.position?.end.offset);
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return 'value' in node ? node.value : '';
  const inside = node.children.map((child) => plainText(child, source, pagePath)).join('');
  if (node.type !== 'link' || pagePath === null || !/^[^#:]+\.mdx?(#|$)/.test(node.url)) return inside;
  const [file = '', fragment] = node.url.split('#', 2);
  const id = pageIdOf(posix.join(posix.dirname(pagePath), file));
  return `${inside} (${id}${fragment === undefined ? '' : `#${fragment}`})`;
}
