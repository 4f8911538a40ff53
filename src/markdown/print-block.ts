import type { Block } from '../schemas/page.ts';
import { type Column, columns, directiveName } from './vocabulary.ts';

/** A check block as text: expectations as a page writes them, outcomes as plain text. */
export interface PrintableBlock
  extends Pick<Block, 'title' | 'localId' | 'use' | 'params' | 'ask' | 'layer' | 'outcomes'> {
  rows: readonly { reading: string; healthy: string; degraded: string | null; meaning: string | null }[];
}

/** A block as Markdown that any page may hold, `.mdx` too. It has no links: what they lead to depends on the page. */
export function printBlock({ title, localId, use, params, ask, layer, rows, outcomes }: PrintableBlock): string {
  const attributes = Object.entries({
    use,
    ...params,
    ...(ask.length > 0 ? { ask: ask.join(' ') } : {}),
    ...(layer === null ? {} : { layer }),
  });
  const opening = [`#${localId}`, ...attributes.map(([name, value]) => `${name}=${quote(value)}`)].join(' ');
  const cells: Record<Column, (row: (typeof rows)[number]) => string> = {
    Reading: ({ reading }) => code(reading),
    Healthy: ({ healthy }) => code(healthy),
    Degraded: ({ degraded }) => (degraded === null ? '' : code(degraded)),
    Meaning: ({ meaning }) => pipes(meaning ?? ''),
  };
  const isEmpty = { Degraded: rows.every((row) => row.degraded === null), Meaning: rows.every((row) => !row.meaning) };
  const shown = columns.filter((column) => !((column === 'Degraded' || column === 'Meaning') && isEmpty[column]));
  const line = (texts: readonly string[]): string => `|${texts.map((text) => (text ? ` ${text} ` : ' ')).join('|')}|`;
  const outcomeLines = Object.entries(outcomes).map(([label, text]) => `- **${label}**: ${plain(text)}`);
  return [
    `:::${directiveName}[${plain(title)}]{${opening}}`,
    line(shown),
    line(shown.map(() => '---')),
    ...rows.map((row) => line(shown.map((column) => cells[column](row)))),
    ...(outcomeLines.length > 0 ? ['', ...outcomeLines] : []),
    ':::',
    '',
  ].join('\n');
}

/** An attribute has no escapes: what holds both kinds of quotes cannot be one. */
const quote = (value: string): string => (value.includes('"') ? `'${value}'` : `"${value}"`);

const pipes = (text: string): string => text.replaceAll('|', '\\|');

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return pipes(longest === 0 ? `\`${text}\`` : `${fence} ${text} ${fence}`);
}

/** Text that stays what it is: Markdown and MDX find nothing of theirs in it. */
const plain = (text: string): string => text.replace(/[\\`*[\]<{]|(?<!\w)_|_(?!\w)/g, '\\$&');
