/** One record of a CSV file: its text without the line's end, and the line where it begins. */
export interface CsvRecord {
  text: string;
  line: number;
}

/** A record that cannot be read, and why; the reading goes on at the next line. */
export interface BrokenRecord {
  line: number;
  why: string;
}

export interface Split {
  records: CsvRecord[];
  broken: BrokenRecord[];
}

export interface RecordSplitter {
  push(text: string): Split;
  end(): Split;
}

/** A ticket with its whole conversation may be long; what is longer has lost a quote. */
const longest = 1024 * 1024;
const quote = 34;
const newline = 10;
const lineEnd = /\r\n|\r|\n/g;

/**
 * Finds where the records of a CSV text begin and end (RFC 4180), however it was cut. A quote that is never
 * closed, or closed in the middle of a value, costs its own line and not the rest of the file: reading goes
 * on at the line after it. `\r\n`, `\n` and a lone `\r` end a line.
 */
export function splitRecords(delimiter: string): RecordSplitter {
  const delimiterCode = delimiter.charCodeAt(0);
  let rest = '';
  let line = 1;

  /** The line that was given up goes on in what is still to come. */
  let isSkipping = false;

  function take(isEnd: boolean): Split {
    const split: Split = { records: [], broken: [] };
    let start = isSkipping ? skip(0, isEnd) : 0;
    while (!isSkipping && start < rest.length) {
      const end = endOf(rest, start, delimiterCode, isEnd);
      if (end === null && rest.length - start <= longest) break;
      if (end === null || end.broken !== null) {
        split.broken.push({ line, why: end?.broken ?? 'a quote is opened and not closed' });
        start = skip(start, isEnd);
        continue;
      }
      const text = rest.slice(start, end.at);
      if (text.trim() !== '') split.records.push({ text, line });
      line += linesIn(rest, start, end.next);
      start = end.next;
    }
    rest = rest.slice(start);
    return split;
  }

  /** Leaves out the rest of a line; returns where the next one begins, or where it goes on being left out. */
  function skip(start: number, isEnd: boolean): number {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(rest);
    // A `\r` that comes last may be half of a `\r\n`.
    isSkipping = found === null || (!isEnd && found[0] === '\r' && lineEnd.lastIndex === rest.length);
    if (isSkipping) return found?.index ?? rest.length;
    line += 1;
    return lineEnd.lastIndex;
  }

  return {
    push(text) {
      rest += text;
      return take(false);
    },
    end() {
      return take(true);
    },
  };
}

interface End {
  /** Where the text ends, and where the next record begins. */
  at: number;
  next: number;
  broken: string | null;
}

/** Where the record that begins at `start` ends; `null`: not yet known. */
function endOf(text: string, start: number, delimiter: number, isEnd: boolean): End | null {
  let at = start;
  let isFieldStart = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isFieldStart && code === quote) {
      const closing = closingQuote(text, at + 1);
      const after = closing < 0 ? Number.NaN : text.charCodeAt(closing + 1);
      if (closing < 0 || (closing + 1 >= text.length && !isEnd)) {
        return isEnd ? { at, next: at, broken: 'a quote is opened and not closed' } : null;
      }
      if (closing + 1 < text.length && after !== delimiter && after !== newline && after !== 13)
        return { at, next: at, broken: 'a quote stands in the middle of a value (expected two of them: "")' };
      at = closing + 1;
      isFieldStart = false;
      continue;
    }
    if (code === newline) return { at, next: at + 1, broken: null };
    if (code === 13) {
      if (at + 1 >= text.length && !isEnd) return null;
      return { at, next: text.charCodeAt(at + 1) === newline ? at + 2 : at + 1, broken: null };
    }
    isFieldStart = code === delimiter;
    at += 1;
  }
  return isEnd ? { at: text.length, next: text.length, broken: null } : null;
}

/** The quote that closes a value; two in a row are one of its characters. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
}

function linesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === newline || (code === 13 && text.charCodeAt(at + 1) !== newline)) count += 1;
  }
  return count;
}
