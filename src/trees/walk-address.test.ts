import { describe, expect, it } from 'vitest';
import { generator } from '../../tests/random.ts';
import { packageRoot } from '../project/folders.ts';
import { loadProject } from '../project/load.ts';
import { isAsking } from './graph.ts';
import { answerWalk, resumeWalk, standOf, startWalk, type Walk } from './walk.ts';
import { readWalk, writeWalk } from './walk-address.ts';

const { trees } = await loadProject({ root: packageRoot });

/** A walk through one of the shipped trees, of any length, answered by checks and persons. */
function randomWalk(seed: number): Walk {
  const random = generator(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  let walk = startWalk(trees, pick([...trees.keys()]));
  for (let left = Math.floor(random() * 14); walk && left > 0; left -= 1) {
    const stand = standOf(trees, walk);
    if (stand.kind !== 'asks') break;
    const choices = Object.keys(stand.node.choices);
    const check = stand.node.kind === 'check' && random() < 0.7 ? { choice: pick(choices), why: 'It said so.' } : null;
    const byCheck = check !== null && random() < 0.5;
    const went = answerWalk(trees, walk, {
      choice: byCheck ? check.choice : pick(choices),
      by: byCheck ? 'check' : 'person',
      check,
    });
    if (!went.ok) throw new Error(went.message);
    walk = went.walk;
  }
  if (!walk) throw new Error('no walk');
  return walk;
}

/** What an address keeps: all but the reasons. */
const bare = ({ steps, ...walk }: Walk) => ({
  ...walk,
  steps: steps.map(({ why: _, overruled, ...step }) => ({ ...step, overruled: overruled?.answer ?? null })),
});

describe('a walk in an address', () => {
  it('is its nodes and choices, who decided, and where it stands', () => {
    const step = { kind: 'check', why: 'Free text.', overruled: null } as const;
    const walk: Walk = {
      tree: 'swap-bridge',
      steps: [
        { ...step, tree: 'swap-bridge', node: 'exploit', kind: 'question', answer: 'quiet', by: 'person' },
        { ...step, tree: 'swap-bridge', node: 'quote', answer: 'none', by: 'check' },
        {
          ...step,
          tree: 'chain-rpc',
          node: 'bsc-node',
          answer: 'well',
          by: 'person',
          overruled: { answer: 'behind', why: 'More free text.' },
        },
      ],
      at: { tree: 'chain-rpc', node: 'one-transaction' },
    };
    expect(writeWalk(walk)).toBe('exploit_quiet.quote_none_c.*chain-rpc.bsc-node_well_o_behind.one-transaction');
  });

  it('comes back as it was, but for the reasons, and goes on from there', () => {
    for (let seed = 1; seed <= 2000; seed += 1) {
      const walk = randomWalk(seed);
      const text = writeWalk(walk);
      const read = readWalk(text, trees, walk.tree);
      expect(read && bare(read), text).toEqual(bare(walk));
      expect(read && resumeWalk(trees, read)).toEqual({ walk: read, changed: null });
      // Nothing of it needs to be escaped, by those who do that for forms either.
      expect(new URLSearchParams({ walk: text }).toString()).toBe(`walk=${text}`);
    }
  });

  it('says that its reasons come from a link', () => {
    const read = readWalk('exploit_quiet.where_quote.quote_late_o_none.quotes-late', trees, 'swap-bridge');
    expect(read?.steps.map(({ why, overruled }) => [why, overruled?.why])).toEqual([
      ['From a shared link: a person chose “No”.', undefined],
      ['From a shared link: a person chose “No quote comes, or its price is far off”.', undefined],
      [
        'From a shared link: a person chose “It comes late, or a little off”.',
        'From a shared link: the check had chosen “No quote comes, or it is old”.',
      ],
    ]);
  });

  it('of a tree that has changed since is read, and resuming it says so', () => {
    const read = readWalk('exploit_quiet.where_gone.was-here_c.nowhere', trees, 'swap-bridge');
    expect(read?.at).toEqual({ tree: 'swap-bridge', node: 'nowhere' });
    const resumed = read && resumeWalk(trees, read);
    expect(resumed?.walk.at.node).toBe('where');
    expect(resumed?.changed).toContain('the answer `gone` is gone');
  });

  it('does not believe that a check has answered a question', () => {
    const read = readWalk('exploit_quiet_c.where_quote_o_reverts.quote', trees, 'swap-bridge');
    expect(read?.steps.map(({ by, overruled }) => [by, overruled])).toEqual([
      ['person', null],
      ['person', null],
    ]);
  });
});

describe('what is no walk', () => {
  it.each([
    '',
    '.',
    'exploit_quiet',
    'exploit_quiet.',
    'exploit.where',
    '_quiet.where',
    'exploit_.where',
    'exploit_quiet_x.where',
    'exploit_quiet_c_none.where',
    'exploit_quiet_o.where',
    'exploit_quiet_o_none_more.where',
    'exploit_quiet.*.where',
    'exploit_quiet.**chain-rpc.where',
    'exploit_quiet.*chain-rpc',
    'Exploit_quiet.where',
    'exploit_quiet.<img src=x>',
    '__proto___quiet.where',
    'exploit quiet.where',
    `exploit_quiet.${'a'.repeat(4000)}`,
  ])('`%s` is none', (text) => {
    expect(readWalk(text, trees, 'swap-bridge')).toBeNull();
  });

  it('a tree that does not exist has none', () => {
    expect(readWalk('start', trees, 'no-such-tree')).toBeNull();
    expect(readWalk('start', trees, 'constructor')).toBeNull();
  });

  it('whatever an address says, nothing throws, and what is read can be resumed', () => {
    const signs = ['.', '_', '*', '_c', '_o_', '', 'constructor', 'toString', '%', '\0', '💥', 'a', '-', 'where'];
    let readable = 0;
    for (let seed = 1; seed <= 4000; seed += 1) {
      const random = generator(seed);
      const walk = randomWalk(seed);
      const text = [...writeWalk(walk)]
        .map((sign) => (random() < 0.04 ? (signs[Math.floor(random() * signs.length)] ?? '') : sign))
        .join('');
      const read = readWalk(text, trees, walk.tree);
      if (!read) continue;
      readable += 1;
      const resumed = resumeWalk(trees, read);
      const stand = resumed && standOf(trees, resumed.walk);
      expect(stand?.kind, text).not.toBe('lost');
      for (const { tree, node, answer } of resumed?.walk.steps ?? []) {
        const at = trees.get(tree)?.nodes[node];
        expect(at && isAsking(at) && Object.hasOwn(at.choices, answer), text).toBe(true);
      }
    }
    expect(readable).toBeGreaterThan(500);
  });
});
