import { distance } from 'fastest-levenshtein';

/** The known name closest to `name`, or `null` when none is close enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  let best: { name: string; cost: number } | null = null;
  for (const candidate of known) {
    const cost = distance(wanted, candidate.toLowerCase());
    if (!best || cost < best.cost) best = { name: candidate, cost };
  }
  if (!best) return null;
  const contained =
    best.name.length > 2 && (known.find((k) => k.toLowerCase().includes(wanted) && wanted.length > 2) ?? null);
  if (best.cost <= Math.max(1, Math.ceil(Math.max(name.length, best.name.length) * 0.4))) return best.name;
  return contained || null;
}

/** ` Did you mean `x`?`, or nothing where no known name is close. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === null ? '' : ` Did you mean \`${near}\`?`;
}

/** `Did you mean `x`?`, or the known names where nothing is close. Starts with a space; may be empty. */
export function suggest(name: string, known: readonly string[]): string {
  const near = didYouMean(name, known);
  if (near !== '') return near;
  if (known.length === 0) return '';
  const shown = known
    .slice(0, 8)
    .map((k) => `\`${k}\``)
    .join(', ');
  return ` Known: ${shown}${known.length > 8 ? ` and ${known.length - 8} more` : ''}.`;
}
