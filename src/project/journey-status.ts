import type { BlockProof } from '../incidents/journey-verdict.ts';
import { publicStatus } from '../incidents/public-status.ts';
import type { Incidents } from '../schemas/incident.ts';
import type { Journey } from '../schemas/journey.ts';
import type { Page } from '../schemas/page.ts';
import type { PublicStatus } from '../schemas/public-status.ts';

export interface StatusTree {
  journeys: ReadonlyMap<string, Journey>;
  incidents: Incidents;
  pages: readonly Page[];
}

/** What users may know now, from a tree and the last proofs of its blocks. `now` in milliseconds since 1970. */
export function statusOf(
  { journeys, incidents, pages }: StatusTree,
  proofs: Readonly<Record<string, BlockProof>>,
  now: number,
): PublicStatus {
  return publicStatus(
    { journeys, incidents: incidents.values(), blocksOf: blocksByJourney(journeys, pages), proofs },
    now,
  );
}

/** The blocks that tell of a journey: those of its parts, as on the board, and those of its articles, which users see. */
function blocksByJourney(journeys: ReadonlyMap<string, Journey>, pages: readonly Page[]): Map<string, string[]> {
  const there = new Set(pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
  return new Map(
    [...journeys].map(([id, { parts }]) => {
      const named = parts.flatMap(({ checks }) => checks.map(({ block }) => block));
      const articles = pages
        .filter(({ frontmatter }) => frontmatter.audience === 'public' && frontmatter.journeys.includes(id))
        .flatMap(({ blocks }) => blocks.map((block) => block.id));
      return [id, [...new Set([...named, ...articles])].filter((block) => there.has(block))];
    }),
  );
}
