import type { Budgets } from '../runner/budgets.ts';
import type { Pool } from '../runner/pool.ts';
import { run } from '../runner/run.ts';
import { createSlots } from '../runner/slots.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import type { Result } from '../schemas/report.ts';
import type { RunEvent } from '../schemas/run-event.ts';
import type { Place } from './places.ts';
import type { RunRecord } from './run-record.ts';

/** What runs need of their surroundings. */
export interface ExecutionOptions {
  environment: string;
  /** Asked for each run, as the canaries are: the tree may change. */
  targets: () => Readonly<Record<string, ResolvedTarget>>;
  budgets: Budgets;
  pool: Pool;
  /** Where secrets are read from. */
  env: Readonly<Record<string, string | undefined>>;
  /** Names of all secrets that the tree declares; asked for each run. */
  secrets: () => readonly string[];
  /** Per attempt. 10 000. */
  timeoutMs?: number | undefined;
  canaries: () => readonly string[];
  say: (text: string) => void;
}

/** What others must hear. Runs with a person's own values are told to those who asked, and to nobody else. */
export interface Told {
  began(place: Place): void;
  /** Kept and told before those who asked hear of it. `null`: it was interrupted. */
  ended(place: Place, result: Result | null): Promise<void>;
}

/** Blocks that are running, each once, for all who asked for it. */
export interface Executions {
  /** Runs the places for `record`, as `joins` says it would; `tap` hears what the engine says of those that nobody ran yet. */
  start(places: readonly Place[], record: RunRecord, tap?: (event: RunEvent) => void): void;
  /** Whether this very run is under way, so that another asking joins it. */
  joins(place: Place): boolean;
  /** Whether the block is being proven, for anybody. */
  isRunning(block: string): boolean;
  readonly count: number;
  /** Interrupts all, and waits for it. */
  close(): Promise<void>;
}

interface Execution {
  key: string;
  place: Place;
  hasBegun: boolean;
  records: Set<RunRecord>;
}

/** Blocks at once, of all runs together. */
const atOnce = 32;

export function createExecutions(options: ExecutionOptions, told: Told): Executions {
  const { say, targets, canaries, secrets, ...settings } = options;
  const slots = createSlots(atOnce);
  const stop = new AbortController();
  const inFlight = new Map<string, Execution>();
  const engines = new Set<Promise<void>>();

  const finish = async (its: Execution, result: Result | null): Promise<void> => {
    if (!its.place.planned.ownInput) await told.ended(its.place, result);
    // Until here, whoever asks joins, and gets this result.
    inFlight.delete(its.key);
    for (const record of its.records) record.ended(its.place.block.id, result);
  };

  const engine = async (fresh: readonly Execution[], tap?: (event: RunEvent) => void): Promise<void> => {
    const byBlock = new Map(fresh.map((its) => [its.place.block.id, its]));
    try {
      const events = run(
        fresh.map(({ place }) => place.planned),
        {
          ...settings,
          slots,
          concurrency: atOnce,
          targets: targets(),
          canaries: canaries(),
          secrets: secrets(),
          signal: stop.signal,
        },
      );
      for await (const event of events) {
        tap?.(event);
        const its = byBlock.get(event.type === 'block-start' ? event.block : '');
        if (its) {
          its.hasBegun = true;
          if (!its.place.planned.ownInput) told.began(its.place);
          for (const record of its.records) record.began(its.place.block.id);
        }
        const ended = event.type === 'block-end' ? byBlock.get(event.result.block) : undefined;
        if (ended && event.type === 'block-end') await finish(ended, event.result);
      }
    } finally {
      for (const its of fresh) if (inFlight.get(its.key) === its) await finish(its, null);
    }
  };

  return {
    start(places, record, tap) {
      const fresh: Execution[] = [];
      for (const place of places) {
        const key = keyOf(place);
        const running = inFlight.get(key);
        const its = running ?? { key, place, hasBegun: false, records: new Set<RunRecord>() };
        its.records.add(record);
        if (its.hasBegun) record.began(place.block.id);
        if (running) continue;
        inFlight.set(key, its);
        fresh.push(its);
      }
      if (fresh.length === 0) return;
      const working = engine(fresh, tap)
        .catch((error: unknown) => say(`A run broke: ${error instanceof Error ? error.message : String(error)}`))
        .finally(() => engines.delete(working));
      engines.add(working);
    },
    joins: (place) => inFlight.has(keyOf(place)),
    isRunning: (block) => inFlight.has(block),
    get count() {
      return inFlight.size;
    },
    async close() {
      stop.abort();
      await Promise.all(engines);
    },
  };
}

/** A run with other values is another run. */
function keyOf({ planned: { block, ownInput, params } }: Place): string {
  return ownInput ? `${block} ${JSON.stringify(params)}` : block;
}
