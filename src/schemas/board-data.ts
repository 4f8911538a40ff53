import type { Layer } from './layer.ts';

/** What the desk and the board know of the tree without any results: `/board.json`. */
export interface BoardData {
  /** By page id, in the order in which people see them: runbooks by area, then articles. */
  pages: Record<string, BoardPage>;
}

export interface BoardPage {
  title: string;
  journeys: string[];
  /** The folder of `runbooks/` that the page stands in, or `help`. */
  area: string;
  /** Milliseconds that a proof of its blocks stays fresh, where the proof does not say it. */
  freshFor: number;
  /** By the part of a block's id that follows `#`. */
  blocks: Record<string, { title: string; layer: Layer | null; target: string | null; provider: string | null }>;
}

/** One block with what its page says of it. */
export interface BoardBlock {
  /** `<page id>#<id>`. */
  id: string;
  title: string;
  page: string;
  pageTitle: string;
  journeys: readonly string[];
  area: string;
  layer: Layer | null;
  target: string | null;
  /** Its name, as people know it. */
  provider: string | null;
  freshFor: number;
}
