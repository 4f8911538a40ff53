import { oneLine, wholeLine } from './one-line.ts';

/**
 * Words that GitHub turns into something else although every mark of Markdown's in them is escaped,
 * since it reads the rendered text: mentions, references to issues and commits, addresses, emoji
 * names, formulas. Nothing of the kind is read inside code, so these words are set as code.
 */
const linked = /@|#\d|:\/\/|www\.|mailto:|xmpp:|\$|:[\w+-]+:|[a-z]\w*-\d|\b[0-9a-f]{7,40}\b|\b(?:GHSA|CVE)-/i;

/** Marks of Markdown's that mean something in the middle of a line; `:` before a name is a directive. */
const marks = /[\\`*_[\]<>#|~&]|:(?=\S)/g;
/** A word without the punctuation around it. */
const core = /^(["'(]*)(.*?)(["'),.:;!?]*)$/s;

interface Piece {
  isCode: boolean;
  text: string;
}

/**
 * Text from outside as Markdown that reads as that text, on one line: nothing in it is a mark, a
 * link or markup. What it has between backticks is set as code, which is what our messages mean.
 * With `cell`, as the cell of a table.
 */
export function inline(text: string, max = 240, place: 'line' | 'cell' = 'line'): string {
  const written = piecesOf(oneLine(text, max)).map((piece) =>
    piece.isCode ? code(piece.text, place) : escapeMarks(piece.text),
  );
  return (
    written
      .join('')
      // At the start of a line these would begin a list, or a rule.
      .replace(/^[-+]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

/** An id or a name as code; empty where there is none. */
export function code(text: string, place: 'line' | 'cell' = 'line'): string {
  // GitHub's runner obeys `##[name]` wherever it stands in a line of a log.
  const content = wholeLine(text).replaceAll('##[', '#\\u{23}[');
  if (content.trim() === '') return '';
  const fence = '`'.repeat(longestRun(content) + 1);
  const padded = /^[ `]|[ `]$/.test(content) ? ` ${content} ` : content;
  return `${fence}${place === 'cell' ? withoutCellEnds(padded) : padded}${fence}`;
}

/** How many backticks in a row `text` has at most. */
export function longestRun(text: string): number {
  return text.match(/`+/g)?.reduce((longest, run) => Math.max(longest, run.length), 0) ?? 0;
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  // Code beside code is one piece: two would join their backticks into a longer run.
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    if (last?.isCode === piece.isCode) last.text += piece.text;
    else if (piece.text !== '') pieces.push(piece);
  };
  for (const [index, part] of line.split(/`([^`\s](?:[^`]*[^`\s])?)`/).entries()) {
    if (index % 2 === 1) add({ isCode: true, text: part });
    else for (const piece of part.split(/(\s+)/).flatMap(wordPieces)) add(piece);
  }
  return pieces;
}

function wordPieces(word: string): Piece[] {
  if (!linked.test(word)) return [{ isCode: false, text: word }];
  const [, before = '', name = word, behind = ''] = core.exec(word) ?? [];
  return [
    { isCode: false, text: before },
    { isCode: true, text: name },
    { isCode: false, text: behind },
  ];
}

function escapeMarks(text: string): string {
  return text.replace(marks, '\\$&');
}

/**
 * A table's cell ends at `|` even inside code, unless there is a backslash before it; a backslash
 * that belongs to the text cannot stand there, so the pipe behind one is made visible instead.
 */
function withoutCellEnds(content: string): string {
  return content.replaceAll('\\|', '\\\\u{7c}').replaceAll('|', '\\|');
}
