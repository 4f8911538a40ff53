import type { PublicIncident } from '../schemas/public-status.ts';
import type { PublicText } from '../schemas/public-text.ts';

/** A public word about an incident. */
export interface FeedEntry {
  /** Stays the same when a text is corrected; a phase that comes twice is told twice, within a minute, too. */
  id: string;
  incident: PublicIncident;
  phase: PublicIncident['phase'];
  /** ISO 8601. */
  at: string;
  text: PublicText;
}

/** Every public word about incidents, the newest first. */
export function feedEntries(incidents: readonly PublicIncident[]): FeedEntry[] {
  const entries = incidents.flatMap((incident) => {
    const times = new Map<string, number>();
    return incident.updates.flatMap(({ phase, at, text }): FeedEntry[] => {
      if (text === null) return [];
      const id = `${incident.id}-${phase}-${at}`;
      const nth = (times.get(id) ?? 0) + 1;
      times.set(id, nth);
      return [{ id: nth === 1 ? id : `${id}-${nth}`, incident, phase, at, text }];
    });
  });
  // Of two in one minute the later one stands later in its record.
  return entries.toReversed().sort((a, b) => b.at.localeCompare(a.at));
}
