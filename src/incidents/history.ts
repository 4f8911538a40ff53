import type { PublicIncident } from '../schemas/public-status.ts';

/** One day of a journey, in UTC. */
export interface Day {
  /** `YYYY-MM-DD`. */
  day: string;
  /** The worst that an incident did on it; `null` on a day without one. */
  effect: 'down' | 'slow' | null;
  /** Ids of the incidents. */
  incidents: string[];
}

const dayLength = 24 * 60 * 60_000;

/** The last `count` days of a journey by its public incidents, the oldest first, today the last. `now` in milliseconds since 1970. */
export function history(incidents: readonly PublicIncident[], journey: string, now: number, count = 90): Day[] {
  const its = incidents.filter(({ journeys }) => journeys.includes(journey));
  const today = Math.floor(now / dayLength) * dayLength;
  return Array.from({ length: count }, (_, index): Day => {
    const from = today - (count - 1 - index) * dayLength;
    const touching = its.flatMap(({ id, spans }) =>
      spans
        .filter(
          (span) => Date.parse(span.from) < from + dayLength && (span.to === null ? now : Date.parse(span.to)) > from,
        )
        .map(({ effect }) => ({ id, effect })),
    );
    const effects = touching.map(({ effect }) => effect);
    return {
      day: new Date(from).toISOString().slice(0, 10),
      effect: effects.includes('down') ? 'down' : (effects[0] ?? null),
      incidents: [...new Set(touching.map(({ id }) => id))],
    };
  });
}
