/** East Asian wide characters and emoji: two columns each. Ambiguous ones, our shapes among them, take one. */
const wide =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;
const markOnly = /^\p{Mark}+$/u;

function graphemes(text: string): { segment: string; columns: number }[] {
  // Made here: it takes longer than most runs have to print, and most texts need none.
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => ({
    segment,
    columns: wide.test(segment) ? 2 : markOnly.test(segment) ? 0 : 1,
  }));
}

/** How many columns `text`, free of control characters, takes on a terminal. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return graphemes(text).reduce((sum, { columns }) => sum + columns, 0);
}

/** `text` shortened to `width` columns, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  return `${take(text, Math.max(0, width - 1)).trimEnd()}…`;
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/**
 * Breaks a sentence into lines of at most `width` columns. A word longer than a line stays whole,
 * since it may be an id or an address to copy; only past two lines' length is it broken.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((part) => breakUp(part, width * 2))) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function breakUp(word: string, width: number): string[] {
  const parts: string[] = [];
  let rest = word;
  while (columnsOf(rest) > width) {
    const head = take(rest, width);
    parts.push(head);
    rest = rest.slice(head.length);
  }
  return [...parts, rest];
}

function take(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const { segment, columns } of graphemes(text)) {
    used += columns;
    if (used > width) break;
    kept += segment;
  }
  return kept;
}
