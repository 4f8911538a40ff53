import type { Window } from './mention.ts';

const week = 7 * 86_400;
const day = 86_400;

/** How earlier windows are chosen; the first of which there are enough is taken. */
const schemes = [
  { name: 'the same hours of the same weekday', step: week, enough: 4 },
  { name: 'the same hours of the days before', step: day, enough: 5 },
  { name: 'the stretches right before', step: null, enough: 8 },
] as const;

export interface Comparison {
  /** Completes "compared with …". */
  name: string;
  /** From the newest to the oldest. */
  windows: Window[];
}

/** The same hours of the same weekday, `periods` weeks back. */
export function weekly(now: Window, periods: number): Comparison {
  return { name: schemes[0].name, windows: earlier(now, week, periods) };
}

/** What `now` is compared with where nothing is known of before `oldest`; `null` where that is too little. */
export function fitting(now: Window, periods: number, oldest: number): Comparison | null {
  for (const { name, step, enough } of schemes) {
    const length = now.to - now.from;
    // Days that overlap would count the same mention twice.
    if (step !== null && length > step) continue;
    const windows = earlier(now, step ?? length, step === week ? periods : Math.max(periods, enough * 2));
    const known = windows.filter(({ from }) => from >= oldest);
    if (known.length >= enough) return { name, windows: known };
  }
  return null;
}

function earlier({ from, to }: Window, step: number, periods: number): Window[] {
  return Array.from({ length: periods }, (_, index) => ({
    from: from - step * (index + 1),
    to: to - step * (index + 1),
  }));
}

export interface Spread {
  /** The median. */
  baseline: number;
  /** How far a count usually is from it: 1.4826 × the median absolute deviation, and at least what chance alone makes. */
  usual: number;
}

/** Median and spread of counts: one odd week, such as an incident, moves neither. */
export function spreadOf(counts: readonly number[]): Spread {
  const baseline = median(counts);
  const deviation = median(counts.map((count) => Math.abs(count - baseline)));
  return { baseline, usual: Math.max(1.4826 * deviation, Math.sqrt(Math.max(baseline, 1))) };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] =
    sorted.length % 2 === 0 ? [sorted[middle - 1], sorted[middle]] : [sorted[middle], sorted[middle]];
  return (low + high) / 2;
}
