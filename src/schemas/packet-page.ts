import type { Escalation } from './escalation.ts';
import type { PacketFacts } from './packet.ts';
import type { Tree } from './tree.ts';

/** What a browser needs to make a packet: `/packet.json`. */
export interface PacketPageData {
  facts: PacketFacts;
  /** `null` in a tree without `escalation.yaml`. */
  escalation: Escalation | null;
  /** By id: pages with check blocks. */
  pages: Record<string, PacketPage>;
  /** By id. */
  trees: Record<string, Tree>;
  /** Where trees and journeys lie, from the root: their files are `<folder>/<id>.yaml`. */
  folders: { trees: string; journeys: string };
}

export interface PacketPage {
  title: string;
  /** Its file, from the root. */
  path: string;
  /** By `<page id>#<id>`. */
  blocks: Record<string, PacketBlock>;
}

/** What a packet says of a block besides its result. */
export interface PacketBlock {
  title: string;
  check: string;
  target: string | null;
  /** Whether it runs with a value of a person's, or else with the page's example. */
  asks: boolean;
}
