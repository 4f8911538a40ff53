import type { PlannedBlock } from '../../schemas/planned-block.ts';
import type { Result } from '../../schemas/report.ts';
import { verdictMarks } from '../../schemas/verdict.ts';
import { oneLine, wholeLine } from '../../text/one-line.ts';
import { expected, firstStep, placeOf, seen, tellingRows } from '../finding.ts';
import { uriPath } from '../workspace-file.ts';
import { plainMessage } from './plain-message.ts';
import type { Finding } from './rule.ts';

/** A sentence longer than this is no sentence; the whole of it is in the JSON report. */
const longestSentence = 1_000;
/** A block with more rows than this is read elsewhere. */
const mostRows = 20;

/** A finding at the row of the page that explains it. `file` is from the checkout. */
export function sarifResult(
  { result, code, level }: Finding,
  options: { planned: PlannedBlock | undefined; ruleIndex: number; file: string },
): object {
  const { planned, ruleIndex, file } = options;
  const { line, column } = placeOf(result, planned);
  return {
    ruleId: code,
    ruleIndex,
    level,
    message: plainMessage(messageOf(result, planned)),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriPath(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
        },
      },
    ],
    // A block keeps its id when the page around it is edited. GitHub's own `primaryLocationLineHash`
    // is left to GitHub's upload, which warns about each one that it would have computed otherwise.
    partialFingerprints: { 'runlightBlockAndCode/v1': `${wholeLine(result.block)} ${code}` },
    properties: { block: wholeLine(result.block), check: oneLine(result.check), verdict: result.verdict },
  };
}

/** The first line says enough where only that is shown. */
function messageOf(result: Result, planned: PlannedBlock | undefined): string {
  const rows = tellingRows(result);
  const more = rows.length - mostRows;
  const step = firstStep(result, planned);
  const title = oneLine(result.title, 160) || wholeLine(result.block);
  return [
    `${title}: ${oneLine(result.reason?.message ?? '', longestSentence) || verdictMarks[result.verdict].word}`,
    ...rows.slice(0, mostRows).map((row) => `${oneLine(row.name, 80)}: ${seen(row)}, ${expected(row)}`),
    ...(more > 0 ? [`and ${more} more readings`] : []),
    ...(step === null ? [] : [`→ ${oneLine(step, longestSentence)}`]),
  ].join('\n');
}
