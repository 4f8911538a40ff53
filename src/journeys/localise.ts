import type { Consequence, Diagnosis, Fault, PartState, UnknownPart } from '../schemas/diagnosis.ts';
import type { Journey, Part } from '../schemas/journey.ts';
import type { Findings } from './finding.ts';
import { badness, type JudgedPart, partStates } from './part-states.ts';
import { byLikelihood } from './rank-faults.ts';

type Unwell = Extract<PartState, 'degraded' | 'failing'>;
const isUnwell = (state: PartState): state is Unwell => state === 'degraded' || state === 'failing';
const verb: Record<Unwell, string> = { degraded: 'is degraded', failing: 'fails' };

interface JudgedNode extends JudgedPart {
  part: Part;
}

/**
 * Names the fault of a journey: the unwell parts whose own dependencies do not explain that.
 *
 * A part is explained by one that it needs, directly or further down, and that is as bad: a degraded
 * part cannot make another fail. An explanation does not pass through a healthy part, which stands
 * what is below it. So every unwell part is a fault or a consequence of one, a healthy part is
 * neither, and what is unknown is said to be unknown, also where it stands below a fault.
 *
 * The result depends on the graph alone, not on the order of its parts. The graph has no circle: `lint`
 * refuses one.
 */
export function localise({ parts, entries }: Pick<Journey, 'parts' | 'entries'>, findings: Findings): Diagnosis {
  const judged = partStates(parts, findings);
  const nodes = new Map<string, JudgedNode>();
  for (const part of [...parts].sort((a, b) => compare(a.id, b.id))) {
    const about = judged.get(part.id);
    if (about) nodes.set(part.id, { part, ...about });
  }
  const below = new Map([...nodes.values()].map((node) => [node.part.id, explanationsBelow(node, nodes)]));
  const isFault = (node: JudgedNode): boolean => isUnwell(node.state) && below.get(node.part.id)?.length === 0;

  const consequences: Consequence[] = [];
  const unknown: UnknownPart[] = [];
  const explains = new Map<string, string[]>();
  for (const node of nodes.values()) {
    if (node.state === 'unknown') unknown.push(unknownOf(node, nodes));
    if (!isUnwell(node.state) || isFault(node)) continue;
    const causes = (below.get(node.part.id) ?? []).filter(isFault);
    consequences.push(consequenceOf(node, node.state, causes));
    for (const { part } of causes) explains.set(part.id, [...(explains.get(part.id) ?? []), node.part.id]);
  }
  const needed = neededBy(entries, nodes);
  const faults = [...nodes.values()]
    .filter(isFault)
    .flatMap((node) => (isUnwell(node.state) ? faultOf(node, node.state, nodes, explains.get(node.part.id) ?? []) : []))
    .sort(byLikelihood((id) => needed.has(id)));
  return {
    answer:
      faults.length > 0
        ? 'fault'
        : unknown.some(({ part }) => needed.has(part)) || nodes.size === 0
          ? 'not-enough-known'
          : 'well',
    faults,
    consequences,
    unknown,
    states: Object.fromEntries([...nodes].map(([id, { state }]) => [id, state])),
  };
}

/** All that a part needs, as far as `passes` lets through, in the order of their ids. */
function reach(from: readonly string[], nodes: ReadonlyMap<string, JudgedNode>, passes: (node: JudgedNode) => boolean) {
  const seen = new Map<string, JudgedNode>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (!node || seen.has(id)) continue;
    seen.set(id, node);
    if (passes(node)) open.push(...node.part.needs);
  }
  return [...seen.values()].sort((a, b) => compare(a.part.id, b.part.id));
}

function explanationsBelow({ part, state }: JudgedNode, nodes: ReadonlyMap<string, JudgedNode>): JudgedNode[] {
  if (!isUnwell(state)) return [];
  return reach(part.needs, nodes, (node) => node.state !== 'healthy').filter(
    (node) => isUnwell(node.state) && badness[node.state] >= badness[state],
  );
}

function neededBy(entries: readonly string[], nodes: ReadonlyMap<string, JudgedNode>): Set<string> {
  return new Set(reach(entries, nodes, () => true).map(({ part }) => part.id));
}

function faultOf(
  { part, evidence }: JudgedNode,
  state: Unwell,
  nodes: ReadonlyMap<string, JudgedNode>,
  explains: string[],
): Fault {
  const needs = reach(part.needs, nodes, (node) => node.state !== 'healthy');
  const dark = needs.filter((node) => node.state === 'unknown').map((node) => node.part);
  const isWell = needs.every((node) => node.state === 'healthy');
  const rest =
    dark.length > 0
      ? `not enough is known below it: ${dark.map(({ name }) => name).join(', ')}`
      : needs.length === 0
        ? 'it needs no other part'
        : isWell
          ? 'its own dependencies are well'
          : 'none of its own dependencies fails';
  return {
    part: part.id,
    name: part.name,
    layer: part.layer,
    state,
    reason: `${part.name} ${verb[state]} because ${clause(evidence[0]?.message ?? 'its check says so')}; ${rest}.`,
    evidence,
    explains,
    notKnownBelow: dark.map(({ id }) => id),
  };
}

function consequenceOf({ part }: JudgedNode, state: Unwell, causes: readonly JudgedNode[]): Consequence {
  const because = causes.map((cause) => `${cause.part.name} ${isUnwell(cause.state) ? verb[cause.state] : ''}`);
  return {
    part: part.id,
    name: part.name,
    layer: part.layer,
    state,
    reason: `${part.name} ${verb[state]} because it needs what is at fault: ${because.join(', ')}.`,
    of: causes.map((cause) => cause.part.id),
  };
}

function unknownOf({ part, unknownBecause }: JudgedNode, nodes: ReadonlyMap<string, JudgedNode>): UnknownPart {
  const bad = reach(part.needs, nodes, (node) => node.state !== 'healthy').filter(({ state }) => state === 'failing');
  const note = bad.length > 0 ? ` It needs what fails: ${bad.map((node) => node.part.name).join(', ')}.` : '';
  return { part: part.id, name: part.name, layer: part.layer, reason: `${unknownBecause ?? ''}${note}` };
}

/** The first sentence of a message, as the middle of another one. */
function clause(message: string): string {
  const [sentence = ''] = message.trim().split(/(?<=[.!?]) (?=[A-Z0-9“])/);
  const bare = sentence.replace(/[.\s]+$/, '').replace(/; expected (.+)$/, ' (expected $1)');
  // Names and codes stay as they are.
  return /^(A|An|All|Another|Both|Every|It|Its|No|None|Nothing|One|Our|The|This|Two) /.test(bare)
    ? bare.charAt(0).toLowerCase() + bare.slice(1)
    : bare;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
