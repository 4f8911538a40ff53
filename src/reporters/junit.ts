import type { PlannedBlock } from '../schemas/planned-block.ts';
import { type Report, type Result, summarise } from '../schemas/report.ts';
import { verdictMarks } from '../schemas/verdict.ts';
import { oneLine } from '../text/one-line.ts';
import { defineReporter } from './define-reporter.ts';
import { expected, firstStep, localIdOf, pageOfBlock, seen, tellingRows } from './finding.ts';
import { groupByPage } from './group-by-page.ts';
import { element, xmlText } from './xml.ts';

/** JUnit XML: one suite per page, one case per block. Degraded is a pass with a note in `system-out`. */
export const junit = defineReporter({
  summary: 'JUnit XML, one suite per page, for a CI’s test view.',
  create({ out }) {
    const planned = new Map<string, PlannedBlock>();
    return {
      name: 'junit',
      onEvent(event) {
        if (event.type === 'start') for (const block of event.blocks) planned.set(block.block, block);
        if (event.type === 'end') out(toJunit(event.report, planned));
      },
    };
  },
});

function toJunit(report: Report, planned: ReadonlyMap<string, PlannedBlock>): string {
  const suites = [...groupByPage(report.results)].map(([file, results]) => suite(file, results, report.run, planned));
  const wallClock = Date.parse(report.run.endedAt) - Date.parse(report.run.startedAt);
  const all = element(
    'testsuites',
    { name: 'runlight', ...counts(report.results), time: seconds(wallClock) },
    suites.length ? [...suites, '\n'] : [],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all}\n`;
}

function suite(
  file: string,
  results: readonly Result[],
  run: Report['run'],
  planned: ReadonlyMap<string, PlannedBlock>,
): string {
  const properties = Object.entries({
    runId: run.id,
    environment: run.environment,
    interrupted: String(run.interrupted),
    commit: run.commit,
    shard: run.shard,
  }).flatMap(([name, value]) => (value === null ? [] : [element('property', { name, value })]));
  const startedAt = results.map((result) => result.startedAt).sort()[0] ?? run.startedAt;
  const time = results.reduce((sum, result) => sum + result.durationMs, 0);
  const cases = results.map((result) => `\n    ${testCase(result, planned.get(result.block))}`);
  return `\n  ${element('testsuite', { name: file, ...counts(results), time: seconds(time), timestamp: startedAt }, [
    `\n    ${element('properties', {}, properties)}`,
    ...cases,
    '\n  ',
  ])}`;
}

function testCase(result: Result, planned: PlannedBlock | undefined): string {
  return element(
    'testcase',
    {
      classname: pageOfBlock(result.block),
      name: `${oneLine(result.title)} (#${localIdOf(result.block)})`,
      time: seconds(result.durationMs),
      file: result.page.file,
      line: result.page.line,
    },
    outcome(result, planned),
  );
}

function outcome(result: Result, planned: PlannedBlock | undefined): string[] {
  const message = result.reason?.message || verdictMarks[result.verdict].word;
  const type = result.reason?.code ?? result.verdict;
  switch (result.verdict) {
    case 'pass':
      return result.flaky
        ? [element('system-out', {}, [xmlText(`Flaky: healthy at attempt ${result.attempts.length}.`)])]
        : [];
    case 'warn':
      return [element('system-out', {}, [xmlText(`${verdictMarks.warn.word} (${type}): ${details(result, planned)}`)])];
    case 'fail':
      return [element('failure', { message, type }, [xmlText(details(result, planned))])];
    case 'error':
      return [element('error', { message, type }, [xmlText(details(result, planned))])];
    case 'skip':
      return [element('skipped', { message })];
  }
}

/** What a person reads when they open the case: why, the rows, the first step, where. */
function details(result: Result, planned: PlannedBlock | undefined): string {
  const step = firstStep(result, planned);
  return [
    result.reason?.message ?? '',
    ...tellingRows(result).map((row) => `${row.name}: ${seen(row)}, ${expected(row)}`),
    ...(step === null ? [] : [`→ ${step}`]),
    `${result.page.file}:${result.page.line}`,
  ].join('\n');
}

function counts(results: readonly Result[]): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  const { total, fail, error, skip } = summarise(results);
  return { tests: total, failures: fail, errors: error, skipped: skip };
}

const seconds = (ms: number) => (ms / 1000).toFixed(3);
