import type { Node, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { pictureName, slots } from './vocabulary.ts';

/**
 * Leaves a place where a page says `::picture[Caption]{#name}`: what is drawn there is another file's, and
 * comes in when the page is put together. It judges nothing; that is the scanner's.
 */
export function remarkPictures() {
  return (tree: Root): void => {
    visit(tree, 'leafDirective', (node, index, parent) => {
      if (node.name !== pictureName || !parent || index === undefined) return;
      const place: Node = {
        type: 'paragraph',
        data: { hName: slots.picture, hProperties: { 'data-picture': node.attributes?.id ?? '' } },
        children: [{ type: 'text', value: textOf(node) }],
      } as Node;
      parent.children[index] = place as (typeof parent.children)[number];
    });
  };
}
