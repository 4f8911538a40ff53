import type { PacketPageData } from '../../schemas/packet-page.ts';
import type { Trees } from '../../schemas/tree.ts';
import { nameIn, nodeAt } from '../../trees/graph.ts';
import { outcomeOf } from '../../trees/outcome.ts';
import { pathOf, resumeWalk, standOf, type Walk } from '../../trees/walk.ts';
import { readWalk, writeWalk } from '../../trees/walk-address.ts';
import { readKeptWalk } from '../walk/kept-walk.ts';
import { checksOf } from './check-of-view.ts';
import { environmentOf } from './environment-of.ts';
import type { Subject } from './subject.ts';

/**
 * A packet of a walk through a tree: as this tab has kept it, with its reasons and what its checks said; else
 * as the address says it. `null` where there is no such tree, or no walk through it.
 */
export function treeSubject(
  id: string,
  address: string | null,
  { data, base, now }: { data: PacketPageData; base: string; now: number },
): Subject | null {
  const trees: Trees = new Map(Object.entries(data.trees));
  const tree = trees.get(id);
  const found = tree && walkOf(id, address, trees);
  if (!tree || !found) return null;
  const { walk, changed } = found;
  const written = writeWalk(walk);
  const stand = standOf(trees, walk);
  const outcome =
    stand.kind === 'outcome' && data.escalation
      ? outcomeOf(nameIn(id, stand.place), stand.node, data.escalation, new Date(found.reachedAt ?? now))
      : null;
  /** The blocks that this walk has passed. */
  const passed = walk.steps.flatMap((step) => {
    const node = nodeAt(trees, step);
    if (node?.kind !== 'check') return [];
    return typeof node.check === 'string' ? [node.check] : [`trees/${step.tree}#${step.node}`];
  });
  const seen = new Set(found.checks.map(({ block }) => block));
  return {
    from: { kind: 'triage', id },
    key: written,
    title: tree.title,
    path: `${data.folders.trees}/${id}.yaml`,
    href: `${base}trees/${id}/?walk=${written}`,
    found: (live) => ({
      environment: environmentOf(live),
      outcome,
      path: pathOf(walk),
      diagnosis: null,
      checks: [
        ...found.checks,
        ...checksOf(
          passed.filter((block) => !seen.has(block)),
          data,
          live,
        ),
      ],
    }),
    note: () => {
      const open = outcome === null ? 'The walk has not come to an end yet: go on there, and come back.' : '';
      return [changed ?? '', open].filter((each) => each !== '').join(' ');
    },
  };
}

function walkOf(id: string, address: string | null, trees: Trees) {
  const kept = readKeptWalk(id);
  const isKept = kept !== null && (address === null || writeWalk(kept.walk) === address);
  const walk: Walk | null = isKept ? kept.walk : address === null ? null : readWalk(address, trees, id);
  const resumed = walk && resumeWalk(trees, walk);
  if (!resumed) return null;
  return {
    ...resumed,
    checks: isKept ? kept.checks : [],
    reachedAt: isKept && resumed.changed === null ? kept.reachedAt : null,
  };
}
