import type { Trees } from '../schemas/tree.ts';
import { treeIdPattern } from '../schemas/tree-id.ts';
import { isAsking, nodeAt, type Place } from './graph.ts';
import type { Step, Walk } from './walk.ts';

/** Longer than any way through trees that lint lets pass, and short enough for every browser and proxy. */
const most = 4000;

/** Who decided, as an address says it. A person who differs with nobody is not marked. */
const byCheck = 'c';
const overruling = 'o';

/**
 * A walk as it stands in an address: `symptom_pending.*chain-rpc.head_late_c.peer_yes_o_no.switch-over`.
 * Steps are joined by `.`; each is its node and its choice, then `c` where the check decided, or `o` and
 * the check's choice where a person overruled it. `*tree` says that what follows is of another tree; the
 * last part is where the walk stands, so that a tree which has changed since can be told. Ids alone: what
 * somebody typed is never in it. All of its characters stand in addresses as they are.
 */
export function writeWalk({ tree, steps, at }: Walk): string {
  let current = tree;
  const parts: string[] = [];
  const enter = (place: Place): void => {
    if (place.tree !== current) parts.push(`*${place.tree}`);
    current = place.tree;
  };
  for (const step of steps) {
    enter(step);
    const who = step.overruled ? [overruling, step.overruled.answer] : step.by === 'check' ? [byCheck] : [];
    parts.push([step.node, step.answer, ...who].join('_'));
  }
  enter(at);
  parts.push(at.node);
  return parts.join('.');
}

/**
 * Reads what `writeWalk` wrote, perhaps of a tree that has changed since: `resumeWalk` says whether its
 * answers still hold. `null` where it is nothing that `writeWalk` writes. Why somebody answered is not in
 * an address, so the steps say where they come from instead.
 */
export function readWalk(text: string, trees: Trees, tree: string): Walk | null {
  if (text.length > most || !trees.has(tree)) return null;
  const parts = text.split('.');
  const last = parts.pop() ?? '';
  const steps: Step[] = [];
  let current = tree;
  for (const part of parts) {
    if (part.startsWith('*')) {
      current = part.slice(1);
      if (!isId(current)) return null;
      continue;
    }
    const step = readStep(part, current, trees);
    if (!step) return null;
    steps.push(step);
  }
  return isId(last) ? { tree, steps, at: { tree: current, node: last } } : null;
}

const isId = (text: string): boolean => treeIdPattern.test(text);

function readStep(part: string, tree: string, trees: Trees): Step | null {
  const [node = '', answer = '', mark, saidByCheck, ...rest] = part.split('_');
  const hasCheck = mark === byCheck && saidByCheck === undefined;
  const isOverruled = mark === overruling && saidByCheck !== undefined && isId(saidByCheck);
  if (!isId(node) || !isId(answer) || rest.length > 0) return null;
  if (mark !== undefined && !hasCheck && !isOverruled) return null;

  const found = nodeAt(trees, { tree, node });
  const asking = found && isAsking(found) ? found : null;
  const label = (choice: string): string =>
    asking && Object.hasOwn(asking.choices, choice) ? (asking.choices[choice]?.label ?? choice) : choice;
  // No check answers a question: whoever says so in an address is not believed.
  const isQuestion = asking?.kind === 'question';
  const kind = asking?.kind ?? (mark === undefined ? 'question' : 'check');
  if (hasCheck && !isQuestion)
    return {
      tree,
      node,
      kind,
      answer,
      by: 'check',
      why: `From a shared link: the check chose “${label(answer)}”.`,
      overruled: null,
    };
  return {
    tree,
    node,
    kind,
    answer,
    by: 'person',
    why: `From a shared link: a person chose “${label(answer)}”.`,
    overruled:
      isOverruled && !isQuestion
        ? { answer: saidByCheck, why: `From a shared link: the check had chosen “${label(saidByCheck)}”.` }
        : null,
  };
}
