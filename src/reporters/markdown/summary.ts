import type { PlannedBlock } from '../../schemas/planned-block.ts';
import type { Report, Result } from '../../schemas/report.ts';
import { type Verdict, verdictMarks } from '../../schemas/verdict.ts';
import { code } from '../../text/inline.ts';
import { oneLine } from '../../text/one-line.ts';
import { groupByPage } from '../group-by-page.ts';
import { groupByReason } from '../group-by-reason.ts';
import { flakyNote, tookOf, unfinished } from '../run-facts.ts';
import { findingSection, type LinkTo, paragraphs, skippedSection } from './finding-section.ts';
import { pageTable } from './page-table.ts';

/** What people want to know first, first; what is cut for room is cut from the end. */
const order = ['fail', 'warn', 'error', 'skip'] as const satisfies readonly Verdict[];
/** Bytes kept for the sentence about what was left out. */
const reserve = 500;

/** A part of the summary that is shown whole or not at all. */
interface Section {
  verdict: (typeof order)[number];
  /** How many results it tells of. */
  count: number;
  write: () => string;
}

/**
 * The run as a Markdown document of at most `room` bytes. Findings that do not fit are left out,
 * the least important ones first, and counted. Throws where not even the headline fits.
 */
export function summaryOf(
  report: Report,
  planned: ReadonlyMap<string, PlannedBlock>,
  options: { room: number; linkTo: LinkTo },
): string {
  const head = headOf(report, Math.max(planned.size, report.summary.total));
  const table = paragraphs([report.results.length > 0 ? '### Pages' : '', pageTable(report.results)]);
  let left = options.room - bytesOf(head) - reserve;
  if (left < 0) throw new Error(`there is room for ${Math.max(0, options.room)} more bytes, too few for a summary.`);
  const tail = bytesOf(table) <= left ? table : '';
  left -= bytesOf(tail);
  const shown: string[] = [];
  const sections = sectionsOf(report.results, planned, options.linkTo);
  let told = 0;
  for (const [index, section] of sections.entries()) {
    const isFirst = sections[index - 1]?.verdict !== section.verdict;
    const text = paragraphs([
      isFirst ? heading(section.verdict, report.summary[section.verdict]) : '',
      section.write(),
    ]);
    left -= bytesOf(text);
    if (left < 0) break;
    shown.push(text);
    told = index + 1;
  }
  return `${paragraphs([head, ...shown, leftOut(sections.slice(told)), tail])}\n`;
}

function headOf(report: Report, plannedCount: number): string {
  const { run, summary } = report;
  const count = (verdict: Verdict) =>
    `${verdictMarks[verdict].shape} ${summary[verdict]} ${verdictMarks[verdict].word.toLowerCase()}`;
  const counts = [...order.filter((verdict) => summary[verdict] > 0), 'pass' as const].map(count);
  const isNothing = summary.total === 0 && !run.interrupted;
  return paragraphs([
    `## Runlight: ${isNothing ? `${verdictMarks.skip.shape} Nothing ran` : counts.join(' · ')}`,
    isNothing ? 'No check block was selected. `npx runlight check --list` shows every block.' : '',
    unfinished(report, plannedCount) ?? '',
    flakyNote(report) ?? '',
    [
      `environment ${code(oneLine(run.environment, 60))}`,
      tookOf(report),
      run.shard && `shard ${code(oneLine(run.shard, 20))}`,
      run.commit && `commit ${code(oneLine(run.commit.slice(0, 12)))}`,
    ]
      .filter(Boolean)
      .join(' · '),
  ]);
}

function sectionsOf(results: readonly Result[], planned: ReadonlyMap<string, PlannedBlock>, linkTo: LinkTo): Section[] {
  return order.flatMap((verdict): Section[] => {
    const of = [...groupByPage(results.filter((result) => result.verdict === verdict)).values()].flat();
    if (verdict !== 'skip')
      return of.map((result) => ({
        verdict,
        count: 1,
        write: () => findingSection(result, planned.get(result.block), linkTo),
      }));
    return groupByReason(of).map((group) => ({
      verdict,
      count: group.length,
      write: () => skippedSection(group, linkTo),
    }));
  });
}

function heading(verdict: Verdict, count: number): string {
  return `### ${verdictMarks[verdict].shape} ${verdictMarks[verdict].word} (${count})`;
}

function leftOut(sections: readonly Section[]): string {
  const counts = order.flatMap((verdict) => {
    const count = sections.reduce((sum, section) => sum + (section.verdict === verdict ? section.count : 0), 0);
    return count > 0 ? [`${count} ${verdictMarks[verdict].word.toLowerCase()}`] : [];
  });
  if (counts.length === 0) return '';
  return `**Left out here: ${counts.join(', ')}.** GitHub drops a summary that is too large; \`--reporter json=FILE\` keeps everything.`;
}

/** What `text` takes in the file, with the empty line behind it. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text) + 2;
}
