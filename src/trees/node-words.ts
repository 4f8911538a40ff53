import type { Escalation } from '../schemas/escalation.ts';
import type { OutcomeNode, TreeNode, Trees } from '../schemas/tree.ts';
import { sayDeadline } from './say-deadline.ts';

/** What a drawing says of a node. */
export interface NodeWords {
  /** What it asks, what it is, or the title of the tree that it leads to. */
  text: string;
  /** The severity's name; of outcomes alone. */
  severity: string | null;
  /** Who takes it, by when; of outcomes alone. */
  taken: string | null;
  /** All of it in a sentence, for those who hear it. */
  said: string;
}

export function nodeWords(node: TreeNode, trees: Trees, escalation: Escalation | null): NodeWords {
  const plain = (text: string, kind: string): NodeWords => ({
    text,
    severity: null,
    taken: null,
    said: `${kind}: ${text}`,
  });
  switch (node.kind) {
    case 'question':
      return plain(node.question, 'Question');
    case 'check':
      return plain(node.question, 'Check');
    case 'tree':
      return plain(titleOf(node.tree, trees), 'Another tree');
    case 'outcome': {
      const severity = escalation?.severities[node.severity].name ?? node.severity;
      const taken = takenBy(node, escalation);
      return { text: node.outcome, severity, taken, said: `${severity} outcome: ${node.outcome} ${taken}.` };
    }
  }
}

function titleOf(link: string, trees: Trees): string {
  const [tree = ''] = link.split('#');
  return trees.get(tree)?.title ?? tree;
}

function takenBy({ owner, acknowledge }: OutcomeNode, escalation: Escalation | null): string {
  const roles = escalation?.roles ?? {};
  const name = (Object.hasOwn(roles, owner.role) ? roles[owner.role]?.name : undefined) ?? owner.role;
  return `${name}, ${sayDeadline(acknowledge)}`;
}
