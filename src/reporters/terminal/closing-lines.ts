import type { Report } from '../../schemas/report.ts';
import { type Verdict, verdictMarks } from '../../schemas/verdict.ts';
import { oneLine } from '../../text/one-line.ts';
import { flakyNote, tookOf, unfinished } from '../run-facts.ts';
import { wrap } from './layout.ts';
import type { Paint } from './paint.ts';

const order = ['pass', 'warn', 'fail', 'error', 'skip'] as const satisfies readonly Verdict[];

/** The last lines: whether it ran at all, how much of what, how long, where. */
export function closingLines(report: Report, plannedCount: number, paint: Paint, width: number): string[] {
  const { run, summary } = report;
  const environment = oneLine(run.environment, 60);
  if (!run.interrupted && summary.total === 0) {
    return [
      `Nothing ran: no check block was selected in the environment \`${environment}\`.`,
      "Name pages, blocks or globs: `npx runlight check 'runbooks/network/**'`.",
      '`npx runlight check --list` shows every block.',
    ].flatMap((line) => wrap(line, width));
  }
  const lines = wrap(unfinished(report, plannedCount) ?? '', width).map((line) => paint.as('warn', line));
  const counts = order.map((verdict) => {
    const text = `${summary[verdict]} ${verdictMarks[verdict].word.toLowerCase()}`;
    return summary[verdict] > 0 ? paint.as(verdict, text) : paint.dim(text);
  });
  lines.push(counts.join(' · '));
  lines.push(...wrap(flakyNote(report) ?? '', width));
  const facts = [
    `environment ${environment}`,
    tookOf(report),
    run.shard && `shard ${oneLine(run.shard, 20)}`,
    run.commit && `commit ${oneLine(run.commit, 12)}`,
  ];
  lines.push(...wrap(facts.filter(Boolean).join(' · '), width).map((line) => paint.dim(line)));
  return lines;
}
