import { type CaseFacts, type FactName, factNames } from '../../schemas/case-facts.ts';
import type { PacketDraft } from '../../schemas/packet.ts';
import type { Subject } from './subject.ts';

export type Severity = NonNullable<PacketDraft['severity']>;

/** What a person has said of a case. */
export interface SaidCase {
  facts: CaseFacts;
  severity: Severity | null;
}

/** What is kept, and since when, in milliseconds since 1970. */
export interface KeptCase extends SaidCase {
  keptAt: number | null;
}

type Case = Pick<Subject, 'from' | 'key'>;

const keyOf = ({ from, key }: Case): string => `runlight-packet-${from.kind}-${from.id}-${key}`;
export const severities = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'] as const satisfies Severity[];

/** What this tab keeps of a case; nothing said where it keeps none. */
export function readKeptCase(its: Case): KeptCase {
  const facts: Partial<Record<FactName, string>> = {};
  let severity: Severity | null = null;
  let keptAt: number | null = null;
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(its)) ?? '{}') as Partial<Record<string, unknown>>;
    const told = (kept.facts ?? {}) as Partial<Record<string, unknown>>;
    for (const name of factNames) if (typeof told[name] === 'string') facts[name] = told[name];
    severity = severities.find((each) => each === kept.severity) ?? null;
    if (typeof kept.keptAt === 'number') keptAt = kept.keptAt;
  } catch {
    // Nothing that we kept.
  }
  return { facts, severity, keptAt };
}

/** Keeps a case in this tab, so that loading the page again loses nothing. Only what has been redacted may be given. */
export function keepCase(its: Case, said: SaidCase, now: number): boolean {
  try {
    sessionStorage.setItem(keyOf(its), JSON.stringify({ ...said, keptAt: now }));
    return true;
  } catch {
    return false;
  }
}

export function forgetCase(its: Case): void {
  try {
    sessionStorage.removeItem(keyOf(its));
  } catch {
    // Then nothing was kept.
  }
}
