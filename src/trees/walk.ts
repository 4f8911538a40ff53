import type { AskingNode, OutcomeNode, Trees } from '../schemas/tree.ts';
import type { Walked } from '../schemas/triage.ts';
import { didYouMean } from '../text/nearest.ts';
import { isAsking, linkTarget, nameIn, nodeAt, type Place, samePlace } from './graph.ts';

/** One answer, with its place. */
export interface Step extends Place {
  kind: AskingNode['kind'];
  /** Id of the choice. */
  answer: string;
  by: 'check' | 'person';
  why: string;
  /** What the check had answered, where a person decided otherwise. */
  overruled: { answer: string; why: string } | null;
}

/** A walk through a tree: plain data, which can be kept and resumed. */
export interface Walk {
  /** The tree that it began in. */
  tree: string;
  steps: Step[];
  /** Where it stands: at a node that asks, or at an outcome. */
  at: Place;
}

/** What is to be shown where a walk stands. */
export type Stand =
  | { kind: 'asks'; place: Place; node: AskingNode }
  | { kind: 'outcome'; place: Place; node: OutcomeNode }
  /** The tree has a mistake there, which `lint` names. */
  | { kind: 'lost'; place: Place };

/** Begins at the tree's start; `null` where there is no such tree. */
export function startWalk(trees: Trees, tree: string): Walk | null {
  const start = linkTarget(trees, tree);
  return start && { tree, steps: [], at: settle(trees, start) };
}

export function standOf(trees: Trees, { at }: Pick<Walk, 'at'>): Stand {
  const node = nodeAt(trees, at);
  if (!node || node.kind === 'tree') return { kind: 'lost', place: at };
  return node.kind === 'outcome' ? { kind: 'outcome', place: at, node } : { kind: 'asks', place: at, node };
}

/** What somebody answers. `check` is what the check had answered, where it was run. */
export interface Answer {
  choice: string;
  by: 'check' | 'person';
  why?: string;
  check?: { choice: string | null; why: string } | null;
}

export type Answered = { ok: true; walk: Walk } | { ok: false; message: string };

/** Goes on by one answer. A person's answer that differs from the check's is recorded as overruling it. */
export function answerWalk(trees: Trees, walk: Walk, { choice, by, why, check = null }: Answer): Answered {
  const stand = standOf(trees, walk);
  if (stand.kind !== 'asks')
    return { ok: false, message: `\`${nameIn(walk.tree, walk.at)}\` asks nothing: the walk has ended.` };
  const { node, place } = stand;
  const chosen = Object.hasOwn(node.choices, choice) ? node.choices[choice] : undefined;
  if (!chosen) {
    const known = Object.keys(node.choices);
    return {
      ok: false,
      message: `\`${choice}\` is no answer to \`${nameIn(walk.tree, place)}\`; expected one of ${known.map((id) => `\`${id}\``).join(', ')}.${didYouMean(choice, known)}`,
    };
  }
  const overruled =
    by === 'person' && check?.choice != null && check.choice !== choice
      ? { answer: check.choice, why: check.why }
      : null;
  const step: Step = {
    ...place,
    kind: node.kind,
    answer: choice,
    by,
    why: why ?? (by === 'check' ? (check?.why ?? '') : personsWhy(chosen.label, choice, check)),
    overruled,
  };
  return {
    ok: true,
    walk: { ...walk, steps: [...walk.steps, step], at: settle(trees, { tree: place.tree, node: chosen.to }) },
  };
}

function personsWhy(label: string, choice: string, check: Answer['check']): string {
  const chose = `A person chose “${label}”.`;
  if (!check) return chose;
  if (check.choice === null) return `${chose} The check did not decide: ${check.why}`;
  return check.choice === choice
    ? `${chose} The check says the same: ${check.why}`
    : `${chose} The check said otherwise: ${check.why}`;
}

/** One answer back; at the start it stays there. */
export function backWalk(walk: Walk): Walk {
  const last = walk.steps.at(-1);
  return last ? { ...walk, steps: walk.steps.slice(0, -1), at: { tree: last.tree, node: last.node } } : walk;
}

export interface Resumed {
  walk: Walk;
  /** What is different now, in a sentence; `null` where every answer still leads where it led. */
  changed: string | null;
}

/**
 * Takes up a walk that was kept, perhaps on a tree that has changed since. Answers hold as long as each
 * still leads where it led; the first that does not is asked again, at the last node that still exists.
 * `null` where the whole tree is gone.
 */
export function resumeWalk(trees: Trees, kept: Walk): Resumed | null {
  let walk = startWalk(trees, kept.tree);
  if (!walk) return null;
  const stops: Place[] = [...kept.steps, kept.at];
  if (!samePlace(walk.at, stops[0] ?? walk.at))
    return { walk, changed: 'The tree has changed since this walk: it begins elsewhere now, so it starts anew.' };
  for (const [index, step] of kept.steps.entries()) {
    const went = answerWalk(trees, walk, { choice: step.answer, by: step.by, why: step.why });
    const led = stops[index + 1];
    if (!went.ok || !led || !samePlace(went.walk.at, led)) {
      const left = kept.steps.length - index;
      const what = !went.ok
        ? `the answer \`${step.answer}\` is gone`
        : `the answer \`${step.answer}\` does not lead to \`${nameIn(kept.tree, led ?? kept.at)}\` any more`;
      return {
        walk,
        changed: `The tree has changed since this walk: at \`${nameIn(kept.tree, step)}\` ${what}. It goes on from there; ${left === 1 ? 'one answer was' : `${left} answers were`} dropped.`,
      };
    }
    walk = { ...went.walk, steps: [...walk.steps, { ...step, kind: went.walk.steps.at(-1)?.kind ?? step.kind }] };
  }
  return { walk, changed: null };
}

/** A walk's path as it is handed on. */
export function pathOf({ tree, steps }: Walk): Walked[] {
  return steps.map((step) => ({
    node: nameIn(tree, step),
    kind: step.kind,
    answer: step.answer,
    by: step.by,
    why: step.why,
    overruled: step.overruled,
  }));
}

/** Follows links into other trees up to a node that asks or ends. A circle of links ends where it closes. */
function settle(trees: Trees, from: Place): Place {
  let at = from;
  for (let hops = 0; hops <= trees.size; hops += 1) {
    const node = nodeAt(trees, at);
    if (!node || isAsking(node) || node.kind === 'outcome') return at;
    const next = linkTarget(trees, node.tree);
    if (!next) return at;
    at = next;
  }
  return at;
}
