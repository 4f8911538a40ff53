import type { Surge } from '../schemas/deflection.ts';
import { mondayOf, showDay } from './calendar.ts';

/** How many tickets came on each day, by days since 1970. */
export type Days = ReadonlyMap<number, number>;

export interface SurgeSubject {
  of: Surge['of'];
  id: string | null;
  title: string;
  days: Days;
}

interface Period {
  unit: Surge['unit'];
  length: number;
  /** How many periods before one are what is usual; fewer than `fewest` are no baseline. */
  before: number;
  fewest: number;
}
const periods: readonly Period[] = [
  { unit: 'day', length: 1, before: 28, fewest: 10 },
  { unit: 'week', length: 7, before: 12, fewest: 4 },
];

/** Deviations above the usual that are a surge, and the least that is worth a look, whatever the deviations. */
const strong = 5;
const fewestTickets = 8;
/** What a median absolute deviation is to a standard deviation, where values are spread normally. */
const madScale = 1.4826;

/**
 * Days and weeks far above what was usual for the same thing before: at least twice the median, five robust
 * deviations above it (1.4826 × MAD, and no less than chance makes of so many tickets: the root of the median and one more)
 * and eight tickets. Days that are part of a surge are no baseline for the next; days in a row are one surge.
 * `from` and `to`: the export's first and last day; weeks that it holds in part are left out.
 */
export function findSurges(subjects: readonly SurgeSubject[], from: number, to: number): Surge[] {
  const all = subjects.flatMap((subject) => {
    const [days = [], weeks = []] = periods.map((period) => surgesOf(subject, period, from, to));
    // A week that stands out because of a day that does says nothing new.
    return [...days, ...weeks.filter((week) => !days.some((each) => each.from <= week.to && each.to >= week.from))];
  });
  return all.toSorted((a, b) => b.strength - a.strength || a.title.localeCompare(b.title));
}

function surgesOf(
  { of, id, title, days }: SurgeSubject,
  { unit, length, before, fewest }: Period,
  from: number,
  to: number,
): Surge[] {
  const begin = length === 1 ? from : mondayOf(from + 6);
  const usualBefore: number[] = [];
  const surges: Surge[] = [];
  let last = -1;
  for (let start = begin; start + length - 1 <= to; start += length) {
    let tickets = 0;
    for (let day = start; day < start + length; day += 1) tickets += days.get(day) ?? 0;
    // Most days, where one wrong date makes decades of them.
    if (tickets < fewestTickets) {
      usualBefore.push(tickets);
      continue;
    }
    const baseline = usualBefore.slice(-before);
    const usual = median(baseline);
    const spread = Math.max(madScale * median(baseline.map((value) => Math.abs(value - usual))), Math.sqrt(usual + 1));
    const strength = (tickets - usual) / spread;
    const isSurge = baseline.length >= fewest && strength >= strong && tickets >= 2 * usual;
    if (!isSurge) {
      usualBefore.push(tickets);
      continue;
    }
    const open = surges.at(-1);
    if (open && last === start - length) {
      open.to = showDay(start + length - 1);
      if (tickets > open.tickets) Object.assign(open, { tickets, usual, strength: round(strength) });
    } else {
      surges.push({
        of,
        id,
        title,
        unit,
        from: showDay(start),
        to: showDay(start + length - 1),
        tickets,
        usual,
        strength: round(strength),
      });
    }
    last = start;
  }
  return surges;
}

/** Of no values: 0. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const round = (value: number): number => Math.round(value * 10) / 10;
