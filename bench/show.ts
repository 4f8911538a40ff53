import type { Range } from './range.ts';

// Numbers as the tables show them: the median, and in brackets the least and the most.

export const showCount = (count: number): string => count.toLocaleString('en');
export const showSeconds = (range: Range | null): string => show(range, (ms) => (ms / 1000).toFixed(2), ' s');
export const showMs = (range: Range | null, digits = 0): string => show(range, (ms) => ms.toFixed(digits), ' ms');
export const showMiB = (range: Range | null): string => show(range, (mib) => mib.toFixed(0), ' MiB');
export const showRatio = (range: Range | null): string => show(range, (times) => times.toFixed(2), '×');
export const showKiB = (bytes: number | null): string => (bytes === null ? '–' : `${(bytes / 1024).toFixed(1)} KiB`);

function show(range: Range | null, number: (value: number) => string, unit: string): string {
  if (!range) return '–';
  const median = `${number(range.median)}${unit}`;
  return range.runs === 1 ? median : `${median} (${number(range.min)}–${number(range.max)})`;
}
