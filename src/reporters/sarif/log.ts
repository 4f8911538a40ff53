import about from '../../../package.json' with { type: 'json' };
import type { PlannedBlock } from '../../schemas/planned-block.ts';
import { type ReasonCode, reasonCodes } from '../../schemas/reason.ts';
import type { Report } from '../../schemas/report.ts';
import { verdictMarks } from '../../schemas/verdict.ts';
import { oneLine } from '../../text/one-line.ts';
import { plainMessage } from './plain-message.ts';
import { sarifResult } from './result.ts';
import { type Finding, findingOf, ruleOf } from './rule.ts';

/** GitHub stores this many results of a run, and refuses a file of more than 10 MB, packed. */
const most = { results: 5_000, bytes: 9_000_000 };

const order = ['fail', 'error', 'warn', 'skip'] as const;

/** A SARIF 2.1.0 log with one run: a rule for each reason code that occurs, a result for each finding, the worst first. */
export function sarifLog(
  report: Report,
  planned: ReadonlyMap<string, PlannedBlock>,
  fileOf: (file: string) => string,
): object {
  const { run, summary } = report;
  const { version } = about;
  const findings = order.flatMap((verdict) =>
    report.results.filter((result) => result.verdict === verdict).flatMap((result) => findingOf(result) ?? []),
  );
  const used = new Set(findings.map(({ code }) => code));
  const rules = reasonCodes.filter((code) => used.has(code));
  const results = kept(findings, rules, planned, fileOf);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Runlight', version, semanticVersion: version, rules: rules.map(ruleOf) } },
        // GitHub keeps what stands before the last `/` apart: environments and shards do not overwrite each other.
        automationDetails: { id: ['runlight', run.environment, run.shard ?? 'all', run.id].map(idPart).join('/') },
        invocations: [
          {
            executionSuccessful: !run.interrupted && summary.error === 0 && summary.total > 0,
            startTimeUtc: run.startedAt,
            endTimeUtc: run.endedAt,
            toolExecutionNotifications: notifications(report, findings.slice(results.length)),
          },
        ],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the checkout.' } } },
        columnKind: 'utf16CodeUnits',
        results,
        properties: { environment: oneLine(run.environment), commit: run.commit && oneLine(run.commit, 80) },
      },
    ],
  };
}

/** The findings, in order, as far as there is room. */
function kept(
  findings: readonly Finding[],
  rules: readonly ReasonCode[],
  planned: ReadonlyMap<string, PlannedBlock>,
  fileOf: (file: string) => string,
): object[] {
  const results: object[] = [];
  let left = most.bytes;
  for (const finding of findings.slice(0, most.results)) {
    const { block, page } = finding.result;
    const result = sarifResult(finding, {
      planned: planned.get(block),
      ruleIndex: rules.indexOf(finding.code),
      file: fileOf(page.file),
    });
    left -= Buffer.byteLength(JSON.stringify(result));
    if (left < 0) break;
    results.push(result);
  }
  return results;
}

/** What a reader must know of the run itself. An `error` says that it cannot be relied on as a whole. */
function notifications({ run, summary }: Report, leftOut: readonly Finding[]): object[] {
  const counts = order.flatMap((verdict) => {
    const count = leftOut.filter(({ result }) => result.verdict === verdict).length;
    return count > 0 ? [`${count} ${verdictMarks[verdict].word.toLowerCase()}`] : [];
  });
  const said: [isSo: boolean, id: string, level: 'error' | 'warning', text: string][] = [
    [run.interrupted, 'interrupted', 'error', 'The run was interrupted; what it had found so far is here.'],
    [
      summary.total === 0 && !run.interrupted,
      'nothing-ran',
      'error',
      'Nothing ran: no check block was selected. `npx runlight check --list` shows every block.',
    ],
    [
      summary.error > 0,
      'could-not-tell',
      'error',
      `${summary.error} of ${summary.total} blocks could not tell: the check broke, or is not set up right.`,
    ],
    [
      leftOut.length > 0,
      'left-out',
      'warning',
      `Left out here: ${counts.join(', ')}. GitHub takes no more; \`--reporter json=FILE\` keeps everything.`,
    ],
  ];
  return said.flatMap(([isSo, id, level, text]) =>
    isSo ? [{ descriptor: { id }, level, message: plainMessage(text) }] : [],
  );
}

/** A part of the run's id, whose parts are joined by `/`. */
function idPart(text: string): string {
  return oneLine(text, 60).replaceAll('/', '-');
}
