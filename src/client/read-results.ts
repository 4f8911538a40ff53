import type { InternalResults, PublicResults, PublicVerdict } from '../schemas/published.ts';
import type { Verdict } from '../schemas/verdict.ts';

type InternalResult = InternalResults['blocks'][string];

/** One block's last result, the same for both sites: the public one has a verdict and an age only. */
export interface LastResult {
  /** The block's title; `null` on the public site, where the card says it. */
  title: string | null;
  verdict: Verdict;
  /** Milliseconds since 1970. */
  provenAt: number;
  /** How long the run took, in milliseconds; `null` on the public site. */
  durationMs: number | null;
  /** Milliseconds that this proof stays fresh; `null` where the page says it. */
  freshFor: number | null;
  reason: InternalResult['reason'];
  readings: InternalResult['readings'];
  /** Where it ran, and what ran it; `null` on the public site. */
  from: Pick<InternalResult, 'environment' | 'by'> | null;
}

const fromPublic: Record<PublicVerdict, Verdict> = { works: 'pass', slow: 'warn', down: 'fail', unknown: 'error' };
const shown: readonly string[] = ['pass', 'warn', 'fail', 'error', 'skip'];

/** Reads what was published, by block id. What is not of that shape is left out: a page never breaks over it. */
export function readResults(value: unknown): Map<string, LastResult> {
  const results = new Map<string, LastResult>();
  const { version, blocks } = (value ?? {}) as Partial<InternalResults | PublicResults>;
  if (version !== 1 || typeof blocks !== 'object') return results;
  for (const [id, block] of Object.entries(blocks) as [string, Partial<InternalResult> | null][]) {
    const provenAt = Date.parse(block?.provenAt ?? '');
    const given = String(block?.verdict);
    const verdict = shown.includes(given) ? (given as Verdict) : fromPublic[given as PublicVerdict];
    if (!verdict || Number.isNaN(provenAt)) continue;
    results.set(id, {
      title: block?.title ?? null,
      verdict,
      provenAt,
      durationMs: block?.durationMs ?? null,
      freshFor: block?.freshFor ?? null,
      reason: block?.reason ?? null,
      readings: block?.readings ?? [],
      from: block?.environment && block.by ? { environment: block.environment, by: block.by } : null,
    });
  }
  return results;
}
