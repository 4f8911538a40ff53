import { expect, it } from 'vitest';
import { packageRoot } from '../../project/folders.ts';
import { loadProject } from '../../project/load.ts';
import { outcomesOf } from './outcomes-of.ts';

it('finds each outcome that sends a macro once, under its tree', async () => {
  const { trees, macros } = await loadProject({ root: packageRoot });
  const uses = outcomesOf(Object.fromEntries(trees));
  const outcomes = [...trees.values()].flatMap(({ nodes }) =>
    Object.values(nodes).flatMap((node) => (node.kind === 'outcome' && node.macro ? [node.outcome] : [])),
  );
  const found = [...uses.values()].flatMap((its) => its.flatMap((use) => use.outcomes));
  expect(found.sort()).toEqual(outcomes.sort());
  expect(outcomes.length).toBeGreaterThan(10);
  for (const [macro, its] of uses) {
    expect(macros.has(macro), macro).toBe(true);
    expect(new Set(its.map(({ tree }) => tree)).size).toBe(its.length);
  }
});
