/** A part of a text, and what stands in its place. Offsets count from the text's beginning. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * The part of `text` from `start` to `end` with the edits that lie in it. Of edits inside of each other the outermost
 * counts; what only touches the part is left alone.
 */
export function editedText(text: string, edits: readonly Edit[], start = 0, end = text.length): string {
  const inside = edits
    .filter((edit) => edit.start >= start && edit.end <= end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let result = '';
  let at = start;
  for (const edit of inside) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}
