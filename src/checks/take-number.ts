import { ConfigProblem } from './failure.ts';

/** How one number is taken out of what may be several series. */
export const takes = ['only', 'max', 'min', 'sum'] as const;
export type Take = (typeof takes)[number];

/** The current value of one series; `name` tells it from the others, such as its labels. */
export interface SeriesValue {
  name: string;
  /** May be `NaN` or infinite, as metrics are. */
  value: number;
}

const combine: Readonly<Record<Take, (a: number, b: number) => number>> = {
  only: (a) => a,
  max: Math.max,
  min: Math.min,
  sum: (a, b) => a + b,
};

const shown = 10;

/**
 * The one number that a page compares; `null` (absent) where there is no series, or where the number is
 * not finite: a share of nothing (`NaN`) proves nothing. With `only`, more than one series is a mistake of
 * the page, since nobody said which of them counts.
 */
export function takeNumber(
  series: readonly SeriesValue[],
  take: Take,
  evidence: (title: string, text: string) => void,
): number | null {
  const more = series.length > shown ? `\nand ${series.length - shown} more` : '';
  const lines = series.slice(0, shown).map(({ name, value }) => `${name.slice(0, 200) || '{}'}: ${value}`);
  evidence(series.length === 1 ? 'The series' : `${series.length} series`, `${lines.join('\n') || 'none'}${more}`);
  if (take === 'only' && series.length > 1) {
    throw new ConfigProblem(
      `The query gives ${series.length} series, and the block does not say which number it means: let the query combine them, or set \`take\` to \`max\`, \`min\` or \`sum\`.`,
    );
  }
  const [first, ...rest] = series;
  if (first === undefined) return null;
  const number = rest.reduce((value, next) => combine[take](value, next.value), first.value);
  if (Number.isFinite(number)) return number;
  evidence(
    'No number',
    `The query gives ${number}, so there is no value to judge. ${Number.isNaN(number) ? 'Mostly that is 0 divided by 0: there was nothing to measure.' : 'Mostly that is a division by 0.'}`,
  );
  return null;
}

/** A share between 0 and 1 in per cent, without the dust of floating point; absent stays absent, and so does what is beyond all numbers. */
export function asPercent(share: number | null): number | null {
  const percent = share === null ? Number.NaN : Number((share * 100).toPrecision(12));
  return Number.isFinite(percent) ? percent : null;
}
