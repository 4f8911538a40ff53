import { cpuOf, type Lap } from '../lap.ts';
import type { Table } from '../question.ts';
import { showCount } from '../show.ts';

/**
 * What one more check costs: processor time at the largest size up to 1,000, less that at the
 * smallest, by the checks between. Start-up cancels out. Empty with fewer than two sizes.
 */
export function cpuPerCheck(rows: readonly (readonly Lap[])[]): Table[] {
  const sizes = [...new Set(rows.flat().map(({ checks }) => checks))].sort((a, b) => a - b);
  const [few, many] = [sizes[0], sizes.findLast((size) => size <= 1000)];
  if (few === undefined || many === undefined || few === many) return [];
  const costs = rows.map((laps) => {
    const [low, high] = [few, many].map((size) => medianAt(laps, size));
    const title = laps[0]?.contender.title ?? '';
    return [title, low == null || high == null ? '–' : `${((high - low) / (many - few)).toFixed(2)} ms`];
  });
  return [
    {
      title: `Processor time of one more check, between ${showCount(few)} and ${showCount(many)}`,
      head: ['', 'a check'],
      rows: costs,
    },
  ];
}

function medianAt(laps: readonly Lap[], size: number): number | null {
  const lap = laps.find(({ checks }) => checks === size);
  return lap ? (cpuOf(lap)?.median ?? null) : null;
}
