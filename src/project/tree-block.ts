import { parseExpectation } from '../checks/expectation.ts';
import { frontmatterSchema } from '../schemas/frontmatter.ts';
import type { Block, Page, Row } from '../schemas/page.ts';
import type { InlineCheck, TreeNode } from '../schemas/tree.ts';
import type { Place } from '../trees/graph.ts';
import { folders } from './folders.ts';
import type { Project } from './load.ts';

type CheckNode = Extract<TreeNode, { kind: 'check' }>;

/**
 * The block that a check node runs, ready to be planned; `null` where its page has none (`lint` says so).
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
): { page: Page; block: Block } {
  const position = { line: 1, column: 1 };
  const rows = Object.entries(expect).flatMap(([reading, { healthy, degraded }]): Row[] => {
    const good = parseExpectation(healthy);
    const fair = degraded === undefined ? null : parseExpectation(degraded);
    if (!good.ok) return [];
    return [
      { reading, healthy: good.expectation, degraded: fair?.ok ? fair.expectation : null, meaning: null, position },
    ];
  });
  const id = `trees/${tree}`;
  return {
    page: {
      id,
      path: `${folders.trees}/${tree}.yaml`,
      locale: Object.keys(project.config.locales)[0] ?? 'en',
      sourceId: null,
      frontmatter: frontmatterSchema.parse({ title: project.trees.get(tree)?.title ?? tree }),
      blocks: [],
      translatedBlocks: [],
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
