import type { PublicJourney } from '../schemas/public-status.ts';
import type { Verdict } from '../schemas/verdict.ts';

/** What is known of one block of a journey. */
export interface BlockProof {
  verdict: Verdict;
  /** ISO 8601. */
  provenAt: string;
  /** Milliseconds that it holds. */
  freshFor: number;
}

type Said = Pick<PublicJourney, 'verdict' | 'provenAt' | 'until'>;

const nothing: Said = { verdict: 'unknown', provenAt: null, until: null };

/**
 * What users are told of a journey by its blocks: `null` stands for one that never ran. A block that does not
 * apply here says nothing; one that could not tell, or never ran, takes good news away, and no bad ones.
 * `isWithheld`: the team has an incident open that is not public, and until it is, neither yes nor no is said.
 */
export function journeyVerdict(
  blocks: readonly (BlockProof | null)[],
  { now, isWithheld }: { now: number; isWithheld: boolean },
): Said {
  if (isWithheld) return nothing;
  const fresh = blocks.map((block) => (block && now <= endOf(block) ? block : null));
  const bad = (verdict: Verdict): BlockProof[] => fresh.flatMap((each) => (each?.verdict === verdict ? each : []));
  const [failing, degraded, passing] = [bad('fail'), bad('warn'), bad('pass')];
  // Bad news hold as long as the last of them does.
  if (failing.length > 0) return said('down', failing, Math.max);
  if (degraded.length > 0) return said('slow', degraded, Math.max);
  if (passing.length === 0 || fresh.some((each) => each === null || each.verdict === 'error')) return nothing;
  return said('works', passing, Math.min);
}

const endOf = ({ provenAt, freshFor }: BlockProof): number => Date.parse(provenAt) + freshFor;

function said(verdict: Said['verdict'], by: readonly BlockProof[], choose: (...ends: number[]) => number): Said {
  const iso = (time: number): string => new Date(time).toISOString();
  return {
    verdict,
    provenAt: iso(Math.min(...by.map(({ provenAt }) => Date.parse(provenAt)))),
    until: iso(choose(...by.map(endOf))),
  };
}
