import type { Project } from '../project/load.ts';
import { allBlocks, planBlocks } from '../project/plan.ts';
import type { Budgets } from '../runner/budgets.ts';
import type { Pool } from '../runner/pool.ts';
import { run } from '../runner/run.ts';
import { createSlots } from '../runner/slots.ts';
import type { ApiError, Ask, LiveBlock, PageEvent, RunRequest } from '../schemas/api.ts';
import type { Block, Page } from '../schemas/page.ts';
import type { PlannedBlock, ResolvedTarget } from '../schemas/planned-block.ts';
import { type Proof, proofOf } from '../schemas/proof.ts';
import type { Evidence, Result } from '../schemas/report.ts';
import type { RunEvent } from '../schemas/run-event.ts';
import type { ProofStore } from '../store/proof-store.ts';
import { suggest } from '../text/nearest.ts';
import { asksOf } from './asks.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { openKnownProofs } from './known-proofs.ts';
import { refuseParams } from './refuse-params.ts';
import { createRunRecord, type RunRecord } from './run-record.ts';
import { subjectOf } from './subject.ts';

export interface LiveOptions {
  project: Project;
  environment: string;
  targets: Readonly<Record<string, ResolvedTarget>>;
  /** The value of `lab:NAME` for a block whose target is `target`; `null` where the lab has none. */
  labValue: (name: string, target: string | null) => string | null;
  labNames: readonly string[];
  budgets: Budgets;
  pool: Pool;
  store: ProofStore;
  /** Proofs that came with the built site, by block. */
  published: () => Promise<Readonly<Record<string, Proof>>>;
  /** Where secrets are read from. */
  env: Readonly<Record<string, string | undefined>>;
  /** Per attempt. 10 000. */
  timeoutMs?: number;
  /** Tells the operator. */
  say: (text: string) => void;
}

/** What is known of a tree's blocks, and how to run them: for any number of people at once. */
export interface Live {
  readonly environment: string;
  readonly startedAt: string;
  /** How all blocks change. A run with a person's own values is not told here. */
  readonly events: EventLog<PageEvent>;
  /** The blocks of a page (a translation's are its source's), or all of them. `null`: there is no such page. */
  blocks(page: string | null): Promise<LiveBlock[] | null>;
  evidence(block: string): Promise<Evidence[] | null>;
  /** Runs blocks; who asks for one that is running already shares its result. `tap` hears what the engine says. */
  start(request: RunRequest, tap?: (event: RunEvent) => void): Promise<RunRecord | ApiError>;
  run(id: string): RunRecord | null;
  /** How many blocks run now. */
  readonly running: number;
  /** The tree has changed, and perhaps where its targets are. What runs goes on as it began. */
  follow(project: Project, targets?: Readonly<Record<string, ResolvedTarget>>): void;
  /** Interrupts what runs, and waits for it. Pool and store stay open. */
  close(): Promise<void>;
}

interface Placed {
  page: Page;
  block: Block;
  subject: string;
  asks: Ask[];
  planned: PlannedBlock;
}

/** One block on its way, for all who asked for it. */
interface Execution {
  placed: Placed;
  own: boolean;
  hasBegun: boolean;
  records: Set<RunRecord>;
}

/** Runs are remembered for this long after their end; what they were about stays in the proofs. Milliseconds. */
const rememberMs = 5 * 60_000;
const mostRemembered = 200;
/** Blocks at once, of all runs together. */
const atOnce = 32;
const mostWaiting = 10_000;
/** A reader who was away for fewer events than this misses none. */
const keptEvents = 2000;

export async function openLive(options: LiveOptions): Promise<Live> {
  const { environment, labValue, labNames, budgets, pool, env, say } = options;
  let published = await options.published();
  const proofs = await openKnownProofs(environment, options.store, () => published, say);
  const events = createEventLog<PageEvent>(keptEvents);
  const slots = createSlots(atOnce);
  const stop = new AbortController();
  const inFlight = new Map<string, Execution>();
  const records = new Map<string, RunRecord>();
  const engines = new Set<Promise<void>>();
  const startedAt = new Date().toISOString();
  let { project, targets } = options;
  let places = placeAll();

  function placeAll(): Map<string, Placed> {
    const all = allBlocks(project);
    const planned = planBlocks(project, all, { environment, labValue, labNames });
    return new Map(
      all.flatMap(({ page, block }, index): [string, Placed][] => {
        const plan = planned[index];
        if (!plan) return [];
        const asks = asksOf(project, page, block, labValue);
        return [[block.id, { page, block, subject: subjectOf(block), asks, planned: plan }]];
      }),
    );
  }

  function show({ page, block, subject, asks, planned }: Placed): LiveBlock {
    const { proof, evidence, skipped } = proofs.of(block.id, subject);
    const provider = planned.provider === null ? null : (project.providers.get(planned.provider)?.name ?? null);
    return {
      block: block.id,
      title: block.title,
      page: page.id,
      pageTitle: page.frontmatter.title,
      check: block.use,
      target: planned.target,
      layer: planned.layer,
      provider,
      journeys: planned.journeys,
      asks,
      freshFor: planned.freshFor,
      problem: planned.problem,
      running: inFlight.has(block.id),
      proof,
      skipped,
      evidence: evidence.length,
    };
  }

  async function finish(key: string, execution: Execution, result: Result | null): Promise<void> {
    const { placed, own } = execution;
    const { id } = placed.block;
    if (own) inFlight.delete(key);
    else {
      const { freshFor } = placed.planned;
      const known = result
        ? await proofs.take(
            id,
            placed.subject,
            proofOf(result, { freshFor, environment, by: 'server' }),
            result.evidence,
          )
        : proofs.of(id, placed.subject);
      // Kept first, told then: what a reader has seen is there after any end of this process.
      inFlight.delete(key);
      const { proof, skipped, evidence } = known;
      events.push({ type: 'block-end', at: now(), block: id, proof, skipped, evidence: evidence.length });
    }
    for (const record of execution.records) record.ended(id, result);
  }

  /** Runs what nobody runs yet. */
  async function engine(fresh: ReadonlyMap<string, Execution>, tap?: (event: RunEvent) => void): Promise<void> {
    const keys = new Map([...fresh].map(([key, { placed }]) => [placed.block.id, key]));
    const planned = [...fresh.values()].map(({ placed }) => placed.planned);
    const execution = (block: string) => fresh.get(keys.get(block) ?? '');
    try {
      const said = run(planned, {
        environment,
        targets,
        env,
        budgets,
        pool,
        slots,
        concurrency: atOnce,
        timeoutMs: options.timeoutMs,
        canaries: project.config.canaries,
        signal: stop.signal,
      });
      for await (const event of said) {
        tap?.(event);
        if (event.type === 'block-start') {
          const its = execution(event.block);
          if (!its) continue;
          its.hasBegun = true;
          if (!its.own) events.push({ type: 'block-start', at: now(), block: event.block });
          for (const record of its.records) record.began(event.block);
        } else if (event.type === 'block-end') {
          const its = execution(event.result.block);
          if (its) await finish(keys.get(event.result.block) ?? '', its, event.result);
        }
      }
    } finally {
      for (const [key, its] of fresh) if (inFlight.get(key) === its) await finish(key, its, null);
    }
  }

  return {
    environment,
    startedAt,
    events,
    async blocks(page) {
      published = await options.published();
      if (page === null) return [...places.values()].map(show);
      const found = project.pages.find(({ id }) => id === page);
      if (!found) return null;
      const id = found.sourceId ?? found.id;
      return [...places.values()].filter((each) => each.page.id === id).map(show);
    },
    async evidence(block) {
      const placed = places.get(block);
      return placed ? proofs.of(block, placed.subject).evidence : null;
    },
    async start({ blocks: wanted, params = {} }, tap) {
      const ids = [...new Set(wanted)];
      const chosen: Placed[] = [];
      for (const id of ids) {
        const placed = places.get(id);
        if (!placed) return unknownBlock(id, places.keys());
        chosen.push(placed);
      }
      const refused = await refuseParams(
        project,
        chosen.map(({ block }) => block),
        params,
      );
      if (refused) return refused;
      if (inFlight.size + chosen.length > mostWaiting) return tooMany;
      const filled =
        Object.keys(params).length === 0
          ? chosen
          : planBlocks(project, chosen, { environment, labValue, labNames, params }).flatMap((planned, index) => {
              const placed = chosen[index];
              return placed ? [{ ...placed, planned }] : [];
            });
      const fresh = new Map<string, Execution>();
      const joined = new Set<string>();
      const executions = filled.map((placed) => {
        const { block, ownInput, params: own } = placed.planned;
        const key = ownInput ? `${block} ${JSON.stringify(own)}` : block;
        const running = inFlight.get(key);
        if (running) joined.add(block);
        const its = running ?? { placed, own: ownInput, hasBegun: false, records: new Set<RunRecord>() };
        if (!running) fresh.set(key, its);
        return its;
      });
      const record = createRunRecord(
        environment,
        ids.map((block) => ({ block, joined: joined.has(block) })),
        executions.some(({ own }) => own),
      );
      remember(records, record);
      for (const its of executions) {
        its.records.add(record);
        if (its.hasBegun) record.began(its.placed.block.id);
      }
      for (const [key, its] of fresh) inFlight.set(key, its);
      if (fresh.size > 0) {
        const working = engine(fresh, tap)
          .catch((error: unknown) => say(`A run broke: ${error instanceof Error ? error.message : String(error)}`))
          .finally(() => engines.delete(working));
        engines.add(working);
      }
      return record;
    },
    run: (id) => records.get(id) ?? null,
    get running() {
      return inFlight.size;
    },
    follow(next, resolved = targets) {
      project = next;
      targets = resolved;
      places = placeAll();
      events.push({ type: 'reset', at: now(), environment });
    },
    async close() {
      stop.abort();
      await Promise.all(engines);
    },
  };
}

const now = (): string => new Date().toISOString();

function remember(records: Map<string, RunRecord>, record: RunRecord): void {
  const due = Date.now() - rememberMs;
  const ended = [...records.values()].filter(({ state }) => state.endedAt !== null);
  const tooOld = ended.filter(({ state }) => Date.parse(state.endedAt ?? '') < due);
  const surplus = ended.slice(0, Math.max(0, ended.length - mostRemembered));
  for (const { state } of [...tooOld, ...surplus]) records.delete(state.id);
  records.set(record.state.id, record);
}

function unknownBlock(id: string, known: Iterable<string>): ApiError {
  return {
    code: 'unknown-block',
    message: `There is no block \`${id.slice(0, 200)}\`.${suggest(id.slice(0, 200), [...known])}`,
    hint: 'Load the page again: it may have changed since.',
    parameter: null,
  };
}

const tooMany: ApiError = {
  code: 'too-many',
  message: 'Too many blocks wait for their turn.',
  hint: 'Wait for the runs under way, then press again.',
  parameter: null,
};
