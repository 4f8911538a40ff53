import type { AskingNode, TreeNode, Trees } from '../schemas/tree.ts';

/** A node of one of the trees. */
export interface Place {
  tree: string;
  node: string;
}

export const samePlace = (a: Place, b: Place): boolean => a.tree === b.tree && a.node === b.node;

/** One text for a place, the same for every reader: `tree#node`. */
export const placeId = ({ tree, node }: Place): string => `${tree}#${node}`;

/** A place as people of one tree call it: its own nodes by their id, others as `tree#node`. */
export const nameIn = (tree: string, place: Place): string => (place.tree === tree ? place.node : placeId(place));

export function nodeAt(trees: Trees, { tree, node }: Place): TreeNode | null {
  const nodes = trees.get(tree)?.nodes;
  return nodes && Object.hasOwn(nodes, node) ? (nodes[node] ?? null) : null;
}

export const isAsking = (node: TreeNode): node is AskingNode => node.kind === 'question' || node.kind === 'check';

/** Where a link into another tree leads; `null` where there is no such tree. */
export function linkTarget(trees: Trees, link: string): Place | null {
  const [tree = '', node] = link.split('#');
  const start = node ?? trees.get(tree)?.start;
  return start === undefined ? null : { tree, node: start };
}

/** The places that a node leads to, with the choice that does. Places that do not exist are left out. */
export function edgesFrom(trees: Trees, place: Place): { to: Place; choice: string | null }[] {
  const node = nodeAt(trees, place);
  if (!node || node.kind === 'outcome') return [];
  const edges =
    node.kind === 'tree'
      ? [{ to: linkTarget(trees, node.tree), choice: null }]
      : Object.entries(node.choices).map(([choice, { to }]) => ({ to: { tree: place.tree, node: to }, choice }));
  return edges.flatMap(({ to, choice }) => (to && nodeAt(trees, to) ? [{ to, choice }] : []));
}

/** Everything that can be reached from a place, itself included. */
export function reachableFrom(trees: Trees, from: Place): Map<string, Place> {
  const seen = new Map<string, Place>();
  const waiting = [from];
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    if (seen.has(placeId(place)) || !nodeAt(trees, place)) continue;
    seen.set(placeId(place), place);
    waiting.push(...edgesFrom(trees, place).map(({ to }) => to));
  }
  return seen;
}
