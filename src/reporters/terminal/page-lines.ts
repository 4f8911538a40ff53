import { type Result, summarise } from '../../schemas/report.ts';
import { type Verdict, verdictMarks, verdicts, worse } from '../../schemas/verdict.ts';
import { oneLine, wholeLine } from '../../text/one-line.ts';
import { showDuration } from '../../text/show-value.ts';
import { seen, tellingRows } from '../finding.ts';
import { columnsOf, cut } from './layout.ts';
import type { Paint } from './paint.ts';

const markWidth = 2 + Math.max(...verdicts.map((verdict) => verdictMarks[verdict].word.length));

/**
 * A page whose blocks are done: `total` of them, fewer results when the run was interrupted. A person
 * watching sees every block; a log gets one line for the page and one for each block that is not healthy.
 */
export function pageLines(
  file: string,
  results: readonly Result[],
  options: { total: number; paint: Paint; width: number; every: boolean },
): string[] {
  const { total, paint, width, every } = options;
  const { pass } = summarise(results);
  // A page that was interrupted is not a healthy one.
  const begin: Verdict = results.length < total ? 'skip' : 'pass';
  const worst = results.reduce<Verdict>((verdict, result) => worse(verdict, result.verdict), begin);
  const shown = every ? results : results.filter((result) => result.verdict !== 'pass' || result.flaky);
  return [
    `${paint.as(worst, verdictMarks[worst].shape)} ${wholeLine(file)}  ${paint.dim(`${pass} of ${total} healthy`)}`,
    ...shown.map((result) => blockLine(result, paint, width)),
  ];
}

function blockLine(result: Result, paint: Paint, width: number): string {
  const room = width - 2 - markWidth - 2;
  const all = noteOf(result);
  // On a narrow terminal the title matters more; the note comes again at the end.
  const note = room - columnsOf(all) - 2 < 16 ? '' : all;
  const title = cut(oneLine(result.title) || wholeLine(result.block), note ? room - columnsOf(note) - 2 : room);
  return `  ${paint.mark(result.verdict, markWidth)}  ${title}${note ? `  ${paint.dim(note)}` : ''}`;
}

/** What a glance needs: the worst row, the reason's code, or how long it took. */
function noteOf(result: Result): string {
  if (result.verdict === 'pass') {
    const time = showDuration(result.durationMs);
    return result.flaky ? `${time}, at attempt ${result.attempts.length}` : time;
  }
  const worst = tellingRows(result)[0];
  if (worst) return cut(`${oneLine(worst.name, 24)} ${seen(worst)}`, 32);
  return result.reason?.code ?? '';
}
