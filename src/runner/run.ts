import { randomUUID } from 'node:crypto';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { type Report, type Result, summarise } from '../schemas/report.ts';
import type { RunEvent } from '../schemas/run-event.ts';
import { createBudgetGate } from './budget-gate.ts';
import { createCanaries } from './canaries.ts';
import { type Channel, createChannel } from './channel.ts';
import { isLoopback } from './http-address.ts';
import type { Outcome } from './messages.ts';
import { createPool, type Pool } from './pool.ts';
import { createResultRedaction } from './result-redaction.ts';
import { type RunOptions, type RunSettings, settle } from './run-options.ts';
import { createSchedule, type Lane } from './schedule.ts';
import {
  attemptOf,
  isWorthRetrying,
  jobOf,
  knownOutcome,
  outcomeOf,
  resultOf,
  strictly,
  type Unit,
  withoutHiding,
} from './unit.ts';

/**
 * Runs blocks and tells what happens; the last event is `end`, with the report. Results come as
 * they are finished; the report has them in the order of `blocks`. Interrupted by
 * `options.signal` or its own time limit, the run ends its children, leaves out what was not
 * finished, and still ends in a valid report.
 */
export async function* run(blocks: readonly PlannedBlock[], options: RunOptions): AsyncGenerator<RunEvent, void, void> {
  const settings = settle(options);
  const id = randomUUID();
  const startedAt = new Date().toISOString();
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  const limit = settings.runTimeoutMs === null ? null : setTimeout(interrupt, settings.runTimeoutMs);
  if (options.signal?.aborted) interrupt();
  options.signal?.addEventListener('abort', interrupt, { once: true });
  const pool = options.pool ?? createPool();
  const results: { order: number; result: Result }[] = [];
  let isWhole = false;
  let commit: Promise<string | null> | string | null = null;
  try {
    const events = createChannel<RunEvent>();
    const work = runUnits(blocks, { settings, pool, events, signal: stop.signal });
    commit = typeof settings.commit === 'function' ? settings.commit() : settings.commit;
    yield { type: 'start', run: { id, environment: settings.environment, startedAt }, blocks: [...blocks] };
    for await (const event of events) {
      if (event.type === 'block-end') results.push({ order: work.orderOf(event.planned), result: event.result });
      yield event;
    }
    isWhole = !stop.signal.aborted;
  } finally {
    interrupt();
    if (limit) clearTimeout(limit);
    options.signal?.removeEventListener('abort', interrupt);
    if (!options.pool) await pool.close();
  }
  const inOrder = results.sort((a, b) => a.order - b.order).map(({ result }) => result);
  const report: Report = {
    version: 1,
    run: {
      id,
      environment: settings.environment,
      startedAt,
      endedAt: new Date().toISOString(),
      interrupted: !isWhole,
      commit: await commit,
      shard: settings.shard,
    },
    summary: summarise(inOrder),
    results: inOrder,
  };
  yield { type: 'end', report };
}

interface Work {
  settings: RunSettings;
  pool: Pool;
  events: Channel<RunEvent>;
  /** Aborted when the run is to end now. */
  signal: AbortSignal;
}

/** Starts the blocks as their limits allow, and closes `events` behind the last. */
function runUnits(
  blocks: readonly PlannedBlock[],
  { settings, pool, events, signal }: Work,
): { orderOf(planned: PlannedBlock): number } {
  const units = blocks.map((planned, order): Unit => ({ planned, order, attempts: [], failed: null }));
  const orders = new Map(units.map(({ planned, order }) => [planned, order]));
  const schedule = createSchedule(units, {
    concurrency: settings.concurrency,
    laneOf: ({ planned }) => laneOf(planned, settings),
    order: ({ order }) => order,
  });
  const canaries = createCanaries(settings.canaries);
  const redaction = createResultRedaction(settings);
  /** Units that wait for their next attempt, with the result they have so far. */
  const resting = new Map<Unit, { timer: NodeJS.Timeout; wake(): void }>();
  const gate = createBudgetGate(schedule, settings, () => pump());
  let open = 0;
  let bailed = false;

  const { slots } = settings;
  let stopWaiting: (() => void) | null = null;
  /** The next unit, with a slot; other runs may have all of them. */
  const takeUnit = (): Unit | null => {
    if (!slots) return schedule.take();
    if (signal.aborted || schedule.isEmpty) return null;
    if (!slots.take()) {
      stopWaiting ??= slots.wait(() => {
        stopWaiting = null;
        pump();
      });
      return null;
    }
    const unit = schedule.take();
    if (!unit) slots.free();
    return unit;
  };

  const pump = (): void => {
    for (let unit = takeUnit(); unit && !signal.aborted; unit = takeUnit()) {
      const admitted = knownOutcome(unit, settings) ?? gate.admit(unit);
      if (admitted === 'later') {
        slots?.free();
        continue;
      }
      open += 1;
      void attempt(unit, admitted === 'go' ? null : admitted);
    }
    if (signal.aborted || (open === 0 && resting.size === 0 && schedule.isEmpty)) close();
  };

  const close = (): void => {
    stopWaiting?.();
    gate.close();
    events.close();
  };

  /** One attempt; `known` is what it comes to where nothing needs to be asked. */
  const attempt = async (unit: Unit, known: Outcome | null): Promise<void> => {
    if (unit.attempts.length === 0) events.push({ type: 'block-start', block: unit.planned.block });
    const { env } = settings;
    const ending = known
      ? await redaction.outcome(known, false)
      : await pool.run(jobOf(unit, settings), { env, spend: (target) => gate.spend(unit, target) }, signal);
    gate.leave(unit);
    schedule.release(unit);
    slots?.free();
    const told = ending && (known ? outcomeOf(ending) : await redaction.outcome(outcomeOf(ending), true));
    if (told && !known) unit.attempts.push(attemptOf(strictly(told, settings)));
    const outcome = told && withoutHiding(unit, told);
    const mayRetry = outcome && isWorthRetrying(outcome) && !bailed && unit.attempts.length <= settings.retries;
    if (mayRetry && !known) rest(unit, outcome);
    else if (outcome) await finish(unit, outcome);
    open -= 1;
    pump();
  };

  const rest = (unit: Unit, outcome: Outcome): void => {
    const wake = (): void => {
      resting.delete(unit);
      open += 1;
      const over = bailed ? finish(unit, outcome) : Promise.resolve(schedule.putBack(unit));
      void over.then(() => {
        open -= 1;
        pump();
      });
    };
    resting.set(unit, { timer: setTimeout(wake, backoff(unit.attempts.length, settings.backoffMs)), wake });
  };

  const finish = async (unit: Unit, outcome: Outcome): Promise<void> => {
    const considered = strictly(await canaries.consider(outcome, addressOf(unit.planned, settings)), settings);
    if (signal.aborted) return;
    const result = await resultOf(unit, considered, redaction);
    if (signal.aborted) return;
    events.push({ type: 'block-end', result, planned: unit.planned });
    if (settings.bail && !bailed && (result.verdict === 'fail' || result.verdict === 'error')) {
      bailed = true;
      schedule.clear();
      for (const { timer, wake } of [...resting.values()]) {
        clearTimeout(timer);
        wake();
      }
    }
  };

  signal.addEventListener(
    'abort',
    () => {
      for (const { timer } of resting.values()) clearTimeout(timer);
      close();
    },
    { once: true },
  );
  pump();
  return { orderOf: (planned) => orders.get(planned) ?? 0 };
}

/** Half of it is chance, so that blocks which failed together do not come back together. */
function backoff(attempts: number, firstMs: number): number {
  return Math.min(firstMs * 2 ** (attempts - 1), 10_000) * (0.5 + Math.random() / 2);
}

/** The main target's address; a secret that is all of it, or its beginning, is filled in. */
function addressOf({ target }: PlannedBlock, { targets, env }: RunSettings): string | null {
  const url = target === null ? undefined : targets[target]?.url;
  return url?.replace(/^\{secret:([A-Za-z0-9_]+)\}/, (_, name: string) => env[name] ?? '') ?? null;
}

function laneOf(planned: PlannedBlock, settings: RunSettings): Lane {
  const address = addressOf(planned, settings);
  const limit = settings.targetConcurrency ?? (address === null || isLoopback(address) ? settings.concurrency : 8);
  return { name: planned.target ?? '', limit };
}
