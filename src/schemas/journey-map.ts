import type { Layer } from './layer-names.ts';

/** A journey's dependency map as it is drawn, from left to right. Plain data; lengths are CSS pixels. */
export interface JourneyMap {
  width: number;
  height: number;
  /** One for each layer that has parts, in the way of a request. */
  columns: MapColumn[];
  nodes: MapNode[];
  edges: MapEdge[];
}

export interface MapColumn {
  layer: Layer;
  x: number;
  width: number;
}

export interface MapNode {
  part: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Lines that fit. */
  name: string[];
  /** Lines that fit; none where the part has no provider. */
  provider: string[];
}

export interface MapEdge {
  from: string;
  to: string;
  /** `compared`: nothing needs `to`; the checks of `from` compare with it. */
  kind: 'needs' | 'compared';
  /** The `d` of an SVG path. */
  path: string;
}

/** Sizes that the drawing and its styles share. */
export const mapSizes = {
  node: 148,
  padding: 9,
  nameSize: 14,
  nameLine: 18,
  smallSize: 12,
  smallLine: 15,
  stateLine: 20,
  /** Room above the nodes for the names of the columns. */
  head: 34,
} as const;
