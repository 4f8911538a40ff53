import type { PlannedBlock } from '../schemas/planned-block.ts';
import type { Report, Result } from '../schemas/report.ts';
import { type Verdict, verdictMarks } from '../schemas/verdict.ts';
import { oneLine, wholeLine } from '../text/one-line.ts';
import { defineReporter } from './define-reporter.ts';
import { expected, firstStep, placeOf, seen, tellingRows } from './finding.ts';
import { type CommandName, workflowCommand } from './workflow-command.ts';
import { inWorkspace } from './workspace-file.ts';

/** GitHub shows this many annotations of each kind per step, the first ones, and drops the others. */
const shownPerStep = 10;

/** Annotations in a pull request, at the row that failed, worst first. */
export const github = defineReporter({
  summary: 'Annotations on GitHub, at the row of the page that failed.',
  create({ out, root, workspace }) {
    const planned = new Map<string, PlannedBlock>();
    return {
      name: 'github',
      onEvent(event) {
        if (event.type === 'start') for (const block of event.blocks) planned.set(block.block, block);
        if (event.type !== 'end') return;
        const { report } = event;
        const fileOf = (file: string) => wholeLine(inWorkspace(file, root, workspace ?? root) ?? file);
        const annotations = [
          ...aboutTheRun(report),
          ...(['fail', 'error', 'warn', 'skip'] as const).flatMap((verdict) =>
            report.results
              .filter((result) => result.verdict === verdict)
              .flatMap((result) => annotation(result, planned.get(result.block), fileOf)),
          ),
        ];
        for (const { text } of annotations) out(text);
        const note = limitNote(annotations);
        if (note) out(note);
      },
    };
  },
});

interface Annotation {
  name: CommandName;
  text: string;
}

/** A skip is silent, apart from a missing credential: that is ours to mend. */
function commandFor(verdict: Verdict, result: Result): CommandName | null {
  if (verdict === 'fail' || verdict === 'error') return 'error';
  if (verdict === 'warn') return 'warning';
  return result.reason?.code === 'no-secret' ? 'notice' : null;
}

function annotation(result: Result, planned: PlannedBlock | undefined, fileOf: (file: string) => string): Annotation[] {
  const name = commandFor(result.verdict, result);
  if (!name) return [];
  const { line, column } = placeOf(result, planned);
  const step = firstStep(result, planned);
  const title = `${verdictMarks[result.verdict].word}: ${oneLine(result.title, 180)}`;
  const message = [
    oneLine(result.reason?.message ?? '', 2000) || verdictMarks[result.verdict].word,
    ...tellingRows(result).map((row) => `${oneLine(row.name)}: ${seen(row)}, ${expected(row)}`),
    ...(step === null ? [] : [`→ ${oneLine(step, 2000)}`]),
    wholeLine(result.block),
  ].join('\n');
  return [{ name, text: workflowCommand(name, { file: fileOf(result.page.file), line, col: column, title }, message) }];
}

/** What ends a step red although no block failed. */
function aboutTheRun(report: Report): Annotation[] {
  const say = (title: string, message: string): Annotation[] => [
    { name: 'error', text: workflowCommand('error', { title }, message) },
  ];
  if (report.run.interrupted)
    return say('Interrupted', 'The run was interrupted; what it had found so far is reported.');
  if (report.results.length === 0)
    return say('Nothing ran', 'No check block was selected. `npx runlight check --list` shows them all.');
  return [];
}

function limitNote(annotations: readonly Annotation[]): string {
  const over = (
    [
      ['error', 'errors'],
      ['warning', 'warnings'],
      ['notice', 'notices'],
    ] as const
  )
    .map(([name, word]) => ({ word, count: annotations.filter((one) => one.name === name).length }))
    .filter(({ count }) => count > shownPerStep);
  if (over.length === 0) return '';
  const counts = over.map(({ word, count }) => `${count} ${word}`).join(' and ');
  return `GitHub shows at most ${shownPerStep} errors and ${shownPerStep} warnings per step; this run has ${counts}. This log and the other reports have them all.\n`;
}
