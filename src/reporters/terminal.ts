import type { PlannedBlock } from '../schemas/planned-block.ts';
import type { Report, Result } from '../schemas/report.ts';
import { inert } from '../text/inert.ts';
import { defineReporter, type Reporter, type ReporterOptions } from './define-reporter.ts';
import { groupByPage } from './group-by-page.ts';
import { closingLines } from './terminal/closing-lines.ts';
import { findingLines, skippedLines } from './terminal/finding-lines.ts';
import { pageLines } from './terminal/page-lines.ts';
import { createPaint } from './terminal/paint.ts';
import { createStatusLine } from './terminal/status-line.ts';

/** For people: pages as they finish, then what is wrong and the first thing to do, then counts. */
export const terminal = defineReporter({
  summary: 'For people: progress, then what failed and the first thing to do.',
  create: createTerminal,
});

function createTerminal(options: ReporterOptions): Reporter {
  const paint = createPaint(options.colour);
  const status = options.interactive ? createStatusLine(options.out, () => options.width) : null;
  /** Long lines are hard to read, so a wide terminal does not make them longer. */
  const width = () => Math.max(40, Math.min(options.width, 80));
  const planned = new Map<string, PlannedBlock>();
  /** How many blocks each page has, and the results of pages that are not printed yet. */
  const totals = new Map<string, number>();
  const held = new Map<string, Result[]>();

  function print(lines: readonly string[]): void {
    const text = lines.map((line) => `${inert(line)}\n`).join('');
    if (status) status.print(text);
    else options.out(text);
  }

  /** Results come in any order; a page is printed when its last block is done, in the order of the page. */
  function printPage(file: string): void {
    const results = held.get(file) ?? [];
    held.delete(file);
    results.sort((a, b) => a.page.line - b.page.line);
    print(
      pageLines(file, results, {
        total: totals.get(file) ?? results.length,
        paint,
        width: width(),
        every: options.interactive,
      }),
    );
  }

  function end(report: Report): void {
    for (const file of [...held.keys()]) printPage(file);
    status?.stop();
    const of = (verdict: Result['verdict']) =>
      [...groupByPage(report.results.filter((result) => result.verdict === verdict)).values()].flat();
    for (const result of [...of('fail'), ...of('error'), ...of('warn')]) {
      print(['', ...findingLines(result, planned.get(result.block), paint, width())]);
    }
    const skipped = of('skip');
    if (skipped.length > 0) print(['', ...skippedLines(skipped, paint, width())]);
    print(['', ...closingLines(report, Math.max(planned.size, report.summary.total), paint, width())]);
  }

  return {
    name: 'terminal',
    onEvent(event) {
      switch (event.type) {
        case 'start':
          for (const block of event.blocks) planned.set(block.block, block);
          for (const { page } of event.blocks) totals.set(page.file, (totals.get(page.file) ?? 0) + 1);
          return status?.total(event.blocks.length);
        case 'block-start':
          return status?.started(event.block);
        case 'block-end': {
          const { result } = event;
          const { file } = result.page;
          const results = [...(held.get(file) ?? []), result];
          held.set(file, results);
          status?.ended(result.block, result.verdict);
          if (results.length === totals.get(file)) printPage(file);
          return;
        }
        case 'end':
          return end(event.report);
      }
    },
    stop: () => status?.stop(),
  };
}
