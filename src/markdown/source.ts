import type { Position } from '../schemas/page.ts';

/** A page's text with the look-ups that positions need. */
export interface Source {
  text: string;
  lines: string[];
  /** Line and column (from 1) of an offset (from 0). */
  at(offset: number): Position;
  /** Offset of a line's first character. */
  startOf(line: number): number;
}

export function makeSource(raw: string): Source {
  // Parsers drop a byte order mark; offsets must count as they do.
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return {
    text,
    lines: text.split(/\r?\n/),
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
    },
    startOf: (line) => starts[line - 1] ?? text.length,
  };
}
