import type { CheckDefinition } from '../checks/define.ts';
import { CheckFailure, ConfigProblem, InputNeeded } from '../checks/failure.ts';
import { type Reason, type ReasonCode, reasons } from '../schemas/reason.ts';
import { type Judgement, judge, judgePartly } from './judge.ts';
import type { Job } from './messages.ts';
import { BudgetSpent } from './pay-for.ts';
import { SecretMissing } from './secrets.ts';
import { takeReadings } from './take-readings.ts';

/** How an attempt ended, before it is judged. */
export type Ending =
  | { kind: 'returned'; value: unknown }
  | { kind: 'threw'; error: unknown }
  /** Ignored its signal beyond the grace. */
  | { kind: 'abandoned' };

/** What the clock says about an attempt: whether its time ran out, and on what it then waited. */
export interface Lateness {
  timedOut: boolean;
  waitedForHttp: boolean;
  /** Such as `10 s`. */
  limit: string;
}

type Planned = Job['planned'];
type Shape = Pick<CheckDefinition, 'readings' | 'pointers'>;

/** Turns an ending into a judgement; `problem` is what a maintainer of the check needs to see. */
export function conclude(
  ending: Ending,
  planned: Planned,
  definition: Shape,
  late: Lateness,
): { judgement: Judgement; problem: string | null } {
  if (ending.kind === 'abandoned') return { judgement: outOfTime(planned, late), problem: null };
  const ended = ending.kind === 'returned' ? ending.value : ending.error;
  if (ended instanceof CheckFailure) return { judgement: failed(ended, planned, definition), problem: null };
  if (ending.kind === 'threw') return thrown(ending.error, planned, late);
  const taken = takeReadings(ending.value, definition);
  if (typeof taken === 'string') return { judgement: because('script', taken), problem: null };
  return { judgement: judge(planned.rows, planned.readings, taken), problem: null };
}

/** A verdict that a reason's code decides, without readings. */
export function because(code: ReasonCode, message: string, hint: string = reasons[code].hint): Judgement {
  const reason: Reason = { code, message, hint };
  return { verdict: reasons[code].verdict, reason, readings: [] };
}

function failed(failure: CheckFailure, { rows, readings }: Planned, definition: Shape): Judgement {
  const code: unknown = failure.code;
  if (typeof code !== 'string' || !Object.hasOwn(reasons, code) || reasons[failure.code].verdict !== 'fail') {
    return because('script', `The check failed with \`${String(code)}\`, which is no code for what a target did.`);
  }
  const taken = takeReadings(failure.readings, definition);
  if (typeof taken === 'string') return because('script', taken);
  return { ...because(failure.code, failure.message, failure.hint), readings: judgePartly(rows, readings, taken) };
}

function thrown(error: unknown, planned: Planned, late: Lateness): { judgement: Judgement; problem: string | null } {
  if (error instanceof SecretMissing) return { judgement: because('no-secret', error.message), problem: null };
  if (error instanceof InputNeeded) return { judgement: because('needs-input', error.message), problem: null };
  if (error instanceof BudgetSpent) return { judgement: because('budget', error.message), problem: null };
  if (error instanceof ConfigProblem) return { judgement: because('config', error.message), problem: null };
  // What a check throws after its signal is mostly the signal itself.
  if (late.timedOut) return { judgement: outOfTime(planned, late), problem: describe(error, planned) };
  const first = (error instanceof Error ? error.message : String(error)).trim().split('\n')[0]?.trim() ?? '';
  const stop = /[.!?…]$/.test(first) ? '' : '.';
  if (first.startsWith('No quote function is defined'))
    return {
      judgement: because(
        'script',
        'The check uses the `$` of zx itself; use the `$` that `run` is given: it ends with the check.',
      ),
      problem: describe(error, planned),
    };
  return {
    judgement: because('script', `The check threw: ${first || 'an error without a message'}${stop}`),
    problem: describe(error, planned),
  };
}

function outOfTime({ target }: Planned, { waitedForHttp, limit }: Lateness): Judgement {
  if (waitedForHttp) return because('timeout', `\`${target ?? 'The target'}\` gave no whole answer within ${limit}.`);
  return because('script', `The check did not end within ${limit}, and it was not waiting for its target.`);
}

/** The error with the lines of its stack that are in the check's own folder, without the paths of this machine. */
function describe(error: unknown, { checkFile }: Planned): string {
  if (!(error instanceof Error)) return String(error);
  const folder = checkFile.slice(0, checkFile.lastIndexOf('/') + 1);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && line.includes(folder));
  const shown = frames.map((line) => line.replaceAll(`file://${folder}`, '').replaceAll(folder, ''));
  return [`${error.name}: ${error.message}`, ...shown].join('\n');
}
