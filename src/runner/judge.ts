import { holds } from '../checks/expectation.ts';
import { NotTaken } from '../checks/not-taken.ts';
import type { Row } from '../schemas/page.ts';
import { type ReadingSpec, type ReadingValue, readingUnit } from '../schemas/reading.ts';
import { type Reason, reasons } from '../schemas/reason.ts';
import type { ReadingResult } from '../schemas/report.ts';
import type { Verdict } from '../schemas/verdict.ts';
import { showValue } from '../text/show-value.ts';
import { clip } from '../text/visible.ts';
import type { Taken } from './take-readings.ts';

export interface Judgement {
  verdict: Verdict;
  reason: Reason | null;
  readings: ReadingResult[];
}

type Specs = Readonly<Record<string, ReadingSpec>>;

/** Holds what was read against what the page says; the worst row is the block's verdict. */
export function judge(rows: readonly Row[], specs: Specs, taken: Taken): Judgement {
  const readings = rows.map((row) => judgeRow(row, specs, taken.get(row.reading) ?? null));
  const failing = readings.filter(({ verdict }) => verdict === 'fail');
  const degraded = readings.filter(({ verdict }) => verdict === 'warn');
  const untaken = readings.flatMap(({ name }) => {
    const value = taken.get(name);
    return value instanceof NotTaken ? [{ name, why: value.why }] : [];
  });
  if (failing[0]) return { verdict: 'fail', reason: reason('expectation', failing, failing[0]), readings };
  if (degraded[0]) return { verdict: 'warn', reason: reason('degraded', degraded, degraded[0]), readings };
  if (untaken[0]) {
    const names = untaken.map(({ name }) => `\`${name}\``).join(' and ');
    const message = `${names} could not be taken: ${untaken[0].why}. All other readings are healthy.`;
    return {
      verdict: 'warn',
      reason: { code: 'degraded', message, hint: 'Look at what could not be asked; this target answered.' },
      readings,
    };
  }
  return { verdict: 'pass', reason: null, readings };
}

/** The rows whose readings were taken before a check failed: for people, without a say in the verdict. */
export function judgePartly(rows: readonly Row[], specs: Specs, taken: Taken): ReadingResult[] {
  return rows
    .filter((row) => taken.has(row.reading))
    .map((row) => judgeRow(row, specs, taken.get(row.reading) ?? null));
}

function judgeRow(row: Row, specs: Specs, value: ReadingValue | NotTaken): ReadingResult {
  const unit = readingUnit(specs[row.reading] ?? { summary: '' });
  const result = { name: row.reading, unit, healthy: row.healthy.source, degraded: row.degraded?.source ?? null };
  if (value instanceof NotTaken) return { ...result, value: null, verdict: 'skip' };
  if (holds(row.healthy, value, unit)) return { ...result, value, verdict: 'pass' };
  return { ...result, value, verdict: row.degraded && holds(row.degraded, value, unit) ? 'warn' : 'fail' };
}

function reason(code: 'expectation' | 'degraded', rows: readonly ReadingResult[], worst: ReadingResult): Reason {
  const more = rows.length - 1;
  const others =
    more === 0
      ? ''
      : ` ${more} more ${more === 1 ? 'row is' : 'rows are'} ${code === 'degraded' ? 'degraded' : 'not healthy'}.`;
  const limits =
    worst.degraded === null
      ? `expected \`${worst.healthy}\``
      : `healthy is \`${worst.healthy}\`, degraded \`${worst.degraded}\``;
  return { code, message: `\`${worst.name}\` is ${shown(worst)}; ${limits}.${others}`, hint: reasons[code].hint };
}

function shown({ value, unit }: ReadingResult): string {
  if (typeof value !== 'string') return showValue(value, unit);
  const { text, truncated } = clip(showValue(value, unit), 160);
  return `\`${text}${truncated ? '…' : ''}\``;
}
