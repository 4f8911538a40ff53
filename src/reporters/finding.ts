import type { OutcomeLabel } from '../schemas/page.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { reasons } from '../schemas/reason.ts';
import { reasonsInRows } from '../schemas/reasons-in-rows.ts';
import type { ReadingResult, Result } from '../schemas/report.ts';
import { type Verdict, verdicts } from '../schemas/verdict.ts';
import { oneLine } from '../text/one-line.ts';
import { showValue } from '../text/show-value.ts';

/** The outcome line that a block's author writes for a verdict. */
const outcomeOf: Partial<Record<Verdict, OutcomeLabel>> = {
  pass: 'Healthy',
  warn: 'Degraded',
  fail: 'Failing',
  error: 'Could not tell',
};

const badness = (verdict: Verdict) => verdicts.indexOf(verdict);

/** The first thing to do: what the page says for this verdict, else the reason's hint; `null` when all is well. */
export function firstStep(result: Result, planned: PlannedBlock | undefined): string | null {
  const { verdict, reason } = result;
  if (verdict === 'pass') return null;
  const label = outcomeOf[verdict];
  const written = label ? planned?.outcomes[label]?.trim() : undefined;
  if (written) return written;
  const hint = reason ? reason.hint || reasons[reason.code].hint : '';
  // These two say "follow the block's line", and there is none to follow.
  const deadEnd = (reason?.code === 'expectation' || reason?.code === 'degraded') && hint === reasons[reason.code].hint;
  return (planned && deadEnd ? `Read the page around the block: it has no ${label} line.` : hint) || null;
}

/** The rows that explain the verdict, worst first. */
export function tellingRows(result: Result): ReadingResult[] {
  if (result.verdict === 'pass' || result.verdict === 'skip') return [];
  const inRows = result.reason === null || reasonsInRows.includes(result.reason.code);
  return result.readings
    .filter((row) => row.verdict !== 'pass' && row.verdict !== 'skip' && (inRows || row.value !== null))
    .sort((a, b) => badness(b.verdict) - badness(a.verdict));
}

/** A row's value as people read it, on one line. */
export function seen(row: ReadingResult): string {
  return oneLine(showValue(row.value, row.unit), 120);
}

/** What is healthy: `< 15 s`, with what would still have been degraded where the row failed. */
export function limitOf(row: ReadingResult): string {
  const degraded = row.verdict === 'fail' && row.degraded ? ` (degraded: ${oneLine(row.degraded, 120)})` : '';
  return `${oneLine(row.healthy, 120)}${degraded}`;
}

/** `expected < 15 s`. */
export function expected(row: ReadingResult): string {
  return `expected ${limitOf(row)}`;
}

/** Where to look: the row that explains the verdict, else the block's opening. */
export function placeOf(result: Result, planned: PlannedBlock | undefined): { line: number; column: number } {
  const worst = tellingRows(result)[0]?.name;
  const row = worst === undefined ? undefined : planned?.rows.find((candidate) => candidate.reading === worst);
  return row?.position ?? { line: result.page.line, column: result.page.column };
}

export function localIdOf(block: string): string {
  return block.slice(block.indexOf('#') + 1);
}

export function pageOfBlock(block: string): string {
  const hash = block.indexOf('#');
  return hash < 0 ? block : block.slice(0, hash);
}
