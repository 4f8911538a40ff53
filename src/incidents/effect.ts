import type { Incident, IncidentPhase } from '../schemas/incident.ts';

/**
 * What an incident does to the journeys that it touches, in a phase: a major function is `down`, a part of one
 * is `slow`; what is mended and watched is no longer down. `null` once it is resolved.
 */
export function effectIn(phase: IncidentPhase, severity: Incident['severity']): 'down' | 'slow' | null {
  if (phase === 'resolved') return null;
  return phase !== 'monitoring' && (severity === 'sev1' || severity === 'sev2') ? 'down' : 'slow';
}

/** What users may notice at all: a typing error takes nobody's good news away. */
export const isNoticed = (severity: Incident['severity']): boolean => severity !== 'sev4' && severity !== 'sev5';
