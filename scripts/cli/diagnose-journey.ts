import type { Finding, Findings } from '../../src/journeys/finding.ts';
import { localise } from '../../src/journeys/localise.ts';
import type { Project } from '../../src/project/load.ts';
import { selectBlocks } from '../../src/project/select.ts';
import type { Reporter } from '../../src/reporters/define-reporter.ts';
import { firstStep } from '../../src/reporters/finding.ts';
import { createStatusLine } from '../../src/reporters/terminal/status-line.ts';
import type { Diagnosis } from '../../src/schemas/diagnosis.ts';
import type { Diagnostic } from '../../src/schemas/diagnostic.ts';
import type { Journey } from '../../src/schemas/journey.ts';
import type { PacketCheck } from '../../src/schemas/packet.ts';
import type { PlannedBlock } from '../../src/schemas/planned-block.ts';
import { provenAt } from '../../src/schemas/proof.ts';
import type { Report } from '../../src/schemas/report.ts';
import { caseHashes } from './case-hashes.ts';
import { checkParams } from './check-params.ts';
import { packetChecksOf } from './packet-checks-of.ts';
import { labFor, type RunCall, runOnce } from './run-blocks.ts';
import type { RunSettings } from './run-options.ts';

export interface DiagnoseCall {
  project: Project;
  environment: string;
  journey: Journey;
  run: RunSettings;
  breaks: readonly string[];
  signal: AbortSignal;
}

export interface Diagnosed {
  diagnosis: Diagnosis;
  checks: PacketCheck[];
  /** The hashes that the checks were asked about. */
  hashes: string[];
}

/** Runs a journey's blocks and says where its fault lies; or what must be corrected before that. */
export async function diagnoseJourney(call: DiagnoseCall): Promise<Diagnosed | { errors: Diagnostic[] }> {
  const { project, environment, journey, run, breaks, signal } = call;
  const patterns = [...new Set(journey.parts.flatMap(({ checks }) => checks.map(({ block }) => block)))];
  // Without patterns, everything would be chosen.
  if (patterns.length === 0) return { diagnosis: localise(journey, new Map()), checks: [], hashes: [] };
  const { blocks, errors } = selectBlocks(
    project,
    { patterns, tags: [], layers: [], providers: [], journeys: [] },
    environment,
  );
  if (errors.length > 0) return { errors };
  await checkParams(project, blocks, run.params);
  const once: RunCall = {
    project,
    environment,
    blocks,
    run,
    reporters: { create: async () => progress(), finish: async () => {} },
    breaks,
    publish: undefined,
    pool: null,
    signal,
    mayBeEmpty: true,
  };
  const lab = await labFor(once);
  try {
    const { report, planned } = await runOnce(once, lab);
    return {
      diagnosis: localise(journey, findingsOf(report, planned)),
      checks: packetChecksOf(report, planned),
      hashes: caseHashes(project, blocks, run.params),
    };
  } finally {
    await lab?.close();
  }
}

/** What a run found, by block, as journeys are judged by it. It is of now: nothing of it is stale. */
export function findingsOf(report: Report, planned: readonly PlannedBlock[]): Findings {
  const plans = new Map(planned.map((plan) => [plan.block, plan]));
  return new Map(
    report.results.map((result): [string, Finding] => {
      const { title, verdict, reason, readings } = result;
      const step = firstStep(result, plans.get(result.block));
      return [result.block, { title, verdict, isStale: false, reason, readings, provenAt: provenAt(result), step }];
    }),
  );
}

/** A line that is redrawn while a person waits; nothing in a log. */
function progress(): Reporter[] {
  if (process.stderr.isTTY !== true) return [];
  const line = createStatusLine(
    (text) => process.stderr.write(text),
    () => process.stderr.columns ?? 80,
  );
  return [
    {
      name: 'progress',
      onEvent(event) {
        if (event.type === 'start') line.total(event.blocks.length);
        if (event.type === 'block-start') line.started(event.block);
        if (event.type === 'block-end') line.ended(event.result.block, event.result.verdict);
        if (event.type === 'end') line.stop();
      },
      stop: () => line.stop(),
    },
  ];
}
