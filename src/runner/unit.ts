import { pickSecrets } from '../project/pick-secrets.ts';
import type { PlannedBlock, ResolvedTarget } from '../schemas/planned-block.ts';
import { reasons } from '../schemas/reason.ts';
import type { Attempt, Result } from '../schemas/report.ts';
import { because } from './conclude.ts';
import type { Job, Outcome } from './messages.ts';
import type { ResultRedaction } from './result-redaction.ts';
import type { RunSettings } from './run-options.ts';
import { missingSentence } from './secrets.ts';
import type { Death } from './thread.ts';

/** One block on its way through a run. */
export interface Unit {
  planned: PlannedBlock;
  /** Its place among the run's blocks. */
  order: number;
  attempts: Attempt[];
  /** The newest attempt that failed. */
  failed: Outcome | null;
}

/** What the block comes to without asking anything, or `null` where it can run. */
export function knownOutcome({ planned }: Unit, settings: RunSettings): Outcome | null {
  const at = { evidence: [], startedAt: new Date().toISOString(), durationMs: 0 };
  if (planned.problem)
    return { verdict: reasons[planned.problem.code].verdict, reason: planned.problem, readings: [], ...at };
  if (planned.checkFile === '') return { ...because('config', `There is no check \`${planned.check}\`.`), ...at };
  const target = planned.target === null ? null : settings.targets[planned.target];
  if (target === undefined)
    return {
      ...because(
        'config',
        `The environment \`${settings.environment}\` has no address for the target \`${planned.target}\`.`,
      ),
      ...at,
    };
  const missing =
    target &&
    missingSentence(`The target \`${target.name}\``, target.secrets, pickSecrets(target.secrets, settings.env));
  return missing ? { ...because('no-secret', missing), ...at } : null;
}

/** What crosses to a thread for one attempt: only the targets that the block may ask, with their secrets. */
export function jobOf({ planned }: Unit, settings: RunSettings): Job {
  const { block, check, checkFile, root, target, params, rows, readings } = planned;
  const targets = targetsOf(planned, settings);
  return {
    planned: { block, check, checkFile, root, target, params, rows, readings },
    targets,
    secrets: pickSecrets(
      targets.flatMap(({ secrets }) => secrets),
      settings.env,
    ),
    shell: { path: settings.env.PATH ?? '', lang: settings.env.LANG ?? 'C.UTF-8' },
    timeoutMs: settings.timeoutMs,
  };
}

function targetsOf({ params }: PlannedBlock, settings: RunSettings): ResolvedTarget[] {
  const named = Object.values(params).flatMap((value) =>
    Object.hasOwn(settings.targets, value) ? [settings.targets[value]] : [],
  );
  const names = new Set(named.flatMap((target) => (target ? [target.name, ...target.peers] : [])));
  return [...names].flatMap((name) => settings.targets[name] ?? []);
}

/** What an attempt comes to whose thread died of it. */
export function outcomeOf(ending: Outcome | Death): Outcome {
  if (!('cause' in ending)) return ending;
  const { cause, startedAt } = ending;
  const judgement = because('script', `The check ${cause} and was ended.`);
  return {
    ...judgement,
    evidence: [],
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Date.now() - startedAt,
  };
}

export function attemptOf({ startedAt, durationMs, verdict, reason }: Outcome): Attempt {
  return { startedAt, durationMs, verdict, reason };
}

/** With `requireSecrets`, a missing one is a failure. */
export function strictly(outcome: Outcome, settings: RunSettings): Outcome {
  return settings.requireSecrets && outcome.reason?.code === 'no-secret' ? { ...outcome, verdict: 'fail' } : outcome;
}

/** Whether another attempt may end better, and does no harm. */
export function isWorthRetrying({ verdict, reason }: Outcome): boolean {
  // What is limited is not asked again in a loop; what broke its thread would break the next.
  return verdict === 'fail' && reason?.code !== 'rate-limited';
}

/**
 * What a block comes to after its newest attempt. Only an answer takes a failure back: an attempt that
 * broke, or that was not made for lack of budget, says nothing about the target.
 */
export function withoutHiding(unit: Unit, newest: Outcome): Outcome {
  if (newest.verdict === 'fail') unit.failed = newest;
  const isAnswer = newest.verdict === 'pass' || newest.verdict === 'warn';
  return isAnswer ? newest : (unit.failed ?? newest);
}

/** The block's result: its last attempt's, over the time of all; safe to tell. */
export async function resultOf(
  { planned, attempts }: Unit,
  last: Outcome,
  redaction: ResultRedaction,
): Promise<Result> {
  const first = attempts[0] ?? attemptOf(last);
  const whole = Date.parse(last.startedAt) - Date.parse(first.startedAt) + last.durationMs;
  return {
    block: planned.block,
    title: planned.title,
    check: planned.check,
    page: planned.page,
    layer: planned.layer,
    provider: planned.provider,
    journeys: planned.journeys,
    target: planned.target,
    params: await redaction.params(planned.params),
    verdict: last.verdict,
    reason: last.reason,
    flaky: last.verdict === 'pass' && attempts.length > 1,
    readings: last.readings,
    evidence: last.evidence,
    attempts,
    startedAt: first.startedAt,
    durationMs: Math.max(0, Math.round(whole * 10) / 10),
  };
}
