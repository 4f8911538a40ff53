import type { Root } from 'mdast';

/** Tables scroll on narrow screens, so whoever uses the keyboard must be able to reach them. */
export function remarkWideTables() {
  return (tree: Root): void => {
    for (const node of tree.children)
      if (node.type === 'table') node.data = { ...node.data, hProperties: { tabIndex: 0 } };
  };
}
