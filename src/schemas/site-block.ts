import type { Layer } from './layer.ts';

/** A block's table as its page says it, for translations of that page. */
export interface SiteRow {
  reading: string;
  healthy: string;
  degraded: string | null;
  meaning: string | null;
}

/** What a card's header says besides what its own file does. */
export interface SiteBlock {
  /** In the words of the page that the block stands in, not of its translations. */
  title: string;
  layer: Layer | null;
  target: string | null;
  provider: string | null;
  check: string;
  /** Whether it runs with a value of a person's, or else with the page's example. */
  asks: boolean;
  /** The journeys whose parts it tells of; `null` where the tree has no journeys of its own, and the page's go for it. */
  journeys: string[] | null;
  /** `null` where no page needs it. */
  rows: SiteRow[] | null;
}
