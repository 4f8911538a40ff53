import type { PublicIncident, PublicStatus } from '../schemas/public-status.ts';
import type { PublicVerdict } from '../schemas/published.ts';

/** What users are told of one journey. */
export interface UserJourney {
  id: string;
  state: PublicVerdict;
  /** Open public incidents that touch it. */
  incidents: PublicIncident[];
}

/** What users are told: of everything, of each journey, and of what is not over. */
export interface UserStatus {
  state: PublicVerdict;
  journeys: UserJourney[];
  open: PublicIncident[];
}

/** The worst first. What is not known is worse than good news: nobody may take it for them. */
const byWeight = ['down', 'slow', 'unknown', 'works'] as const satisfies PublicVerdict[];

/** The worst of some; `unknown` where there is none. */
export function worstOf(states: readonly PublicVerdict[]): PublicVerdict {
  return byWeight.find((each) => states.includes(each)) ?? 'unknown';
}

/**
 * What users are told, from published verdicts and public incidents. The public sentence, the status page,
 * the banners and what the team reads on the internal site all come from here, so that none of them can
 * contradict another:
 *
 * - good news only where every journey was proven, the proof still holds, and no incident is open;
 * - an open incident is never better than its effect, whatever checks say, and never hides worse ones;
 * - what no longer holds is not known.
 *
 * `now` in milliseconds since 1970.
 */
export function userStatus(
  { journeys, incidents }: Pick<PublicStatus, 'journeys' | 'incidents'>,
  now: number,
): UserStatus {
  const open = incidents.filter(({ effect }) => effect !== null);
  const told = Object.entries(journeys).map(([id, { verdict, until }]): UserJourney => {
    const its = open.filter((incident) => incident.journeys.includes(id));
    const proven = until !== null && now <= Date.parse(until) ? verdict : 'unknown';
    return { id, state: worstOf([proven, ...its.flatMap(({ effect }) => effect ?? [])]), incidents: its };
  });
  const state = worstOf([...told.map((journey) => journey.state), ...open.flatMap(({ effect }) => effect ?? [])]);
  return { state, journeys: told, open };
}
