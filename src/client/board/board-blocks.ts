import type { BoardBlock, BoardData } from '../../schemas/board-data.ts';

/** Every block of the tree once, in the order of its pages. */
export function boardBlocks({ pages }: BoardData): BoardBlock[] {
  return Object.entries(pages).flatMap(([page, { title: pageTitle, journeys, area, freshFor, blocks }]) =>
    Object.entries(blocks).map(([id, { title, layer, target, provider }]) => ({
      id: `${page}#${id}`,
      title,
      page,
      pageTitle,
      journeys,
      area,
      layer,
      target,
      provider,
      freshFor,
    })),
  );
}
