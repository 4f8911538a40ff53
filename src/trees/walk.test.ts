import { describe, expect, it } from 'vitest';
import { type Tree, type Trees, treeSchema } from '../schemas/tree.ts';
import { edgesFrom, isAsking, nodeAt, type Place, placeId, reachableFrom } from './graph.ts';
import { judgeShape } from './judge-shape.ts';
import { anOutcome as outcome } from './outcome.fixture.ts';
import { answerWalk, backWalk, pathOf, resumeWalk, standOf, startWalk, type Walk } from './walk.ts';

const ask = (...to: string[]) => ({
  kind: 'question',
  question: 'Which?',
  choices: Object.fromEntries(to.map((node, index) => [`c${index}`, { label: `To ${node} ${index}`, to: node }])),
});
const tree = (start: string, nodes: Record<string, unknown>): Tree =>
  treeSchema.parse({ title: 'A tree', description: 'For tests.', owner: 'support-ops', start, nodes });

const trees: Trees = new Map([
  [
    'main',
    tree('a', {
      a: ask('b', 'link'),
      b: {
        kind: 'check',
        check: 'runbooks/a/page#head',
        question: 'Is it well?',
        choices: {
          well: { label: 'Yes', on: ['pass', 'warn'], to: 'end' },
          not: { label: 'No', on: ['fail'], to: 'link' },
        },
      },
      link: { kind: 'tree', tree: 'sub' },
      end: outcome,
    }),
  ],
  ['sub', tree('a', { a: ask('end', 'end'), end: outcome })],
]);

/** Answers, one after the other; the last walk. */
function walked(all: Trees, from: Walk | null, ...choices: string[]): Walk {
  let walk = from;
  for (const choice of choices) {
    const went = walk && answerWalk(all, walk, { choice, by: 'person' });
    if (!went?.ok) throw new Error(went?.message ?? 'no walk');
    walk = went.walk;
  }
  if (!walk) throw new Error('no walk');
  return walk;
}
const start = (): Walk | null => startWalk(trees, 'main');

describe('a walk', () => {
  it('goes on by answers, through a link into another tree, to an outcome', () => {
    const walk = walked(trees, start(), 'c1', 'c0');
    expect(standOf(trees, walk)).toMatchObject({ kind: 'outcome', place: { tree: 'sub', node: 'end' } });
    expect(pathOf(walk).map(({ node, answer, by }) => [node, answer, by])).toEqual([
      ['a', 'c1', 'person'],
      ['sub#a', 'c0', 'person'],
    ]);
  });

  it('says which answers there are when one is unknown', () => {
    const walk = walked(trees, start(), 'c0');
    expect(answerWalk(trees, walk, { choice: 'wel', by: 'person' })).toEqual({
      ok: false,
      message: '`wel` is no answer to `b`; expected one of `well`, `not`. Did you mean `well`?',
    });
    expect(answerWalk(trees, walk, { choice: 'constructor', by: 'person' }).ok).toBe(false);
    const ended = walked(trees, walk, 'well');
    expect(answerWalk(trees, ended, { choice: 'well', by: 'person' })).toMatchObject({ ok: false });
  });

  it('goes back one answer at a time, also out of another tree, and no further than the start', () => {
    const ended = walked(trees, start(), 'c0', 'not', 'c1');
    expect(backWalk(ended)).toEqual(walked(trees, start(), 'c0', 'not'));
    expect(backWalk(backWalk(backWalk(backWalk(ended))))).toEqual(start());
  });

  it('records what a check answered, and what a person decided against it', () => {
    const walk = walked(trees, start(), 'c0');
    const check = { choice: 'not', why: 'Failing: `blockAge` is 5 min.' };
    const [byCheck, agreed, overruled, undecided] = [
      answerWalk(trees, walk, { choice: 'not', by: 'check', check }),
      answerWalk(trees, walk, { choice: 'not', by: 'person', check }),
      answerWalk(trees, walk, { choice: 'well', by: 'person', check }),
      answerWalk(trees, walk, { choice: 'well', by: 'person', check: { choice: null, why: 'Not run.' } }),
    ].map((went) => (went.ok ? pathOf(went.walk).at(-1) : null));
    expect(byCheck).toEqual({
      node: 'b',
      kind: 'check',
      answer: 'not',
      by: 'check',
      why: check.why,
      overruled: null,
    });
    expect(agreed).toMatchObject({ by: 'person', overruled: null, why: expect.stringContaining('says the same') });
    expect(overruled).toMatchObject({
      by: 'person',
      answer: 'well',
      overruled: { answer: 'not', why: check.why },
      why: expect.stringContaining('said otherwise'),
    });
    expect(undecided).toMatchObject({ overruled: null, why: expect.stringContaining('did not decide: Not run.') });
  });
});

describe('a walk that was kept', () => {
  const kept = walked(trees, start(), 'c0', 'not');
  const changed = (nodes: (now: Tree['nodes']) => Tree['nodes']): Trees => {
    const main = trees.get('main') as Tree;
    return new Map([...trees, ['main', { ...main, nodes: nodes(main.nodes) }]]);
  };

  it('is the same on the same tree, after it was written and read', () => {
    expect(resumeWalk(trees, JSON.parse(JSON.stringify(kept)) as Walk)).toEqual({ walk: kept, changed: null });
  });

  it('goes on from the last node that still exists, and says so', () => {
    const without = changed(({ b: _, ...rest }) => ({
      ...rest,
      a: treeSchema.shape.nodes.parse({ a: ask('end', 'link') }).a as never,
    }));
    const resumed = resumeWalk(without, kept);
    expect(resumed?.walk).toEqual(startWalk(without, 'main'));
    expect(resumed?.changed).toBe(
      'The tree has changed since this walk: at `a` the answer `c0` does not lead to `b` any more. It goes on from there; 2 answers were dropped.',
    );
  });

  it('asks again where an answer is gone', () => {
    const without = changed((now) => ({
      ...now,
      b: {
        ...now.b,
        choices: { well: { label: 'Yes', on: ['pass', 'warn', 'fail'], to: 'end' } },
      } as Tree['nodes'][string],
    }));
    const resumed = resumeWalk(without, kept);
    expect(resumed?.walk).toEqual(walked(without, startWalk(without, 'main'), 'c0'));
    expect(resumed?.changed).toContain('at `b` the answer `not` is gone');
    expect(resumed?.changed).toContain('one answer was dropped');
  });

  it('starts anew where the tree begins elsewhere, and is nothing where the tree is gone', () => {
    const elsewhere = new Map([...trees, ['main', { ...(trees.get('main') as Tree), start: 'b' }]]);
    expect(resumeWalk(elsewhere, kept)).toEqual({
      walk: startWalk(elsewhere, 'main'),
      changed: expect.stringContaining('starts anew'),
    });
    expect(resumeWalk(new Map(), kept)).toBeNull();
  });
});

/** Numbers from a seed, so that a failure can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A few trees whose edges only lead onwards, within a tree and into later ones: what lint lets through. */
function randomTrees(seed: number): Trees {
  const random = randomFrom(seed);
  const count = 1 + random(3);
  return new Map(
    Array.from({ length: count }, (_, index): [string, Tree] => {
      const size = 2 + random(7);
      const nodes: Record<string, unknown> = {};
      for (let n = 0; n < size; n += 1) {
        const later = Array.from({ length: 1 + random(3) }, () => `n${n + 1 + random(size - n)}`);
        const links = index + 1 < count && random(4) === 0;
        nodes[`n${n}`] =
          links && n > 0 ? { kind: 'tree', tree: `t${index + 1 + random(count - index - 1)}` } : ask(...later);
      }
      nodes[`n${size}`] = outcome;
      return [`t${index}`, tree('n0', nodes)];
    }),
  );
}

describe('on random trees', () => {
  const seeds = Array.from({ length: 300 }, (_, index) => index + 1);

  it('every outcome that lint calls reachable is reached by some answers', () => {
    for (const seed of seeds) {
      const all = randomTrees(seed);
      const reached = new Set<string>();
      const seen = new Set<string>();
      const explore = (walk: Walk): void => {
        const stand = standOf(all, walk);
        if (stand.kind === 'outcome') reached.add(placeId(stand.place));
        if (stand.kind !== 'asks' || seen.has(placeId(walk.at))) return;
        seen.add(placeId(walk.at));
        for (const choice of Object.keys(stand.node.choices)) explore(walked(all, walk, choice));
      };
      const first = startWalk(all, 't0');
      if (first) explore(first);
      const places = [...reachableFrom(all, { tree: 't0', node: 'n0' }).values()];
      const wanted = places.filter((place) => nodeAt(all, place)?.kind === 'outcome').map(placeId);
      expect([...reached].sort(), `seed ${seed}`).toEqual(wanted.sort());
    }
  });

  it('a walk always ends, whatever is answered, within as many answers as there are nodes that ask', () => {
    for (const seed of seeds) {
      const all = randomTrees(seed);
      const random = randomFrom(seed * 7 + 1);
      const most = [...all.values()].flatMap(({ nodes }) => Object.values(nodes).filter(isAsking)).length;
      let walk = startWalk(all, 't0') as Walk;
      for (let stand = standOf(all, walk); stand.kind === 'asks'; stand = standOf(all, walk)) {
        const choices = Object.keys(stand.node.choices);
        walk = walked(all, walk, choices[random(choices.length)] ?? '');
        expect(walk.steps.length, `seed ${seed}`).toBeLessThanOrEqual(most);
      }
      expect(standOf(all, walk).kind, `seed ${seed}`).toBe('outcome');
      expect(resumeWalk(all, walk)).toEqual({ walk, changed: null });
    }
  });

  it('an edge that leads back is always found as a loop, and never one where there is none', () => {
    let tried = 0;
    for (const seed of seeds) {
      const all = randomTrees(seed);
      const codes = (of: Trees) => judgeShape(of).map(({ code }) => code);
      expect(codes(all), `seed ${seed}`).not.toContain('tree-loop');
      const random = randomFrom(seed * 13 + 5);
      const places: Place[] = [...reachableFrom(all, { tree: 't0', node: 'n0' }).values()];
      const asking = places.filter((place) => isAsking(nodeAt(all, place) ?? outcomeNode));
      const from = asking[random(asking.length)];
      const to = from && [...reachableFrom(all, from).values()].filter(({ tree: its }) => its === from.tree).at(-1);
      const node = to && nodeAt(all, to);
      if (!from || !to || !node || !isAsking(node) || edgesFrom(all, to).length === 0) continue;
      const its = all.get(to.tree) as Tree;
      const back = {
        ...node,
        choices: { ...node.choices, again: { label: 'Again', to: from.node } },
      } as Tree['nodes'][string];
      const looped = new Map([...all, [to.tree, { ...its, nodes: { ...its.nodes, [to.node]: back } }]]);
      tried += 1;
      expect(codes(looped), `seed ${seed}`).toContain('tree-loop');
    }
    expect(tried).toBeGreaterThan(50);
  });
});

const outcomeNode = tree('end', { end: outcome }).nodes.end as Tree['nodes'][string];
