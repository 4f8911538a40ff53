import type { PlannedBlock } from '../../schemas/planned-block.ts';
import { type ReasonCode, reasons } from '../../schemas/reason.ts';
import type { ReadingResult, Result } from '../../schemas/report.ts';
import { verdictMarks } from '../../schemas/verdict.ts';
import { oneLine, wholeLine } from '../../text/one-line.ts';
import { showDuration } from '../../text/show-value.ts';
import { expected, firstStep, seen, tellingRows } from '../finding.ts';
import { groupByReason } from '../group-by-reason.ts';
import { columnsOf, cut, pad, wrap } from './layout.ts';
import type { Paint } from './paint.ts';

/** A sentence longer than this is no sentence; the whole of it is in the JSON report. */
const longestSentence = 600;

/** One block that is not healthy: what, where, why, the rows that say so, and the first thing to do. */
export function findingLines(result: Result, planned: PlannedBlock | undefined, paint: Paint, width: number): string[] {
  const title = oneLine(result.title, 160) || wholeLine(result.block);
  const { shape, word } = verdictMarks[result.verdict];
  const [head = '', ...more] = wrap(title, width - word.length - 4);
  const hang = ' '.repeat(word.length + 4);
  return [
    `${paint.as(result.verdict, `${shape} ${word}`)}  ${paint.bold(head)}`,
    ...more.map((line) => `${hang}${paint.bold(line)}`),
    `  ${wholeLine(result.block)}`,
    ...factLines(result, width).map((line) => `  ${paint.dim(line)}`),
    ...sentence(result.reason?.message ?? '', width),
    ...rowLines(tellingRows(result), paint, width),
    ...stepLines(firstStep(result, planned), paint, width),
  ];
}

/** Blocks that did not run for the same reason, told once. */
export function skippedLines(results: readonly Result[], paint: Paint, width: number): string[] {
  return groupByReason(results).flatMap((group, index) => {
    const [first] = group;
    const code: ReasonCode | undefined = first.reason?.code;
    return [
      ...(index > 0 ? [''] : []),
      `${paint.mark('skip')}  ${paint.bold(code ? reasons[code].title : oneLine(first.title))}`,
      ...group.map((result) => `  ${wholeLine(result.block)}`),
      ...sentence(first.reason?.message ?? '', width),
      ...stepLines(firstStep(first, undefined), paint, width),
    ];
  });
}

function factLines(result: Result, width: number): string[] {
  const took =
    result.attempts.length > 1 ? `${result.attempts.length} attempts, ${showDuration(result.durationMs)}` : null;
  const facts = [result.reason?.code, result.layer, result.target, took].flatMap((fact) =>
    fact ? [oneLine(fact, 80)] : [],
  );
  const place = `${wholeLine(result.page.file)}:${result.page.line}`;
  const line = [place, ...facts].join(' · ');
  return columnsOf(line) <= width - 2 ? [line] : [place, ...wrap(facts.join(' · '), width - 2)];
}

function sentence(text: string, width: number): string[] {
  return wrap(oneLine(text, longestSentence), width - 2).map((line) => `  ${line}`);
}

/** The rows as a table where they fit; else what was expected goes below what was seen. */
function rowLines(rows: readonly ReadingResult[], paint: Paint, width: number): string[] {
  const cells = rows.map((row) => ({
    row,
    name: oneLine(row.name, 80),
    value: cut(seen(row), width - 8),
    limit: expected(row),
  }));
  const nameWidth = Math.max(0, ...cells.map(({ name }) => columnsOf(name)));
  const valueWidth = Math.max(0, ...cells.map(({ value }) => columnsOf(value)));
  const limitWidth = Math.max(0, ...cells.map(({ limit }) => columnsOf(limit)));
  const fits = 6 + nameWidth + 2 + valueWidth + 2 + limitWidth <= width;
  return cells.flatMap(({ row, name, value, limit }) => {
    const shape = `    ${paint.as(row.verdict, verdictMarks[row.verdict].shape)} `;
    if (fits) return [`${shape}${pad(name, nameWidth)}  ${paint.as(row.verdict, pad(value, valueWidth))}  ${limit}`];
    const short = 6 + columnsOf(name) + 2 + columnsOf(value) <= width;
    return [
      ...(short
        ? [`${shape}${name}  ${paint.as(row.verdict, value)}`]
        : [`${shape}${name}`, `      ${paint.as(row.verdict, value)}`]),
      ...wrap(limit, width - 6).map((line) => `      ${line}`),
    ];
  });
}

function stepLines(step: string | null, paint: Paint, width: number): string[] {
  if (step === null) return [];
  return wrap(oneLine(step, longestSentence), width - 4).map((line, index) =>
    index === 0 ? `  ${paint.bold('→')} ${line}` : `    ${line}`,
  );
}
