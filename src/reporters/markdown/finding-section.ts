import type { PlannedBlock } from '../../schemas/planned-block.ts';
import { reasons } from '../../schemas/reason.ts';
import type { Evidence, ReadingResult, Result } from '../../schemas/report.ts';
import { verdictMarks } from '../../schemas/verdict.ts';
import { fence } from '../../text/fence.ts';
import { code, inline } from '../../text/inline.ts';
import { oneLine } from '../../text/one-line.ts';
import { showDuration } from '../../text/show-value.ts';
import { firstStep, limitOf, placeOf, seen, tellingRows } from '../finding.ts';

/** Where GitHub shows a page's file at a line; `null` where it does not. */
export type LinkTo = (file: string, line: number) => string | null;

/** A sentence longer than this is no sentence; the whole of it is in the JSON report. */
const longestSentence = 1_000;
/** A block with more rows than this is read elsewhere. */
const mostRows = 20;
/** Evidence longer than this is no glance. */
const shortEvidence = { characters: 2_000, lines: 40 };
/** Blocks of one reason that are named. */
const mostNamed = 20;

/** One block that is not healthy: what, where, why, the rows that say so, the first thing to do. */
export function findingSection(result: Result, planned: PlannedBlock | undefined, linkTo: LinkTo): string {
  const step = firstStep(result, planned);
  return paragraphs([
    `#### ${inline(result.title, 160) || code(result.block)}`,
    facts(result, planned, linkTo),
    inline(result.reason?.message ?? '', longestSentence),
    table(tellingRows(result)),
    step === null ? '' : `→ ${inline(step, longestSentence)}`,
    ...result.evidence.map(evidence),
  ]);
}

/** Blocks that did not run for the same reason, told once. */
export function skippedSection(group: readonly [Result, ...Result[]], linkTo: LinkTo): string {
  const [first] = group;
  const step = firstStep(first, undefined);
  const named = group
    .slice(0, mostNamed)
    .map((result) => `- ${place(result, undefined, linkTo)} · ${code(result.block)}`);
  const more = group.length - named.length;
  return paragraphs([
    `#### ${first.reason ? reasons[first.reason.code].title : verdictMarks.skip.word} (${group.length})`,
    inline(first.reason?.message ?? '', longestSentence),
    [...named, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n'),
    step === null ? '' : `→ ${inline(step, longestSentence)}`,
  ]);
}

/** Markdown's blocks, parted by empty lines; empty ones are left out. */
export function paragraphs(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

function facts(result: Result, planned: PlannedBlock | undefined, linkTo: LinkTo): string {
  const { attempts, durationMs } = result;
  return [
    place(result, planned, linkTo),
    code(result.block),
    result.reason?.code ? code(result.reason.code) : '',
    result.layer ?? '',
    code(oneLine(result.target ?? '', 80)),
    attempts.length > 1 ? `${attempts.length} attempts, ${showDuration(durationMs)}` : '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

function place(result: Result, planned: PlannedBlock | undefined, linkTo: LinkTo): string {
  const { line } = placeOf(result, planned);
  const name = code(`${result.page.file}:${line}`);
  const url = linkTo(result.page.file, line);
  return url === null ? name : `[${name}](${url})`;
}

function table(rows: readonly ReadingResult[]): string {
  if (rows.length === 0) return '';
  const more = rows.length - mostRows;
  return [
    '| Reading | Now | Healthy |',
    '| --- | --- | --- |',
    ...rows.slice(0, mostRows).map((row) => {
      const name = code(oneLine(row.name, 80), 'cell');
      return `| ${verdictMarks[row.verdict].shape} ${name} | ${inline(seen(row), 160, 'cell')} | ${inline(limitOf(row), 300, 'cell')} |`;
    }),
    ...(more > 0 ? [`| and ${more} more | | |`] : []),
  ].join('\n');
}

function evidence({ title, text, truncated }: Evidence): string {
  const { characters, lines } = shortEvidence;
  const isShort = !truncated && text.length <= characters && text.split('\n').length <= lines;
  if (!isShort || text.trim() === '') return '';
  return paragraphs(['<details>\n<summary>Evidence</summary>', inline(title, 160), fence(text), '</details>']);
}
