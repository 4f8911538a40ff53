/** Days without a single ticket after which what was before is no past to compare with. */
const longest = 28;

/**
 * The part of an export in which most tickets are: from its first to its last day, parted where nobody wrote for four
 * weeks. One row with a wrong date would otherwise make years of silence the usual. `null` where no day is known.
 */
export function mainSpan(days: ReadonlyMap<number, number>): { from: number; to: number } | null {
  let best: { from: number; to: number; tickets: number } | null = null;
  let span: { from: number; to: number; tickets: number } | null = null;
  for (const [day, tickets] of [...days].toSorted(([a], [b]) => a - b)) {
    if (span === null || day - span.to > longest) span = { from: day, to: day, tickets: 0 };
    span.to = day;
    span.tickets += tickets;
    if (best === null || span.tickets > best.tickets) best = span;
  }
  return best && { from: best.from, to: best.to };
}
