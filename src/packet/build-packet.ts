import { type Redacted, removedOf } from '../redact/redact.ts';
import type { RemovedKind } from '../redact/removed-kinds.ts';
import type { FactName } from '../schemas/case-facts.ts';
import type { PacketContent, PacketDraft, PacketWorld } from '../schemas/packet.ts';
import { dashboardLink } from '../text/dashboard-link.ts';
import { visible } from '../text/visible.ts';
import { hideCheck, hideDiagnosis, hideOutcome, hideWalked } from './hide-parts.ts';
import { missingFacts } from './missing-facts.ts';
import { parseTime } from './parse-time.ts';
import { isUnknown, said } from './said.ts';
import { splitList } from './split-list.ts';

/** Takes the secrets out of a text: `redact` as whoever makes a packet has prepared it (`openHide`). */
export type Hide = (text: string) => Redacted;

export interface BuildOptions {
  now: Date;
  /** `packetId(now)`. */
  id: string;
  hide: Hide;
}

/**
 * Makes what is handed on out of what was found and said. Every text that comes from other people is
 * redacted and made visible on its way; how often something was removed is told. What is missing is
 * named, never filled in.
 */
export function buildPacket(draft: PacketDraft, world: PacketWorld, { now, id, hide }: BuildOptions): PacketContent {
  const counts = new Map<RemovedKind, number>();
  const hideCounted = (text: string): string => {
    const { text: safe, removed } = hide(text);
    for (const { kind, count } of removed) counts.set(kind, (counts.get(kind) ?? 0) + count);
    return safe;
  };
  const clean = (text: string): string => {
    const safe = hideCounted(text.toWellFormed());
    const shown = visible(safe);
    // What was parted by a character that nobody sees may be a secret without it.
    return shown === safe ? safe : hideCounted(shown);
  };
  const text = (name: FactName): string | null => {
    const typed = said(draft.facts, name);
    return typed === null ? null : clean(typed);
  };
  const line = (name: FactName): string | null => text(name)?.replace(/\s+/g, ' ').trim() ?? null;
  const time = (name: FactName): number | null => {
    const typed = said(draft.facts, name);
    return typed === null || isUnknown(typed) ? null : parseTime(typed);
  };
  const missing = missingFacts(draft, now.getTime());
  const isMissing = (name: FactName): boolean => missing.some(({ fact }) => fact === name);
  const firstSeen = isMissing('firstSeen') ? null : time('firstSeen');
  const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

  const content: Omit<PacketContent, 'removed'> = {
    version: 1,
    id,
    createdAt: now.toISOString(),
    environment: draft.environment === null ? null : clean(draft.environment),
    from: {
      kind: draft.from.kind,
      id: clean(draft.from.id),
      title: clean(world.title),
      path: world.path,
      commit: world.commit,
      isChanged: world.changed.includes(world.path),
    },
    impact: line('impact'),
    severity: draft.outcome?.severity ?? draft.severity,
    firstSeen: iso(firstSeen),
    who: line('who'),
    howMany: line('howMany'),
    appVersion: line('appVersion'),
    platform: line('platform'),
    chain: line('chain'),
    reproduction: stepsOf(text('reproduction') ?? ''),
    expected: text('expected'),
    actual: text('actual'),
    hashes: splitList('hashes', text('hashes') ?? ''),
    orders: splitList('orders', text('orders') ?? ''),
    errorText: text('errorText'),
    path: draft.path.map((walked) => hideWalked(walked, clean)),
    diagnosis: draft.diagnosis && hideDiagnosis(draft.diagnosis, clean),
    checks: draft.checks.map((check) => ({
      ...hideCheck(check, clean),
      checkHash: own(world.checkHashes, check.check),
      dashboard: dashboardOf(check, world.dashboards, firstSeen),
    })),
    tried: text('tried'),
    ask: askOf(draft, clean, { line, by: isMissing('askBy') ? null : iso(time('askBy')) }),
    attach: (draft.outcome?.attach ?? []).map(clean),
    missing: missing.map(({ fact, question }) => ({ fact, question })),
  };
  return { ...content, removed: removedOf(counts) };
}

/** One step a line, without the numbers or marks that people put before them. */
function stepsOf(text: string): string[] {
  return text
    .split('\n')
    .map((step) => step.replace(/^\s*(?:\d{1,3}[.)]|[-*•])\s+/, '').trim())
    .filter((step) => step !== '');
}

function own(record: Readonly<Record<string, string>>, name: string | null): string | null {
  return name !== null && Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}

/** Shows from before the case was first seen, or before the check where that is not known, until after the check. */
function dashboardOf(
  check: PacketDraft['checks'][number],
  dashboards: PacketWorld['dashboards'],
  firstSeen: number | null,
): string | null {
  const link = own(dashboards, check.target);
  if (link === null) return null;
  const startedAt = Date.parse(check.startedAt);
  return dashboardLink(link, { from: Math.min(firstSeen ?? startedAt, startedAt), to: Date.parse(check.provenAt) });
}

/** The outcome says it; what a person asks for comes first, and fills what the outcome leaves open. */
function askOf(
  { outcome }: PacketDraft,
  clean: (text: string) => string,
  { line, by }: { line: (name: FactName) => string | null; by: string | null },
): PacketContent['ask'] {
  const asked = line('askFor');
  const of = line('askOf');
  const what = asked === null ? [] : [asked];
  if (outcome) {
    const told = hideOutcome(outcome, clean);
    return { ...told, what: [...what, ...told.what], by: told.by ?? by };
  }
  if (asked === null && of === null && by === null) return null;
  return { what, of: of === null ? null : { name: of, team: null }, channel: null, by, within: null, next: null };
}
