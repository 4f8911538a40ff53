import { parseExpectation } from '../checks/expectation.ts';
import { frontmatterSchema } from '../schemas/frontmatter.ts';
import type { Block, Page, Row } from '../schemas/page.ts';
import type { InlineCheck, TreeNode } from '../schemas/tree.ts';
import { type Place, placeId, reachableFrom } from '../trees/graph.ts';
import { folders } from './folders.ts';
import type { Project } from './load.ts';

/** The page that a tree's own checks stand on; `GET /api/v1/blocks?page=` knows it, too. */
export const treePageId = (tree: string): string => `trees/${tree}`;

type CheckNode = Extract<TreeNode, { kind: 'check' }>;

/**
 * What the check nodes of a tree run, and those of the trees that it leads to: each block once. All nodes
 * count, as a walk may begin at any of them.
 */
export function blocksOfTree(project: Project, tree: string): { page: Page; block: Block }[] {
  const { trees } = project;
  const places = new Map<string, Place>();
  for (const node of Object.keys(trees.get(tree)?.nodes ?? {}))
    if (!places.has(placeId({ tree, node })))
      for (const [id, place] of reachableFrom(trees, { tree, node })) places.set(id, place);
  const found = new Map<string, { page: Page; block: Block }>();
  for (const place of places.values()) {
    const node = trees.get(place.tree)?.nodes[place.node];
    const its = node?.kind === 'check' ? blockOfNode(project, place, node) : null;
    if (its && !found.has(its.block.id)) found.set(its.block.id, its);
  }
  return [...found.values()];
}

/** The checks that trees hold themselves, as blocks of a page for each tree: `trees/<tree>#<node>`. */
export function ownBlocksOfTrees(project: Project): { page: Page; block: Block }[] {
  return [...project.trees].flatMap(([tree, { nodes }]) =>
    Object.entries(nodes).flatMap(([node, its]) =>
      its.kind === 'check' && typeof its.check !== 'string'
        ? (inlineBlock(project, { tree, node }, its, its.check) ?? [])
        : [],
    ),
  );
}

/**
 * The block that a check node runs, ready to be planned; `null` where its page has none, or where a check
 * of its own cannot be run as it is written (`lint` says so).
 * Without the page's examples: a triage is about one user's own transaction, and never about an example.
 */
export function blockOfNode(project: Project, place: Place, node: CheckNode): { page: Page; block: Block } | null {
  if (typeof node.check !== 'string') return inlineBlock(project, place, node, node.check);
  const [pageId] = node.check.split('#');
  const page = project.pages.find(({ id }) => id === pageId);
  const block = page?.blocks.find(({ id }) => id === node.check);
  return page && block ? { page: { ...page, frontmatter: { ...page.frontmatter, examples: {} } }, block } : null;
}

/** A check that the tree itself holds, as if a page of the tree's had a block for it. */
function inlineBlock(
  project: Project,
  { tree, node: name }: Place,
  node: CheckNode,
  { use, with: params, ask, expect }: InlineCheck,
): { page: Page; block: Block } | null {
  if (!project.registry.has(use)) return null;
  const position = { line: 1, column: 1 };
  const rows: Row[] = [];
  for (const [reading, { healthy, degraded }] of Object.entries(expect)) {
    const good = parseExpectation(healthy);
    const fair = degraded === undefined ? null : parseExpectation(degraded);
    // With a row less it would call healthy what it was written to find.
    if (!good.ok || fair?.ok === false) return null;
    rows.push({ reading, healthy: good.expectation, degraded: fair?.expectation ?? null, meaning: null, position });
  }
  const id = treePageId(tree);
  return {
    page: {
      id,
      path: `${folders.trees}/${tree}.yaml`,
      locale: Object.keys(project.config.locales)[0] ?? 'en',
      sourceId: null,
      frontmatter: frontmatterSchema.parse({ title: project.trees.get(tree)?.title ?? tree }),
      blocks: [],
      translatedBlocks: [],
      pictures: [],
      anchors: [],
      links: [],
    },
    block: {
      id: `${id}#${name}`,
      localId: name,
      title: node.question,
      use,
      params,
      ask,
      layer: null,
      rows,
      outcomes: {},
      position,
    },
  };
}
