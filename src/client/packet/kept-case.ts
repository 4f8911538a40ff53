import { type CaseFacts, type FactName, factNames } from '../../schemas/case-facts.ts';
import type { PacketDraft } from '../../schemas/packet.ts';

export type Severity = NonNullable<PacketDraft['severity']>;

/** What a person has said of a case. */
export interface SaidCase {
  facts: CaseFacts;
  severity: Severity | null;
}

const keyOf = ({ kind, id }: PacketDraft['from']): string => `runlight-packet-${kind}-${id}`;
export const severities = ['sev1', 'sev2', 'sev3', 'sev4', 'sev5'] as const satisfies Severity[];

/** What this tab keeps of a case; nothing said where it keeps none. */
export function readKeptCase(from: PacketDraft['from']): SaidCase {
  const facts: Partial<Record<FactName, string>> = {};
  let severity: Severity | null = null;
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(from)) ?? '{}') as Partial<Record<string, unknown>>;
    const told = (kept.facts ?? {}) as Partial<Record<string, unknown>>;
    for (const name of factNames) if (typeof told[name] === 'string') facts[name] = told[name];
    severity = severities.find((each) => each === kept.severity) ?? null;
  } catch {
    // Nothing that we kept.
  }
  return { facts, severity };
}

/** Keeps a case in this tab, so that loading the page again loses nothing. Only what has been redacted may be given. */
export function keepCase(from: PacketDraft['from'], said: SaidCase): boolean {
  try {
    sessionStorage.setItem(keyOf(from), JSON.stringify(said));
    return true;
  } catch {
    return false;
  }
}

export function forgetCase(from: PacketDraft['from']): void {
  try {
    sessionStorage.removeItem(keyOf(from));
  } catch {
    // Then nothing was kept.
  }
}
