import type { AskingNode, Trees } from '../../src/schemas/tree.ts';
import type { TriageNeed } from '../../src/schemas/triage.ts';
import type { Branch } from '../../src/trees/choose-branch.ts';
import { nameIn, type Place, placeId } from '../../src/trees/graph.ts';
import { answerWalk, backWalk, type Stand, standOf, startWalk, type Walk } from '../../src/trees/walk.ts';
import { UsageError } from './define-command.ts';
import type { Asked, TriageChecks } from './triage-checks.ts';

/** One screen: a question, with what the check says of it. */
export interface Screen {
  walk: Walk;
  place: Place;
  node: AskingNode;
  /** `null` where no check was run. */
  branch: Branch | null;
}

export type Reply = { kind: 'choice'; choice: string } | { kind: 'back' } | { kind: 'restart' } | { kind: 'quit' };

/** Somebody who can be asked. */
export interface Asker {
  ask(screen: Screen): Promise<Reply>;
  /** A value that a check needs; `null`: the person answers without the check. `refused` is why the last one was not taken. */
  value(screen: Screen, asked: Asked, refused: string | null): Promise<string | null>;
  /** Said while a check runs. */
  running(screen: Screen): void;
}

export interface WalkCall {
  trees: Trees;
  tree: string;
  /** Answers given beforehand, by node: its id, or `tree#id`. */
  answers: ReadonlyMap<string, string>;
  /** `null`: no check is run. */
  checks: TriageChecks | null;
  /** `null`: nobody can be asked. */
  asker: Asker | null;
  signal: AbortSignal;
}

export type Walked =
  | { walk: Walk; outcome: Extract<Stand, { kind: 'outcome' }>; needs: null }
  | { walk: Walk; outcome: null; needs: TriageNeed };

/** Walks a tree with the answers there are, from checks and from people, to an outcome or to what is missing. */
export async function walkTree(call: WalkCall): Promise<Walked> {
  const { trees, tree, checks, asker, signal } = call;
  const given = new Map(call.answers);
  const begin = (): Walk => {
    const walk = startWalk(trees, tree);
    if (!walk) throw new UsageError(`There is no tree \`${tree}\`.`);
    return walk;
  };
  let walk = begin();
  for (;;) {
    const stand = standOf(trees, walk);
    if (stand.kind === 'outcome') return { walk, outcome: stand, needs: null };
    if (stand.kind === 'lost') throw new Error(`\`${placeId(stand.place)}\` leads nowhere.`);
    const { node, place } = stand;
    const names = [nameIn(walk.tree, place), placeId(place), place.node];
    const choice = names.flatMap((name) => given.get(name) ?? [])[0];
    const screen: Screen = { walk, place, node, branch: null };
    const branch = checks && node.kind === 'check' ? await checkOf(screen, checks, choice ? null : asker) : null;
    if (signal.aborted) return { walk, outcome: null, needs: needOf(screen, 'It was interrupted.') };
    if (choice !== undefined) {
      walk = take(trees, walk, { choice, by: 'person', check: branch });
      continue;
    }
    if (!asker) {
      if (branch?.choice == null) return { walk, outcome: null, needs: needOf(screen, whyNobody(node, branch)) };
      walk = take(trees, walk, { choice: branch.choice, by: 'check', check: branch });
      continue;
    }
    const reply = await asker.ask({ ...screen, branch });
    switch (reply.kind) {
      case 'choice': {
        const by = branch?.choice === reply.choice ? 'check' : 'person';
        walk = take(trees, walk, { choice: reply.choice, by, check: branch });
        break;
      }
      case 'back':
        walk = backWalk(walk);
        for (const name of [nameIn(walk.tree, walk.at), placeId(walk.at), walk.at.node]) given.delete(name);
        break;
      case 'restart':
        given.clear();
        checks?.forget();
        walk = begin();
        break;
      case 'quit':
        return { walk, outcome: null, needs: needOf(screen, 'It was left here.') };
    }
  }
}

function take(trees: Trees, walk: Walk, answer: Parameters<typeof answerWalk>[2]): Walk {
  const went = answerWalk(trees, walk, answer);
  if (!went.ok) throw new UsageError(went.message);
  return went.walk;
}

async function checkOf(screen: Screen, checks: TriageChecks, asker: Asker | null): Promise<Branch | null> {
  const { place, node } = screen;
  if (node.kind !== 'check') return null;
  for (const asked of asker ? checks.asks(place, node) : []) {
    let refused: string | null = null;
    do {
      const value = (await asker?.value(screen, asked, refused)) ?? null;
      if (value === null) return { choice: null, why: `No ${asked.name} was given.` };
      refused = await checks.give(place, node, asked.name, value);
    } while (refused !== null);
  }
  asker?.running(screen);
  return checks.run(place, node);
}

function whyNobody(node: AskingNode, branch: Branch | null): string {
  if (node.kind === 'question') return 'Only a person can answer it.';
  return branch ? `The check did not decide: ${branch.why}` : 'Its check is not run by hand.';
}

function needOf({ walk, place, node }: Screen, why: string): TriageNeed {
  return {
    node: nameIn(walk.tree, place),
    question: node.question,
    choices: Object.entries(node.choices).map(([id, { label }]) => ({ id, label })),
    why,
  };
}
