import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { columnLabels } from './column-labels.ts';

/**
 * On a phone a table's rows become lines, so the table knows the names by which each cell says its column. On wider screens a table may
 * still scroll, so whoever uses the keyboard must be able to reach it.
 */
export function remarkWideTables() {
  return (tree: Root): void => {
    for (const node of tree.children) {
      if (node.type !== 'table') continue;
      const [header] = node.children;
      const style = columnLabels(header?.children.map((cell) => textOf(cell)) ?? []);
      node.data = { ...node.data, hProperties: { tabIndex: 0, ...(style === null ? {} : { style }) } };
      // The corner above the rows' names is no heading of anything.
      for (const cell of header?.children ?? []) if (textOf(cell) === '') cell.data = { ...cell.data, hName: 'td' };
    }
  };
}
