import type { PacketSigner } from '../packet/seal.ts';
import { declaredNames } from '../project/declared-names.ts';
import type { Project } from '../project/load.ts';
import type { DeclaredSecrets } from '../redact/declared-secrets.ts';
import { declaredOf } from '../runner/declared-of.ts';
import type { ApiError, LiveBlock, PacketAnswer, PageEvent, RunRequest } from '../schemas/api.ts';
import type { PacketDraft } from '../schemas/packet.ts';
import type { ResolvedTarget } from '../schemas/planned-block.ts';
import { type Proof, proofOf } from '../schemas/proof.ts';
import type { Evidence } from '../schemas/report.ts';
import type { RunEvent } from '../schemas/run-event.ts';
import type { ProofStore } from '../store/proof-store.ts';
import { suggest } from '../text/nearest.ts';
import { answerPacket } from './answer-packet.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { createExecutions, type ExecutionOptions } from './executions.ts';
import { openKnownProofs } from './known-proofs.ts';
import { fillPlaces, findPlace, type Place, type PlaceOptions, placeBlocks, placeIds, showPlace } from './places.ts';
import { refuseMissing } from './refuse-missing.ts';
import { refuseParams } from './refuse-params.ts';
import { createRememberedRuns } from './remembered-runs.ts';
import { createRunRecord, type RunRecord } from './run-record.ts';

export interface LiveOptions extends PlaceOptions, Omit<ExecutionOptions, 'canaries' | 'secrets' | 'targets'> {
  project: Project;
  targets: Readonly<Record<string, ResolvedTarget>>;
  store: ProofStore;
  /** Proofs that came with the built site, by block. */
  published: () => Promise<Readonly<Record<string, Proof>>>;
  /** Signs packets; without one they have a checksum alone. */
  signer?: PacketSigner | null | undefined;
}

/** What is known of a tree's blocks, and how to run them: for any number of people at once. */
export interface Live {
  readonly environment: string;
  readonly startedAt: string;
  /** The secrets that the tree declares, where they are set. */
  readonly secrets: DeclaredSecrets | null;
  /** How all blocks change. A run with a person's own values is not told here. */
  readonly events: EventLog<PageEvent>;
  /**
   * The blocks of a page (a translation's are its source's), of an escalation tree (`trees/<id>`), or those of
   * all pages: what a tree alone holds is not among them. It is run where somebody walks the tree, so nobody
   * keeps it fresh, and among all blocks it would stand as never run or stale for ever. `null`: there is no
   * such page.
   */
  blocks(page: string | null): Promise<LiveBlock[] | null>;
  evidence(block: string): Evidence[] | null;
  /** Runs blocks; who asks for one that is running already shares its result. `tap` hears what the engine says. */
  start(request: RunRequest, tap?: (event: RunEvent) => void): Promise<RunRecord | ApiError>;
  run(id: string): RunRecord | null;
  /** Makes the packet that a case is handed on with; keeps nothing of it. */
  packet(draft: PacketDraft): Promise<PacketAnswer | ApiError>;
  /** How many blocks run now. */
  readonly running: number;
  /** The tree has changed, and perhaps where its targets are. What runs goes on as it began. */
  follow(project: Project, targets?: Readonly<Record<string, ResolvedTarget>>): void;
  /** Interrupts what runs, and waits for it. Pool and store stay open. */
  close(): Promise<void>;
}

const mostWaiting = 10_000;
/** A reader who was away for fewer events than this misses none. */
const keptEvents = 2000;

export async function openLive(options: LiveOptions): Promise<Live> {
  const { environment, say } = options;
  let { project, targets } = options;
  let places = placeBlocks(project, options);
  let published = await options.published();
  const proofs = await openKnownProofs(environment, options.store, () => published, say);
  const events = createEventLog<PageEvent>(keptEvents);
  const runs = createRememberedRuns();
  const startedAt = now();
  const declared = (): DeclaredSecrets | null => declaredOf(project, options.env);
  let secrets = declared();
  const executions = createExecutions(
    {
      ...options,
      targets: () => targets,
      canaries: () => project.config.canaries,
      secrets: () => declaredNames(project),
    },
    {
      began: ({ block }) => events.push({ type: 'block-start', at: now(), block: block.id }),
      async ended({ block, subject, planned: { freshFor } }, result) {
        const { proof, skipped, evidence } = result
          ? await proofs.take(
              block.id,
              subject,
              proofOf(result, { freshFor, environment, by: 'server' }),
              result.evidence,
            )
          : proofs.of(block.id, subject);
        events.push({ type: 'block-end', at: now(), block: block.id, proof, skipped, evidence: evidence.length });
      },
    },
  );
  const show = (place: Place): LiveBlock =>
    showPlace(place, proofs.of(place.block.id, place.subject), executions.isRunning(place.block.id));

  /** A page's id, or its source's where it is a translation; `null` where there is no such page. */
  const sourceOf = (page: string): string | null => {
    const found = project.pages.find(({ id }) => id === page);
    return found ? (found.sourceId ?? found.id) : null;
  };

  return {
    environment,
    startedAt,
    events,
    get secrets() {
      return secrets;
    },
    async blocks(page) {
      published = await options.published();
      if (page === null) return [...places.pages.values()].map(show);
      const tree = places.trees.get(page);
      if (tree) return [...tree].flatMap((id) => places.triage.get(id) ?? []).map(show);
      const id = sourceOf(page);
      return id === null ? null : [...places.pages.values()].filter((each) => each.page.id === id).map(show);
    },
    evidence(block) {
      const place = findPlace(places, block, null);
      return place ? proofs.of(block, place.subject).evidence : null;
    },
    async start({ blocks: wanted, page = null, params = {} }, tap) {
      const from = page === null ? null : (sourceOf(page) ?? page);
      const chosen: Place[] = [];
      for (const id of new Set(wanted)) {
        const place = findPlace(places, id, from);
        if (!place) return unknownBlock(id, page, placeIds(places, from));
        chosen.push(place);
      }
      const refused = await refuseParams(
        project,
        chosen.map(({ block }) => block),
        params,
      );
      if (refused) return refused;
      const missing = refuseMissing(chosen, params);
      if (missing) return missing;
      if (executions.count + chosen.length > mostWaiting) return tooMany;
      const filled = Object.keys(params).length > 0 ? fillPlaces(project, chosen, { ...options, params }) : chosen;
      const record = createRunRecord(
        environment,
        filled.map((place) => ({ block: place.block.id, joined: executions.joins(place) })),
        filled.some(({ planned }) => planned.ownInput),
      );
      runs.add(record);
      executions.start(filled, record, tap);
      return record;
    },
    run: runs.get,
    packet: (draft) => answerPacket(draft, { project, env: options.env, signer: options.signer ?? null }),
    get running() {
      return executions.count;
    },
    follow(next, resolved = targets) {
      project = next;
      secrets = declared();
      targets = resolved;
      places = placeBlocks(next, options);
      events.push({ type: 'reset', at: now(), environment });
    },
    close: executions.close,
  };
}

const now = (): string => new Date().toISOString();

function unknownBlock(id: string, page: string | null, known: readonly string[]): ApiError {
  return {
    code: 'unknown-block',
    // Without what was sent: it may be anything, and whoever sent it knows it.
    message: `There is no such block${page === null ? '' : ' on that page'}.${suggest(id.slice(0, 200), known)}`,
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
