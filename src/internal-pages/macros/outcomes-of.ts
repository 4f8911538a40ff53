import type { Tree } from '../../schemas/tree.ts';

/** The trees that end with a macro: each with the sentences of those outcomes. */
export interface MacroUse {
  tree: string;
  title: string;
  outcomes: string[];
}

/** By macro: the outcomes at which users are told it, tree by tree. */
export function outcomesOf(trees: Readonly<Record<string, Tree>>): Map<string, MacroUse[]> {
  const uses = new Map<string, MacroUse[]>();
  for (const [tree, { title, nodes }] of Object.entries(trees)) {
    for (const node of Object.values(nodes)) {
      if (node.kind !== 'outcome' || node.macro === undefined) continue;
      const its = uses.get(node.macro) ?? [];
      uses.set(node.macro, its);
      const last = its.at(-1);
      if (last?.tree === tree) last.outcomes.push(node.outcome);
      else its.push({ tree, title, outcomes: [node.outcome] });
    }
  }
  return uses;
}
