/** Drawings of small trees, of those that Runlight ships, and of random ones. */
import { describe, expect, it } from 'vitest';
import { generator } from '../../tests/random.ts';
import { packageRoot } from '../project/folders.ts';
import { loadProject } from '../project/load.ts';
import { type Tree, type Trees, treeSchema } from '../schemas/tree.ts';
import { textWidth } from '../text/text-width.ts';
import { type Drawing, type DrawnRow, drawTree } from './draw-tree.ts';
import { isAsking } from './graph.ts';
import { anOutcome as outcome } from './outcome.fixture.ts';
import { deepestLevel } from './outline-tree.ts';

const ask = (to: readonly string[], question = 'Which?', label = (node: string): string => `To ${node}`) => ({
  kind: 'question',
  question,
  choices: Object.fromEntries(to.map((node, index) => [`c${index}`, { label: label(node), to: node }])),
});
const treeOf = (start: string, nodes: Record<string, unknown>): Tree =>
  treeSchema.parse({ title: 'A tree', description: 'For tests.', owner: 'support-ops', start, nodes });
const draw = (tree: Tree, trees: Trees = new Map()): Drawing => drawTree(tree, trees, null);

/** All rows from top to bottom. */
const flat = (rows: readonly DrawnRow[]): DrawnRow[] => rows.flatMap((row) => [row, ...flat(row.children)]);
/** A drawing as text: children indent, references have an arrow. */
const outline = (rows: readonly DrawnRow[], indent = ''): string[] =>
  rows.flatMap((row) => [
    `${indent}${row.kind === 'reference' ? '→ ' : ''}${row.node}`,
    ...outline(row.children, `${indent}  `),
  ]);

const fontSizes = { plain: 14, strong: 14, small: 13, choice: 13 } as const;

/** What holds of every drawing, whatever the tree. */
function expectRight(tree: Tree, { width, rows }: Drawing): void {
  const all = flat(rows);
  const drawn = all.filter(({ kind }) => kind !== 'reference').map(({ node }) => node);
  expect(drawn.toSorted()).toEqual(Object.keys(tree.nodes).toSorted());
  const edges = all.flatMap(({ edge, node }) => (edge ? [`${edge.from}/${edge.choice}>${node}`] : []));
  const expected = Object.entries(tree.nodes).flatMap(([id, node]) =>
    isAsking(node)
      ? Object.entries(node.choices).flatMap(([choice, { to }]) =>
          Object.hasOwn(tree.nodes, to) ? [`${id}/${choice}>${to}`] : [],
        )
      : [],
  );
  expect(edges.toSorted()).toEqual(expected.toSorted());

  for (const row of all) {
    const { box, label, text, trunks, elbow, stem, height, mark } = row;
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(width);
    expect(box.y + box.height).toBeLessThan(height);
    // However deep it stands, there is room for some words.
    if (row.kind !== 'reference') expect(box.width).toBeGreaterThan(width * 0.45);
    // The words of the choice end above the box, inside of the drawing.
    for (const line of label) {
      expect(line.x + textWidth(line.text, fontSizes[line.look])).toBeLessThanOrEqual(width);
      expect(line.y).toBeLessThan(box.y);
      expect(line.y - fontSizes[line.look]).toBeGreaterThan(-2);
    }
    // The words of the node stand in its box.
    for (const line of text) {
      expect(line.x).toBeGreaterThan(box.x);
      expect(line.x + textWidth(line.text, fontSizes[line.look])).toBeLessThan(box.x + box.width);
      expect(line.y - fontSizes[line.look]).toBeGreaterThanOrEqual(box.y);
      expect(line.y).toBeLessThan(box.y + box.height);
    }
    // No two lines of text stand on each other.
    const lines = [...label, ...text];
    for (const [index, line] of lines.entries())
      for (const other of lines.slice(index + 1))
        expect(
          Math.abs(line.y - other.y) >= 15 ||
            line.x + textWidth(line.text, fontSizes[line.look], { bold: line.look === 'strong' }) <= other.x,
          `${line.text} | ${other.text}`,
        ).toBe(true);
    if (mark) {
      const beside = text.find((line) => Math.abs(line.y - mark.y) < 9);
      expect(mark.x - 10).toBeGreaterThan(box.x);
      if (beside) expect(mark.x + 10).toBeLessThan(beside.x);
    }
    // Lines pass on the left of everything that is written, each at a place of its own.
    expect(new Set(trunks).size).toBe(trunks.length);
    for (const x of trunks) expect(x).toBeLessThan(Math.min(box.x, ...label.map((line) => line.x)));
    if (elbow) {
      expect(box.x - elbow.x).toBeGreaterThanOrEqual(12);
      expect(elbow.y).toBeGreaterThan(box.y);
      expect(elbow.y).toBeLessThan(box.y + box.height);
    }
    expect(elbow === null).toBe(row.edge === null);
    // Each line that begins is taken up by a child, and each that passes ends in one.
    expect(stem !== null).toBe(row.children.length > 0);
    for (const [index, child] of row.children.entries()) {
      expect(child.elbow?.x).toBe(stem);
      const goesOn = index < row.children.length - 1;
      for (const below of flat([child])) expect(below.trunks.includes(stem ?? -1)).toBe(goesOn);
    }
  }
}

describe('drawTree', () => {
  it('draws a node where the fewest choices lead, and refers to it from elsewhere', () => {
    const tree = treeOf('a', {
      a: ask(['b', 'c']),
      b: ask(['d', 'e']),
      c: ask(['e']),
      d: ask(['c']),
      e: outcome,
    });
    const drawing = draw(tree);
    expect(outline(drawing.rows)).toEqual(['a', '  b', '    d', '      → c', '    e', '  c', '    → e']);
    expectRight(tree, drawing);
  });

  it('says whether a reference leads up or down', () => {
    const tree = treeOf('a', { a: ask(['b', 'c']), b: ask(['c']), c: ask(['b']) });
    const arrows = flat(draw(tree).rows)
      .filter(({ kind }) => kind === 'reference')
      .map(({ said, text }) => [text[0]?.text.charAt(0), said]);
    expect(arrows).toEqual([
      ['↓', 'If “To c”: goes on below, at “Which?”'],
      ['↑', 'If “To b”: goes on above, at “Which?”'],
    ]);
  });

  it('draws each of two choices that lead to the same node', () => {
    const tree = treeOf('a', { a: ask(['b', 'b']), b: outcome });
    expect(outline(draw(tree).rows)).toEqual(['a', '  b', '  → b']);
  });

  it('comes to an end in a circle', () => {
    const tree = treeOf('a', { a: ask(['b', 'a']), b: ask(['a']) });
    const drawing = draw(tree);
    expect(outline(drawing.rows)).toEqual(['a', '  b', '    → a', '  → a']);
    expectRight(tree, drawing);
  });

  it('draws what nothing leads to as a part of its own, and no choice that leads nowhere', () => {
    const tree = treeOf('a', { a: ask(['b', 'gone']), b: outcome, lost: ask(['b']) });
    expect(outline(draw(tree).rows)).toEqual(['a', '  b', 'lost', '  → b']);
  });

  it('begins another part where a tree is deeper than it is wide', () => {
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    const tree = treeOf(
      'n0',
      Object.fromEntries(names.map((name, index) => [name, index === 19 ? outcome : ask([`n${index + 1}`])])),
    );
    const drawing = draw(tree);
    expect(drawing.rows.map(({ node }) => node)).toEqual(['n0', `n${deepestLevel}`, `n${2 * deepestLevel}`]);
    expectRight(tree, drawing);
  });

  it('says how bad an outcome is, who takes it and by when', () => {
    const tree = treeOf('a', { a: outcome });
    const [row] = draw(tree).rows;
    expect(row?.text.map(({ text }) => text)).toEqual(['sev3', 'support-lead, within 1\u00a0h', 'It ends.']);
    expect(row?.said).toBe('sev3 outcome: It ends. support-lead, within 1\u00a0h.');
  });

  it('names another tree by its title', () => {
    const other = treeOf('x', { x: outcome });
    const tree = treeOf('a', {
      a: ask(['b', 'c']),
      b: { kind: 'tree', tree: 'other' },
      c: { kind: 'tree', tree: 'gone#x' },
    });
    expect(flat(draw(tree, new Map([['other', { ...other, title: 'A chain' }]])).rows).map(({ said }) => said)).toEqual(
      ['Question: Which?', 'If “To b”: Another tree: A chain', 'If “To c”: Another tree: gone'],
    );
  });

  it('shortens what a reference says to two lines', () => {
    const long =
      'Does our first Ethereum node keep up with the others, and agree with the second one about every block?';
    const tree = treeOf('a', { a: ask(['b', 'b']), b: ask([], long) });
    const reference = flat(draw(tree).rows).at(-1);
    expect(reference?.text).toHaveLength(2);
    expect(reference?.text.at(-1)?.text).toMatch(/ …”$/);
    expect(reference?.said).toContain(long);
  });
});

const project = await loadProject({ root: packageRoot });

it.each([...project.trees])('draws %s: every node and choice once, nothing on anything else', (_id, tree) => {
  const drawing = drawTree(tree, project.trees, project.escalation);
  expectRight(tree, drawing);
  expect(drawing.rows).toHaveLength(1);
  expect(drawTree(tree, project.trees, project.escalation)).toEqual(drawing);
});

/** Any nodes, leading anywhere: circles, what nothing leads to, long words and accents among them. */
function randomTree(seed: number): Tree {
  const random = generator(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const vocabulary = [
    'a',
    'Wallet',
    'não',
    'confirmação',
    'WWWWWWWW',
    'iiii',
    'runbooks/network/evm-rpc-degraded#bsc-first',
    '漢字',
    '—',
    '15 min',
  ];
  const words = (most: number): string => {
    let text = pick(vocabulary);
    for (let next = pick(vocabulary); random() < 0.85 && text.length + next.length < most; next = pick(vocabulary))
      text += ` ${next}`;
    return text.slice(0, most);
  };
  const ids = Array.from({ length: 1 + Math.floor(random() * 40) }, (_, index) => `n${index}`);
  // A low reach makes long thin trees, a high one makes tangles.
  const reach = 1 + Math.floor(random() * (random() < 0.5 ? 2 : ids.length));
  const ends = random() * 0.4;
  const node = (index: number): unknown => {
    const kind = random();
    if (kind < ends)
      return { ...outcome, outcome: words(140), severity: pick(['sev1', 'sev2', 'sev5']), owner: { role: words(60) } };
    if (kind < ends + 0.05) return { kind: 'tree', tree: 'other' };
    const to = Array.from({ length: Math.floor(random() * 5) }, () =>
      pick(random() < 0.1 ? ids : ids.slice(index + 1, index + 1 + reach).concat(ids.at(-1) ?? 'n0')),
    );
    const asking = ask(to, words(200), () => words(90));
    return random() < 0.3 ? { ...asking, kind: 'check', check: 'runbooks/a/page#head' } : asking;
  };
  return treeOf('n0', Object.fromEntries(ids.map((id, index) => [id, node(index)])));
}

it('draws any tree: every node and choice once, nothing on anything else, nothing wider than the drawing', () => {
  let parts = 0;
  let references = 0;
  let deepest = 0;
  for (let seed = 1; seed <= 200; seed += 1) {
    const tree = randomTree(seed);
    const drawing = draw(tree);
    expectRight(tree, drawing);
    parts += drawing.rows.length;
    deepest = Math.max(deepest, ...flat(drawing.rows).map(({ box }) => box.x));
    references += flat(drawing.rows).filter(({ kind }) => kind === 'reference').length;
  }
  // The trees are not all of one simple kind.
  expect(parts).toBeGreaterThan(300);
  expect(references).toBeGreaterThan(1000);
  expect(deepest).toBeGreaterThan(150);
});
