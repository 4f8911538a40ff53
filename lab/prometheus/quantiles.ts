import type { Sample } from './expression.ts';
import { keyOf, unnamed } from './label-set.ts';

/** `histogram_quantile`: within each group of buckets, as if what fell into a bucket were spread evenly over it. */
export function quantiles(share: number, buckets: readonly Sample[], time: number): Sample[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of buckets) {
    const { le, ...labels } = unnamed(sample.labels);
    if (le === undefined) continue;
    const key = keyOf(labels);
    groups.set(key, [...(groups.get(key) ?? []), sample]);
  }
  return [...groups.values()].map((group) => {
    const { le: _, ...labels } = unnamed(group[0]?.labels ?? {});
    return { labels, value: quantile(share, group), at: time };
  });
}

function quantile(share: number, group: readonly Sample[]): number {
  const bounds = group
    .map(({ labels, value }) => ({ upper: labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le), value }))
    .sort((a, b) => a.upper - b.upper);
  const total = bounds.at(-1)?.value ?? 0;
  if (total === 0 || bounds.at(-1)?.upper !== Number.POSITIVE_INFINITY) return Number.NaN;
  const rank = share * total;
  const index = bounds.findIndex(({ value }) => value >= rank);
  const bucket = bounds[index];
  const below = bounds[index - 1] ?? { upper: 0, value: 0 };
  if (!bucket) return Number.NaN;
  if (bucket.upper === Number.POSITIVE_INFINITY) return below.upper;
  return below.upper + ((bucket.upper - below.upper) * (rank - below.value)) / (bucket.value - below.value);
}
