/** `[start, end)` in characters. */
type Mark = readonly [number, number];

/** A piece of a text, and whether it was matched. */
export interface Piece {
  text: string;
  isMarked: boolean;
}

const longest = 160;

/** A text in pieces, matched and not; of a long one, what stands around the first match. */
export function markedText(text: string, marks: readonly Mark[]): Piece[] {
  const [from, to] = shown(text, marks[0]?.[0] ?? 0);
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isMarked: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), isMarked });
  };
  if (from > 0) pieces.push({ text: '… ', isMarked: false });
  let done = from;
  for (const [start, end] of marks) {
    if (start < done || start >= to) continue;
    add(done, start, false);
    add(start, Math.min(end, to), true);
    done = Math.min(end, to);
  }
  add(done, to, false);
  if (to < text.length) pieces.push({ text: ' …', isMarked: false });
  return pieces;
}

/** Ends between words, where there are words. */
function shown(text: string, first: number): Mark {
  if (text.length <= longest) return [0, text.length];
  let from = Math.max(0, Math.min(first - 40, text.length - longest));
  if (from > 0) from = wordAfter(text, from);
  let to = Math.min(text.length, from + longest);
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to);
    if (space > first) to = space;
  }
  return [from, to];
}

function wordAfter(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space === -1 || space - from > 30 ? from : space + 1;
}
