import type { Finding, Findings } from '../../journeys/finding.ts';
import { outcomeVerdicts } from '../../markdown/vocabulary.ts';
import type { JourneyBlock, JourneysData } from '../../schemas/journeys-data.ts';
import type { OutcomeLabel } from '../../schemas/page.ts';
import type { Reason } from '../../schemas/reason.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { BlockView } from '../live/block-view.ts';
import type { LastResult } from '../read-results.ts';
import { stateOf } from '../verdict-state.ts';

/**
 * What is known of the blocks that journeys name, as journeys are judged by it: from a server, or from results
 * that were published. A block that nobody ran has no finding, except where it is known why.
 * `now` in milliseconds since 1970.
 */
export function findingsOfViews(
  blocks: JourneysData['blocks'],
  views: ReadonlyMap<string, Pick<BlockView, 'result' | 'skipped' | 'info'>>,
  now: number,
): Findings {
  const findings = new Map<string, Finding>();
  for (const [id, block] of Object.entries(blocks)) {
    const view = views.get(id);
    const because = view?.skipped ?? view?.info?.problem ?? null;
    if (view?.result) findings.set(id, findingOf(block, view.result, now));
    else if (because) findings.set(id, notRun(block, because, now));
  }
  return findings;
}

function findingOf(block: JourneyBlock, result: LastResult, now: number): Finding {
  const { title, verdict, reason, readings, provenAt } = result;
  return {
    title: title ?? block.title,
    verdict,
    isStale: stateOf(result, block.freshFor, now) === 'stale',
    reason,
    readings,
    provenAt: new Date(provenAt).toISOString(),
    step: stepOf(block, verdict, reason),
  };
}

function notRun({ title }: JourneyBlock, reason: Reason, now: number): Finding {
  const provenAt = new Date(now).toISOString();
  return { title, verdict: 'skip', isStale: false, reason, readings: [], provenAt, step: reason.hint || null };
}

/** The first thing to do: what the page says for this verdict, else the reason's hint. */
function stepOf({ outcomes }: JourneyBlock, verdict: Verdict, reason: Reason | null): string | null {
  if (verdict === 'pass') return null;
  const labels = Object.keys(outcomes) as OutcomeLabel[];
  const label = labels.find((each) => outcomeVerdicts[each] === verdict);
  const written = label && outcomes[label]?.trim();
  if (written) return written;
  // Their hint is to follow the block's line, and there is none.
  const isDeadEnd = reason?.code === 'expectation' || reason?.code === 'degraded';
  return (isDeadEnd ? '' : reason?.hint) || null;
}
