import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { type Budgets, createBudgets, memoryLedger } from './budgets.ts';
import type { Pool } from './pool.ts';
import type { Slots } from './slots.ts';

export interface RunOptions {
  environment: string;
  /** Targets by name, with their addresses. */
  targets: Readonly<Record<string, ResolvedTarget>>;
  /** Where secrets, `PATH` and `LANG` are read from. Nothing else of it reaches a check. */
  env: Readonly<Record<string, string | undefined>>;
  /** Names of further secrets, such as those that checks declare: their values are in nothing that the run tells. None. */
  secrets?: readonly string[] | undefined;
  /** Per attempt, an answer's body included. 10 000. */
  timeoutMs?: number | undefined;
  /** For the whole run; past it the run is interrupted. `null` is none. */
  runTimeoutMs?: number | null | undefined;
  /** Checks at once, in all. 32. */
  concurrency?: number | undefined;
  /** Shared with other runs that go on at the same time: checks at once in all of them together. */
  slots?: Slots | undefined;
  /** Checks at once per target. 8, and for loopback targets as many as in all: they are ours. */
  targetConcurrency?: number | undefined;
  /** Further attempts after a failing one. 0. */
  retries?: number | undefined;
  /** The wait before the first retry; it doubles, with jitter, up to 10 s. 500. */
  backoffMs?: number | undefined;
  /** Begin nothing more after the first block that fails or errs. */
  bail?: boolean | undefined;
  /** A missing secret is a failure. */
  requireSecrets?: boolean | undefined;
  /** Addresses that answer whenever our own network is well. */
  canaries?: readonly string[] | undefined;
  /** What targets may still be asked; without it, as far as this run knows. */
  budgets?: Budgets | undefined;
  /** A function is called once the first blocks have begun: finding out must not hold them up. */
  commit?: (() => Promise<string | null>) | string | null | undefined;
  /** `i/n`, where the blocks are a shard. */
  shard?: string | null | undefined;
  /** Interrupts the run: its children end, and the report says so. */
  signal?: AbortSignal | undefined;
  /** Threads that are shared with other runs, or were started early. The run leaves them open. */
  pool?: Pool | undefined;
}

export type RunSettings = {
  [K in keyof Omit<RunOptions, 'pool' | 'signal' | 'slots' | 'targetConcurrency'>]-?: Exclude<RunOptions[K], undefined>;
} & {
  targetConcurrency: number | null;
  slots: Slots | null;
};

/** Fills in the defaults. */
export function settle(options: RunOptions): RunSettings {
  return {
    environment: options.environment,
    targets: options.targets,
    env: options.env,
    secrets: options.secrets ?? [],
    timeoutMs: options.timeoutMs ?? 10_000,
    runTimeoutMs: options.runTimeoutMs ?? null,
    concurrency: Math.max(1, options.concurrency ?? 32),
    slots: options.slots ?? null,
    targetConcurrency: options.targetConcurrency ?? null,
    retries: options.retries ?? 0,
    backoffMs: options.backoffMs ?? 500,
    bail: options.bail ?? false,
    requireSecrets: options.requireSecrets ?? false,
    canaries: options.canaries ?? [],
    budgets: options.budgets ?? createBudgets(memoryLedger()),
    commit: options.commit ?? null,
    shard: options.shard ?? null,
  };
}
