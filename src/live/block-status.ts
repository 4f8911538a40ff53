import type { BlockStatus } from '../schemas/block-status.ts';
import type { Block, Page } from '../schemas/page.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import type { Proof } from '../schemas/proof.ts';

/** How a block stands at `now` (milliseconds since 1970), by its last proof. */
export function blockStatus(
  { page, planned }: { page: Page; block: Block; planned: PlannedBlock },
  proof: Proof | null,
  about: { environment: string; now: number },
): BlockStatus {
  // A clock that runs behind the prover's makes no proof younger than new.
  const ageMs = proof && Math.max(0, about.now - Date.parse(proof.provenAt));
  const isStale = ageMs !== null && ageMs > planned.freshFor;
  return {
    block: planned.block,
    title: planned.title,
    page: page.path,
    layer: planned.layer,
    target: planned.target,
    journeys: planned.journeys,
    state: proof ? (isStale ? 'stale' : proof.verdict) : 'never',
    verdict: proof?.verdict ?? null,
    reason: proof?.reason ?? null,
    provenAt: proof?.provenAt ?? null,
    ageMs,
    freshForMs: planned.freshFor,
    environment: about.environment,
    by: proof?.by ?? null,
  };
}
