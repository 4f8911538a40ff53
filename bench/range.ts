/** What several runs of the same measured. */
export interface Range {
  runs: number;
  min: number;
  median: number;
  max: number;
}

/** `null` when there is nothing to tell. */
export function rangeOf(values: readonly (number | null)[]): Range | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? min) + (sorted[Math.ceil(middle)] ?? max)) / 2;
  return { runs: sorted.length, min, median, max };
}
