import type { Blocks, LiveBlock, PageEvent } from '../../schemas/api.ts';
import type { Proof } from '../../schemas/proof.ts';
import type { Reason } from '../../schemas/reason.ts';
import type { LastResult } from '../read-results.ts';

/** What a page knows of a block at this moment. */
export interface BlockView {
  /** `<page id>#<id>`. */
  block: string;
  /** `null` on a static site, which knows results alone. */
  info: LiveBlock | null;
  result: LastResult | null;
  /** For anybody. */
  running: boolean;
  /** Asked for in this tab, and not begun yet. */
  waiting: boolean;
  /** When its run began, by the server's clock; `null` where it does not run, or was running before we looked. */
  startedAt: number | null;
  /** Why its newest run came to nothing; `result` is the one before. */
  skipped: Reason | null;
  /** How many pieces of evidence its proof has. */
  evidence: number;
}

/** A proof as pages show it. */
export function lastResult({
  title,
  verdict,
  provenAt,
  durationMs,
  freshFor,
  reason,
  readings,
  environment,
  by,
}: Proof): LastResult {
  return {
    title,
    verdict,
    provenAt: Date.parse(provenAt),
    durationMs,
    freshFor,
    reason,
    readings,
    from: { environment, by },
  };
}

/** All blocks as the server tells them. What was known before says when a run began, and what waits. */
export function viewsOf({ blocks }: Blocks, before: ReadonlyMap<string, BlockView>): Map<string, BlockView> {
  return new Map(
    blocks.map((info) => {
      const { block, running, proof, skipped, evidence } = info;
      const known = before.get(block);
      return [
        block,
        {
          block,
          info,
          result: proof && lastResult(proof),
          running,
          waiting: !running && (known?.waiting ?? false),
          startedAt: running ? (known?.startedAt ?? null) : null,
          skipped,
          evidence,
        },
      ];
    }),
  );
}

/** Blocks of a static site. */
export function viewsOfResults(results: ReadonlyMap<string, LastResult>): Map<string, BlockView> {
  return new Map(
    [...results].map(([block, result]) => [
      block,
      { block, info: null, result, running: false, waiting: false, startedAt: null, skipped: null, evidence: 0 },
    ]),
  );
}

/**
 * A block after an event about it; `null` where the event is about another, or tells nothing new. A block that
 * runs with a person's own values alone takes nothing from what was found with others.
 */
export function afterEvent(view: BlockView | undefined, event: PageEvent): BlockView | null {
  if (!view || event.type === 'reset' || event.block !== view.block || view.info?.ownOnly) return null;
  if (event.type === 'block-start')
    return { ...view, running: true, waiting: false, startedAt: view.startedAt ?? Date.parse(event.at) };
  const { proof, skipped, evidence } = event;
  return {
    ...view,
    result: proof && lastResult(proof),
    running: false,
    waiting: false,
    startedAt: null,
    skipped,
    evidence,
  };
}
