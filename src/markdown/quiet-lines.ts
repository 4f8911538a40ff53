import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Lines whose colons mean nothing: of code, comments and front matter. */
export function quietLines(tree: Root): Set<number> {
  const quiet = new Set<number>();
  visit(tree, (node: Nodes) => {
    const silent =
      node.type === 'code' ||
      node.type === 'yaml' ||
      (node.type === 'html' && node.value.startsWith('<!--')) ||
      ['mdxFlowExpression', 'mdxjsEsm'].includes(String(node.type));
    if (!silent || !node.position) return;
    for (let line = node.position.start.line; line <= node.position.end.line; line += 1) quiet.add(line);
  });
  return quiet;
}
