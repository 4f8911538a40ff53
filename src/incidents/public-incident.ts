import { type Incident, phaseOf } from '../schemas/incident.ts';
import type { PublicIncident } from '../schemas/public-status.ts';
import { effectIn } from './effect.ts';

/** What users may know of an incident, named key by key; `null` for one that is not public. */
export function publicIncident(incident: Incident, isPublicJourney: (id: string) => boolean): PublicIncident | null {
  const { id, severity, headline, workaround, journeys, status } = incident;
  if (!incident.public || headline === undefined) return null;
  const phase = phaseOf(incident);
  return {
    id,
    phase,
    effect: effectIn(phase, severity),
    headline,
    workaround: workaround ?? null,
    journeys: journeys.filter(isPublicJourney),
    startedAt: iso(status[0]?.at ?? ''),
    resolvedAt: phase === 'resolved' ? iso(status.at(-1)?.at ?? '') : null,
    updates: status.map((step) => ({ phase: step.phase, at: iso(step.at), text: step.text ?? null })),
    spans: spansOf(incident),
  };
}

function spansOf({ status, severity }: Incident): PublicIncident['spans'] {
  return status.flatMap(({ phase, at }, index) => {
    const effect = effectIn(phase, severity);
    const next = status[index + 1];
    // A phase that another one follows within its minute did nothing of its own.
    return effect === null || next?.at === at ? [] : [{ from: iso(at), to: next ? iso(next.at) : null, effect }];
  });
}

const iso = (at: string): string => new Date(at).toISOString();
