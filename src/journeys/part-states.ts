import type { PartEvidence, PartState } from '../schemas/diagnosis.ts';
import type { Part, PartCheck } from '../schemas/journey.ts';
import { reasonsInRows } from '../schemas/reasons-in-rows.ts';
import { type Verdict, verdicts, worse } from '../schemas/verdict-order.ts';
import { showValue } from '../text/show-value.ts';
import type { Finding, Findings } from './finding.ts';

/** How a part is, and what says so. */
export interface JudgedPart {
  state: PartState;
  /** What its blocks found, the worst first; empty where they found nothing. */
  evidence: PartEvidence[];
  /** Why nothing is known, in a sentence; `null` where something is. */
  unknownBecause: string | null;
}

/** What one check says of a part: a verdict, or why it says nothing. */
type Said =
  | { verdict: 'pass' | 'warn' | 'fail'; evidence: PartEvidence }
  /** `isSilent`: it may be left out where another check of the part speaks. */
  | { verdict: null; why: string; isSilent: boolean };

type StateOf = (part: string) => { name: string; state: PartState } | null;

/** How bad a state or a verdict is: what is as bad as another may explain it. */
export const badness = { healthy: 0, unknown: 0, degraded: 1, failing: 2 } as const satisfies Record<PartState, number>;
const badnessOf: Record<Verdict, number> = { pass: 0, skip: 0, error: 0, warn: 1, fail: 2 };

/**
 * The state of every part, by id: failing or degraded as its worst check says; unknown where a check
 * that asks the part itself could not tell (`skip`, `error`, stale, never run) or nothing looks at it;
 * else healthy. A bad verdict that was seen through a part which is as bad says nothing; nor does a
 * comparison with one, or a watcher that gives no answer.
 */
export function partStates(parts: readonly Part[], findings: Findings): ReadonlyMap<string, JudgedPart> {
  const byId = new Map(parts.map((part) => [part.id, part]));
  const judged = new Map<string, JudgedPart>();
  const open = new Set<string>();

  function judge(part: Part): JudgedPart {
    const known = judged.get(part.id);
    if (known) return known;
    open.add(part.id);
    const stateOf: StateOf = (id) => {
      const other = byId.get(id);
      // Two that are checked with each other are a mistake, told by `lint`; each is then believed.
      return other && !open.has(id) ? { name: other.name, state: judge(other).state } : null;
    };
    const said = part.checks.map((check) =>
      seenThrough(part.seenThrough, stateOf, listen(check, findings.get(check.block), stateOf)),
    );
    open.delete(part.id);
    const result = combine(said);
    judged.set(part.id, result);
    return result;
  }
  for (const part of parts) judge(part);
  return judged;
}

function listen(check: PartCheck, finding: Finding | undefined, stateOf: StateOf): Said {
  if (!finding) return mute(`The block \`${check.block}\` was not run.`);
  const { title, verdict, reason, isStale } = finding;
  if (isStale) return mute(`The proof “${title}” is stale.`);
  if (check.kind === 'watched') return hear(check, finding);
  if (verdict === 'skip' || verdict === 'error') return mute(reason?.message ?? `“${title}” could not tell.`);
  const said: Said = { verdict, evidence: evidenceOf(check, finding, verdict, reason?.message ?? null) };
  if (check.kind === 'asked' || verdict === 'pass') return said;
  return compare(check, finding, stateOf(check.comparedWith), said);
}

const mute = (why: string, isSilent = false): Said => ({ verdict: null, why, isSilent });

/** Of a watcher only what it says of the part counts. */
function hear(check: Extract<PartCheck, { kind: 'watched' }>, finding: Finding): Said {
  const rows = rowsThatTell(finding).filter(({ name, value }) => check.readings.includes(name) && value !== null);
  if (rows.length === 0) return mute(`“${finding.title}”: who watches it gave no answer.`, true);
  return byRows(check, finding, rows);
}

/** Rows that compare with a part which is as bad as they are, or that could not be taken for it, do not count. */
function compare(
  check: Extract<PartCheck, { kind: 'compared' }>,
  finding: Finding,
  other: ReturnType<StateOf>,
  said: Said,
): Said {
  const isInRows = finding.reason === null || reasonsInRows.includes(finding.reason.code);
  if (!other || badness[other.state] === 0 || !isInRows) return said;
  const dropped = finding.readings.filter(
    (row) =>
      check.readings.includes(row.name) && row.verdict !== 'pass' && badnessOf[row.verdict] <= badness[other.state],
  );
  if (dropped.length === 0) return said;
  const kept = rowsThatTell(finding).filter((row) => !dropped.includes(row));
  if (kept.length === 0)
    return mute(`“${finding.title}” compares with the part “${other.name}”, which is ${other.state} itself.`, true);
  return byRows(check, finding, kept);
}

function rowsThatTell({ readings }: Finding): Finding['readings'] {
  return readings.filter(({ verdict }) => verdict !== 'skip' && verdict !== 'error');
}

function byRows(check: PartCheck, finding: Finding, rows: Finding['readings']): Said {
  const verdict = rows.reduce<Verdict>((worst, row) => worse(worst, row.verdict), 'pass');
  const bad = rows.filter((row) => row.verdict === verdict && verdict !== 'pass');
  const message = bad.map(
    ({ name, value, unit, healthy }) => `\`${name}\` is ${showValue(value, unit)}, healthy is ${healthy}`,
  );
  return {
    verdict: verdict === 'warn' || verdict === 'fail' ? verdict : 'pass',
    evidence: evidenceOf(check, finding, verdict, bad.length === 0 ? null : `${message.join('; ')}.`),
  };
}

function evidenceOf({ block }: PartCheck, finding: Finding, verdict: Verdict, message: string | null): PartEvidence {
  const { title, step, provenAt } = finding;
  return { block, title, verdict, message, step: verdict === 'pass' ? null : step, provenAt };
}

function seenThrough(through: readonly string[], stateOf: StateOf, said: Said): Said {
  if (said.verdict === null || said.verdict === 'pass') return said;
  for (const id of through) {
    const other = stateOf(id);
    if (other && badness[other.state] >= badnessOf[said.verdict])
      return mute(`It is seen through the part “${other.name}”, which is ${other.state} itself.`, true);
  }
  return said;
}

function combine(all: readonly Said[]): JudgedPart {
  const spoken = all.flatMap((said) => (said.verdict === null ? [] : said));
  const missing = all.flatMap((said) =>
    said.verdict === null && (!said.isSilent || spoken.length === 0) ? said.why : [],
  );
  const evidence = spoken
    .map((said) => said.evidence)
    .sort((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict));
  const has = (verdict: Verdict): boolean => spoken.some((said) => said.verdict === verdict);
  if (has('fail')) return { state: 'failing', evidence, unknownBecause: null };
  if (has('warn')) return { state: 'degraded', evidence, unknownBecause: null };
  if (all.length > 0 && missing.length === 0) return { state: 'healthy', evidence, unknownBecause: null };
  return { state: 'unknown', evidence, unknownBecause: missing[0] ?? 'No check looks at it.' };
}
