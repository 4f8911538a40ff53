import type { Trees } from '../schemas/tree.ts';
import { suggest } from '../text/nearest.ts';
import type { TreeFinding } from './finding.ts';
import { edgesFrom, isAsking, linkTarget, nameIn, nodeAt, type Place, placeId, reachableFrom } from './graph.ts';

/**
 * As many answers as a person still follows on a phone: the path stays in sight, one line of 44 px an
 * answer, and twelve of them beside a question fill the screen.
 */
export const deepest = 12;

/** What is wrong with the way through: names that lead nowhere, dead ends, loops, what nobody reaches, depth. */
export function judgeShape(trees: Trees): TreeFinding[] {
  const loops = findLoops(trees);
  // Where a walk may go round, there is no longest way.
  return [
    ...findNames(trees),
    ...findDeadEnds(trees),
    ...loops,
    ...findUnreached(trees),
    ...(loops.length > 0 ? [] : findDepth(trees)),
  ];
}

function findNames(trees: Trees): TreeFinding[] {
  const findings: TreeFinding[] = [];
  const unknown = (tree: string, at: string[], name: string, known: readonly string[]): void => {
    findings.push({
      tree,
      at,
      code: 'unknown-node',
      message: `There is no node \`${name}\` here.${suggest(name, known)}`,
    });
  };
  for (const [tree, { start, nodes }] of trees) {
    const known = Object.keys(nodes);
    if (!Object.hasOwn(nodes, start)) unknown(tree, ['start'], start, known);
    for (const [id, node] of Object.entries(nodes)) {
      if (isAsking(node)) {
        for (const [choice, { to }] of Object.entries(node.choices))
          if (!Object.hasOwn(nodes, to)) unknown(tree, ['nodes', id, 'choices', choice, 'to'], to, known);
      } else if (node.kind === 'tree') {
        const [name = '', target] = node.tree.split('#');
        const other = trees.get(name);
        if (!other)
          findings.push({
            tree,
            at: ['nodes', id, 'tree'],
            code: 'unknown-tree',
            message: `There is no tree \`${name}\`.${suggest(name, [...trees.keys()])}`,
          });
        else if (target !== undefined && !Object.hasOwn(other.nodes, target))
          findings.push({
            tree,
            at: ['nodes', id, 'tree'],
            code: 'unknown-node',
            message: `The tree \`${name}\` has no node \`${target}\`.${suggest(target, Object.keys(other.nodes))}`,
          });
      }
    }
  }
  return findings;
}

function findDeadEnds(trees: Trees): TreeFinding[] {
  return [...trees].flatMap(([tree, { nodes }]) =>
    Object.entries(nodes).flatMap(([id, node]): TreeFinding[] =>
      isAsking(node) && Object.keys(node.choices).length === 0
        ? [
            {
              tree,
              at: ['nodes', id],
              code: 'dead-end',
              message: `\`${id}\` has no choices: whoever comes here gets no further. Every way ends in an outcome.`,
            },
          ]
        : [],
    ),
  );
}

/** Each way back to a node that lies on it, once, at the choice or link that closes the circle. */
function findLoops(trees: Trees): TreeFinding[] {
  const findings: TreeFinding[] = [];
  const done = new Set<string>();
  const onWay: Place[] = [];
  const visit = (place: Place): void => {
    if (done.has(placeId(place))) return;
    onWay.push(place);
    for (const { to, choice } of edgesFrom(trees, place)) {
      const first = onWay.findIndex((each) => placeId(each) === placeId(to));
      if (first === -1) {
        visit(to);
        continue;
      }
      const circle = [...onWay.slice(first), to].map((each) => `\`${nameIn(place.tree, each)}\``).join(' → ');
      findings.push({
        tree: place.tree,
        at: choice === null ? ['nodes', place.node, 'tree'] : ['nodes', place.node, 'choices', choice, 'to'],
        code: 'tree-loop',
        message: `This leads back to where the walk has been: ${circle}. Answers must not go in a circle.`,
      });
    }
    onWay.pop();
    done.add(placeId(place));
  };
  for (const [tree, { start, nodes }] of trees)
    for (const node of [start, ...Object.keys(nodes)]) if (nodeAt(trees, { tree, node })) visit({ tree, node });
  return findings;
}

function findUnreached(trees: Trees): TreeFinding[] {
  const reached = new Set<string>();
  for (const [tree, { start }] of trees)
    for (const id of reachableFrom(trees, { tree, node: start }).keys()) reached.add(id);
  return [...trees].flatMap(([tree, { start, nodes }]) =>
    // Without a start nothing is reached; that the start is wrong says it all.
    Object.hasOwn(nodes, start)
      ? Object.keys(nodes)
          .filter((node) => !reached.has(placeId({ tree, node })))
          .map(
            (node): TreeFinding => ({
              tree,
              at: ['nodes', node],
              code: 'unreachable-node',
              message: `No answer leads to \`${node}\`. Let a choice lead to it, or remove it.`,
            }),
          )
      : [],
  );
}

function findDepth(trees: Trees): TreeFinding[] {
  const known = new Map<string, Place[]>();
  /** The longest way of asking nodes from here to an end. */
  const longest = (place: Place): Place[] => {
    const before = known.get(placeId(place));
    if (before) return before;
    const node = nodeAt(trees, place);
    const rest = edgesFrom(trees, place)
      .map(({ to }) => longest(to))
      .reduce<Place[]>((best, way) => (way.length > best.length ? way : best), []);
    const way = node && isAsking(node) ? [place, ...rest] : rest;
    known.set(placeId(place), way);
    return way;
  };
  return [...trees.keys()].flatMap((tree): TreeFinding[] => {
    const start = linkTarget(trees, tree);
    const way = start ? longest(start) : [];
    if (way.length <= deepest) return [];
    return [
      {
        tree,
        at: ['start'],
        code: 'tree-too-deep',
        message: `The longest way takes ${way.length} answers, down to \`${nameIn(tree, way.at(-1) ?? { tree, node: '' })}\`; at most ${deepest} can be followed on a phone, where the path must stay in sight. Ask what divides most first, or join two questions.`,
      },
    ];
  });
}
