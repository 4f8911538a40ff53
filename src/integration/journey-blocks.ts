import type { Project } from '../project/load.ts';
import type { JourneyBlock } from '../schemas/journeys-data.ts';

/** The blocks that the tree's journeys name, with what their pages say of them. */
export function journeyBlocks({ journeys, pages, config }: Project): Record<string, JourneyBlock> {
  const named = new Set(
    [...journeys.values()].flatMap(({ parts }) => parts.flatMap(({ checks }) => checks.map(({ block }) => block))),
  );
  return Object.fromEntries(
    pages.flatMap((page) =>
      page.blocks
        .filter(({ id }) => named.has(id))
        .map(({ id, title, outcomes }): [string, JourneyBlock] => [
          id,
          { title, page: page.id, freshFor: page.frontmatter.freshFor ?? config.freshFor, outcomes },
        ]),
    ),
  );
}
