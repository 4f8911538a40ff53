import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Takes HTML comments out of pages: what authors tell each other in them is not for readers, least of
 * all on the public site. (MDX has no HTML comments, and drops its own.)
 */
export function remarkDropComments() {
  return (tree: Root, file: VFile): void => {
    if (!String(file.value).includes('<!--')) return;
    visit(tree, 'html', (node) => {
      node.value = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    });
  };
}
