import type { Answer, Question, Table } from './question.ts';

/** An answer, to be read. */
export function answerMarkdown({ id, asks }: Question, { tables, notes }: Answer): string {
  return [`## ${id}: ${asks}`, ...tables.map(tableMarkdown), ...notes.map((note) => `- ${note}`)]
    .join('\n\n')
    .replaceAll(/\n\n(?=- )/g, '\n')
    .replace(/\n(?=- )/, '\n\n');
}

function tableMarkdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`**${title}**`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
