import { type Result, summarise } from '../../schemas/report.ts';
import { type Verdict, verdictMarks, verdicts } from '../../schemas/verdict.ts';
import { code } from '../../text/inline.ts';
import { oneLine } from '../../text/one-line.ts';
import { groupByPage } from '../group-by-page.ts';

/** Pages beyond these are counted, not named. */
const mostPages = 200;
const columns = ['fail', 'warn', 'error', 'skip', 'pass'] as const satisfies readonly Verdict[];

/** Every page with its counts, the worst first; empty without results. */
export function pageTable(results: readonly Result[]): string {
  const badness = (of: readonly Result[]) => Math.max(...of.map(({ verdict }) => verdicts.indexOf(verdict)));
  const pages = [...groupByPage(results)]
    .map(([file, of]) => ({ file, of, badness: badness(of) }))
    .sort((a, b) => b.badness - a.badness);
  if (pages.length === 0) return '';
  const more = pages.length - mostPages;
  return [
    `| Page | ${columns.map((verdict) => `${verdictMarks[verdict].shape} ${verdictMarks[verdict].word}`).join(' | ')} |`,
    `| --- |${columns.map(() => ' ---: |').join('')}`,
    ...pages.slice(0, mostPages).map(({ file, of }) => {
      const counts = summarise(of);
      return `| ${code(oneLine(file), 'cell')} | ${columns.map((verdict) => counts[verdict]).join(' | ')} |`;
    }),
    ...(more > 0 ? [`| and ${more} more |${columns.map(() => ' |').join('')}`] : []),
  ].join('\n');
}
