import type { TableCell } from 'mdast';
import type { Source } from './source.ts';

export interface Cell {
  /** What the author wrote, trimmed, one pair of backticks removed, `\|` read as `|`. */
  text: string;
  /** Offset of its first character in the file. */
  offset: number;
}

/** A cell's source text by its position: Markdown's emphasis and smart punctuation never touch it. */
export function readCell(cell: TableCell, source: Source): Cell {
  const start = cell.position?.start.offset ?? 0;
  const end = cell.position?.end.offset ?? start;
  let from = start;
  let to = end;
  if (source.text[from] === '|') from += 1;
  if (to > from && source.text[to - 1] === '|' && source.text[to - 2] !== '\\') to -= 1;
  while (from < to && /\s/.test(source.text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(source.text[to - 1] ?? '')) to -= 1;
  return { text: unwrap(source.text.slice(from, to)), offset: from };
}

function unwrap(raw: string): string {
  const piped = raw.replaceAll('\\|', '|');
  const fence = /^(`+)([\s\S]*?[^`])\1$/.exec(piped);
  return fence?.[2] === undefined || fence[2].includes(fence[1] ?? '`') ? piped : fence[2].trim();
}
