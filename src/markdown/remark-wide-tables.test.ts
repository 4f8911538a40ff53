import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parser.ts';
import { remarkWideTables } from './remark-wide-tables.ts';

describe('remarkWideTables', () => {
  it('tells the table its columns’ names, and makes of an empty corner a cell, since it heads nothing', () => {
    const tree = parseMarkdown('| | Speed up |\n| --- | --- |\n| Fee | more |\n', 'md');
    remarkWideTables()(tree);
    const [table] = tree.children;
    const rows = table?.type === 'table' ? table.children : [];
    expect(rows[0]?.children.map(({ data }) => data)).toEqual([{ hName: 'td' }, undefined]);
    expect(table?.data).toMatchObject({ hProperties: { tabIndex: 0, style: "--c2:'Speed up'" } });
    expect(rows[1]?.children.map(({ data }) => data)).toEqual([undefined, undefined]);
  });
});
