import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { cardData } from './vocabulary.ts';

/**
 * On a phone a table's rows become lines, so each cell says its column. On wider screens a table may
 * still scroll, so whoever uses the keyboard must be able to reach it.
 */
export function remarkWideTables() {
  return (tree: Root): void => {
    for (const node of tree.children) {
      if (node.type !== 'table') continue;
      node.data = { ...node.data, hProperties: { tabIndex: 0 } };
      const [header, ...rows] = node.children;
      // The corner above the rows' names is no heading of anything.
      for (const cell of header?.children ?? []) if (textOf(cell) === '') cell.data = { ...cell.data, hName: 'td' };
      const names = header?.children.map((cell) => textOf(cell)) ?? [];
      for (const row of rows) {
        for (const [index, cell] of row.children.entries())
          cell.data = { ...cell.data, hProperties: { [`data-${cardData.label}`]: names[index] ?? '' } };
      }
    }
  };
}
