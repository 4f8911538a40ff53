import { type BlockState, type BlockStatus, blockStates } from '../../schemas/block-status.ts';
import { staleMark, type Verdict, verdictMarks } from '../../schemas/verdict.ts';
import { oneLine, wholeLine } from '../../text/one-line.ts';
import { showAge } from '../../text/show-age.ts';
import { columnsOf, cut, wrap } from './layout.ts';
import type { Paint } from './paint.ts';

const marks: Record<BlockState, { shape: string; word: string }> = {
  ...verdictMarks,
  stale: staleMark,
  never: { shape: '○', word: 'Never run' },
};
/** Whose colour a state has: what is not known is never green. */
const colours: Record<BlockState, Verdict> = {
  pass: 'pass',
  warn: 'warn',
  fail: 'fail',
  error: 'error',
  skip: 'skip',
  stale: 'skip',
  never: 'skip',
};
const alarming: readonly BlockState[] = ['fail', 'error', 'warn'];
const markWidth = 2 + Math.max(...blockStates.map((state) => marks[state].word.length));

/** Blocks by page, the worst page first. Without `every`, only what is known to be wrong has a line of its own. */
export function statusLines(
  statuses: readonly BlockStatus[],
  { paint, width, every }: { paint: Paint; width: number; every: boolean },
): string[] {
  const pages = [...Map.groupBy(statuses, ({ page }) => page)]
    .map(([page, blocks]) => ({
      page,
      blocks,
      rank: Math.min(...blocks.map(({ state }) => blockStates.indexOf(state))),
    }))
    .sort((a, b) => a.rank - b.rank);
  return pages.flatMap(({ page, blocks, rank }) => {
    const worst = blockStates[rank] ?? 'never';
    const shown = every ? blocks : blocks.filter(({ state }) => alarming.includes(state));
    return [pageLine(page, blocks, worst, paint), ...shown.flatMap((block) => blockLines(block, paint, width))];
  });
}

function pageLine(page: string, blocks: readonly BlockStatus[], worst: BlockState, paint: Paint): string {
  const counts = (['pass', 'stale', 'never', 'skip'] as const).flatMap((state) => {
    const count = blocks.filter((block) => block.state === state).length;
    if (state === 'pass') return [`${count} of ${blocks.length} healthy`];
    return count > 0 ? [`${count} ${marks[state].word.toLowerCase()}`] : [];
  });
  const ages = blocks.flatMap(({ ageMs }) => ageMs ?? []);
  if (ages.length > 0) counts.push(`oldest proof ${ago(Math.max(...ages))}`);
  return `${paint.as(colours[worst], marks[worst].shape)} ${wholeLine(page)}  ${paint.dim(counts.join(', '))}`;
}

function blockLines(status: BlockStatus, paint: Paint, width: number): string[] {
  const { shape, word } = marks[status.state];
  const mark = paint.as(colours[status.state], `${shape} ${word}`.padEnd(markWidth));
  const note = noteOf(status);
  const room = width - 2 - markWidth - 2;
  const isTight = room - columnsOf(note) - 2 < 16;
  const title = cut(oneLine(status.title) || wholeLine(status.block), isTight ? room : room - columnsOf(note) - 2);
  const lines = [`  ${mark}  ${title}${note && !isTight ? `  ${paint.dim(note)}` : ''}`];
  // What a stale proof found may be over.
  if (status.reason && alarming.includes(status.state))
    lines.push(...wrap(oneLine(status.reason.message, 300), width - 4).map((line) => `    ${line}`));
  return lines;
}

function noteOf({ state, verdict, ageMs, by }: BlockStatus): string {
  if (ageMs === null || verdict === null) return '';
  const was = state === 'stale' ? `was ${verdictMarks[verdict].word.toLowerCase()}, ` : '';
  const from = { server: 'by the server', terminal: 'from a terminal', ci: 'in CI' };
  return `${was}${ago(ageMs)}${by ? ` ${from[by]}` : ''}`;
}

const ago = (ms: number): string => `${showAge(ms)} ago`;

/** The last lines: how many blocks stand how, and what to do about what is not known. */
export function statusSummary(statuses: readonly BlockStatus[], environment: string, paint: Paint): string[] {
  if (statuses.length === 0)
    return ['There are no check blocks here.', 'Start one: npx runlight new runbook network/my-page'];
  const counts = (['pass', 'warn', 'fail', 'error', 'stale', 'never', 'skip'] as const).map((state) => {
    const count = statuses.filter((status) => status.state === state).length;
    const text = `${count} ${marks[state].word.toLowerCase()}`;
    return count > 0 ? paint.as(colours[state], text) : paint.dim(text);
  });
  const isUnknown = statuses.some(({ state }) => state === 'stale' || state === 'never');
  return [
    counts.join(' · '),
    paint.dim(`environment ${oneLine(environment, 60)}`),
    ...(isUnknown ? ['Prove them again: press Run on the page, or `npx runlight check --publish dist`.'] : []),
  ];
}
