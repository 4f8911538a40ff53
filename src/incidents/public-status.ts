import { type Incident, isOpen } from '../schemas/incident.ts';
import type { Journey } from '../schemas/journey.ts';
import type { PublicStatus } from '../schemas/public-status.ts';
import { isNoticed } from './effect.ts';
import { type BlockProof, journeyVerdict } from './journey-verdict.ts';
import { publicIncident } from './public-incident.ts';
import { userStatus } from './user-status.ts';

export interface StatusSource {
  journeys: ReadonlyMap<string, Journey>;
  /** The newest first. */
  incidents: Iterable<Incident>;
  /** The blocks that tell of each journey. */
  blocksOf: ReadonlyMap<string, readonly string[]>;
  /** What is known of blocks, by id. */
  proofs: Readonly<Record<string, BlockProof>>;
}

/** What users may know, from what the team knows: the one place where that is decided. `now` in milliseconds since 1970. */
export function publicStatus({ journeys, incidents, blocksOf, proofs }: StatusSource, now: number): PublicStatus {
  const all = [...incidents];
  const named = [...journeys].flatMap(([id, { publicName }]) => (publicName ? [[id, publicName] as const] : []));
  const isWithheld = (id: string): boolean =>
    all.some((each) => !each.public && isOpen(each) && isNoticed(each.severity) && each.journeys.includes(id));
  const told = {
    journeys: Object.fromEntries(
      named.map(([id, name]) => {
        const blocks = (blocksOf.get(id) ?? []).map((block) => proofs[block] ?? null);
        return [id, { name, ...journeyVerdict(blocks, { now, isWithheld: isWithheld(id) }) }];
      }),
    ),
    incidents: all.flatMap(
      (incident) => publicIncident(incident, (id) => journeys.get(id)?.publicName !== undefined) ?? [],
    ),
  };
  return { version: 1, publishedAt: new Date(now).toISOString(), state: userStatus(told, now).state, ...told };
}
