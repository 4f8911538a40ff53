import type { CheckChoice, TreeNode, Trees } from '../schemas/tree.ts';
import type { TreeFinding } from './finding.ts';
import { isAsking } from './graph.ts';

type CheckNode = Extract<TreeNode, { kind: 'check' }>;
const told = ['pass', 'warn', 'fail'] as const;

/** Choices that no answer takes, and verdicts that no choice takes. */
export function judgeBranches(trees: Trees): TreeFinding[] {
  return [...trees].flatMap(([tree, { nodes }]) =>
    Object.entries(nodes).flatMap(([id, node]) => {
      const found = [...sameLabels(node), ...(node.kind === 'check' ? [...shadowed(node), ...untaken(node)] : [])];
      return found.map(({ at, ...rest }): TreeFinding => ({ tree, at: ['nodes', id, ...at], ...rest }));
    }),
  );
}

type Found = Omit<TreeFinding, 'tree'>;

/** Two choices that read the same: nobody can take the second knowingly. */
function sameLabels(node: TreeNode): Found[] {
  if (!isAsking(node)) return [];
  const seen = new Map<string, string>();
  return Object.entries(node.choices).flatMap(([id, { label }]): Found[] => {
    const key = label.trim().toLowerCase();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, id);
      return [];
    }
    return [
      {
        at: ['choices', id, 'label'],
        code: 'unreached-branch',
        message: `\`${id}\` reads like \`${first}\`: nobody can tell the two apart.`,
      },
    ];
  });
}

const verdictsOf = ({ on, when }: CheckChoice): readonly string[] => on ?? (when ? told : []);

/** Whether everything that takes `later` has taken `earlier` before, for one verdict. */
function takesAll(earlier: CheckChoice, later: CheckChoice, verdict: string): boolean {
  if (!verdictsOf(earlier).includes(verdict)) return false;
  return Object.entries(earlier.when ?? {}).every(([name, source]) => later.when?.[name]?.trim() === source.trim());
}

function shadowed(node: CheckNode): Found[] {
  const choices = Object.entries(node.choices);
  return choices.flatMap(([id, choice], index): Found[] => {
    const verdicts = verdictsOf(choice);
    const earlier = choices.slice(0, index);
    const taken = verdicts.map((verdict) => earlier.find(([, each]) => takesAll(each, choice, verdict))?.[0]);
    if (verdicts.length === 0 || taken.includes(undefined)) return [];
    return [
      {
        at: ['choices', id, choice.on ? 'on' : 'when'],
        code: 'unreached-branch',
        message: `No verdict of the check chooses \`${id}\`: ${[...new Set(taken)].map((name) => `\`${name}\``).join(' and ')} above it ${new Set(taken).size > 1 ? 'take' : 'takes'} all of them. Put it first, or narrow the one above.`,
      },
    ];
  });
}

function untaken(node: CheckNode): Found[] {
  const choices = Object.values(node.choices);
  // Without any choice it is a dead end for everybody, and said to be one.
  if (choices.length === 0) return [];
  const missing = told.filter(
    (verdict) => !choices.some((choice) => choice.when === undefined && verdictsOf(choice).includes(verdict)),
  );
  if (missing.length === 0) return [];
  return [
    {
      at: ['choices'],
      code: 'dead-end',
      message: `Nothing is chosen when the check says ${missing.map((verdict) => `\`${verdict}\``).join(' or ')}. Add ${missing.length > 1 ? 'them' : 'it'} to the \`on\` of a choice without \`when\`.`,
    },
  ];
}
