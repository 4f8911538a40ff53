import type { Tree } from '../schemas/tree.ts';
import { isAsking } from './graph.ts';

/** A choice of a node: what a line of the drawing stands for. */
export interface Edge {
  from: string;
  choice: string;
}

/** One place of the drawing: a node, or a reference to one that is drawn elsewhere. */
export interface OutlineItem {
  kind: 'node' | 'reference';
  /** Id of the node that is drawn or referred to. */
  node: string;
  /** The choice that leads here; `null` where a part begins. */
  edge: Edge | null;
  /** How many choices stand above it in its part. */
  level: number;
  children: OutlineItem[];
}

/** Nodes below this level begin a part of their own: further in, there is no room for their words. */
export const deepestLevel = 7;

/**
 * A tree as nested lists, in which every node and every choice stands exactly once. A node stands where
 * the fewest choices lead to it; others that lead to it refer to that place. The first part begins at the
 * tree's start; what is too deep for its part, or what nothing leads to, begins another one.
 */
export function outlineTree({ start, nodes }: Tree): OutlineItem[] {
  const placed = new Map<string, Edge | null>();
  const parts: string[] = [];
  const tooDeep: string[] = [];
  const edgesOf = (id: string): { edge: Edge; to: string }[] => {
    const node = Object.hasOwn(nodes, id) ? nodes[id] : undefined;
    if (!node || !isAsking(node)) return [];
    return Object.entries(node.choices).flatMap(([choice, { to }]) =>
      Object.hasOwn(nodes, to) ? [{ edge: { from: id, choice }, to }] : [],
    );
  };

  const placeFrom = (root: string): void => {
    if (placed.has(root) || !Object.hasOwn(nodes, root)) return;
    placed.set(root, null);
    parts.push(root);
    let level = [root];
    for (let depth = 1; level.length > 0; depth += 1) {
      const next: string[] = [];
      for (const { edge, to } of level.flatMap(edgesOf)) {
        if (placed.has(to)) continue;
        if (depth === deepestLevel && edgesOf(to).length > 0) tooDeep.push(to);
        else {
          placed.set(to, edge);
          next.push(to);
        }
      }
      level = next;
    }
  };
  for (const root of [start, ...Object.keys(nodes)]) {
    placeFrom(root);
    for (let deep = tooDeep.shift(); deep !== undefined; deep = tooDeep.shift()) placeFrom(deep);
  }

  const itemOf = (node: string, edge: Edge | null, level: number): OutlineItem => {
    const its = placed.get(node);
    const isHere = edge === null || (its?.from === edge.from && its.choice === edge.choice);
    return {
      kind: isHere ? 'node' : 'reference',
      node,
      edge,
      level,
      children: isHere ? edgesOf(node).map((each) => itemOf(each.to, each.edge, level + 1)) : [],
    };
  };
  return parts.map((root) => itemOf(root, null, 0));
}
