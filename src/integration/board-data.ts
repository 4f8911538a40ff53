import type { BoardData } from '../schemas/board-data.ts';
import { navigation } from './sidebar.ts';
import type { SiteData } from './site-data.ts';

/** The pages that have check blocks. A translation's blocks are its source's, and stand there. */
export function boardData(site: SiteData): BoardData {
  const { areas, topics } = navigation(site);
  const sections = [
    ...areas.map(({ slug, pages }) => ({ area: slug, pages })),
    ...topics.map(({ pages }) => ({ area: 'help', pages })),
  ];
  const pages = sections.flatMap(({ area, pages: inIt }) =>
    inIt.flatMap(({ id, title }): [string, BoardData['pages'][string]][] => {
      const { internal, freshFor } = site.pages[id] ?? {};
      const blocks = Object.entries(internal?.blocks ?? {});
      if (!internal || freshFor === undefined || blocks.length === 0) return [];
      return [
        [
          id,
          {
            title,
            journeys: internal.journeys,
            area,
            freshFor,
            blocks: Object.fromEntries(
              blocks.map(([block, about]) => [
                block.slice(id.length + 1),
                { title: about.title, layer: about.layer, target: about.target, provider: about.provider },
              ]),
            ),
          },
        ],
      ];
    }),
  );
  return { pages: Object.fromEntries(pages) };
}
