import type { Trees } from '../../schemas/tree.ts';
import { isAsking, linkTarget, nodeAt, type Place } from '../../trees/graph.ts';
import type { Walk } from '../../trees/walk.ts';

/** Every place that a walk has passed, in order, with the links into other trees on its way; the last is where it stands. */
export function passedPlaces(trees: Trees, { tree, steps, at }: Walk): Place[] {
  const start = linkTarget(trees, tree);
  const passed: Place[] = start ? followed(trees, start) : [];
  for (const step of steps) {
    const node = nodeAt(trees, step);
    const to = node && isAsking(node) ? node.choices[step.answer]?.to : undefined;
    if (to !== undefined) passed.push(...followed(trees, { tree: step.tree, node: to }));
  }
  return passed.length > 0 ? passed : [at];
}

/** A place, and what its link leads to. */
function followed(trees: Trees, from: Place): Place[] {
  const places = [from];
  for (let hops = 0; hops <= trees.size; hops += 1) {
    const node = nodeAt(trees, places.at(-1) ?? from);
    const next = node?.kind === 'tree' ? linkTarget(trees, node.tree) : null;
    if (!next) break;
    places.push(next);
  }
  return places;
}
