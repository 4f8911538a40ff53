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
  const costs = rows.map((laps): Cost => {
    const [low, high] = [few, many].map((size) => medianAt(laps, size));
    const ms = low == null || high == null ? null : (high - low) / (many - few);
    return { contender: laps[0]?.contender ?? { id: '', title: '' }, ms };
  });
  const ideal = costs.find(({ contender }) => contender.id === 'ideal')?.ms ?? null;
  return [
    {
      title: `Processor time of one more check, between ${showCount(few)} and ${showCount(many)}`,
      head: ['', 'a check', 'more than the ideal'],
      rows: costs.map(({ contender, ms }) => [
        contender.title,
        show(ms),
        show(ms === null || ideal === null ? null : ms - ideal),
      ]),
    },
  ];
}

interface Cost {
  contender: Lap['contender'];
  ms: number | null;
}

const show = (ms: number | null): string => (ms === null ? '–' : `${ms.toFixed(2)} ms`);

function medianAt(laps: readonly Lap[], size: number): number | null {
  const lap = laps.find(({ checks }) => checks === size);
  return lap ? (cpuOf(lap)?.median ?? null) : null;
}
