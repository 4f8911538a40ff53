import type { Project } from '../../src/project/load.ts';
import { formatDiagnostic } from '../../src/schemas/diagnostic.ts';
import { suggest } from '../../src/text/nearest.ts';
import type { Place } from '../../src/trees/graph.ts';
import { UsageError } from './define-command.ts';

/** The tree that is named; none, several or an unknown one is wrong use. */
export function treeFrom(operands: readonly string[], project: Project): string {
  const known = [...project.trees.keys()];
  const [tree, ...more] = operands;
  if (tree === undefined) throw new UsageError(`Which tree?${suggest('', known)}`);
  if (more.length > 0)
    throw new UsageError(`One tree at a time; received ${operands.map((each) => `\`${each}\``).join(' and ')}.`);
  if (project.trees.has(tree)) return tree;
  // A tree that cannot be read is there all the same: its mistakes are what to say.
  const broken = project.diagnostics.filter(({ path }) => path === `src/content/trees/${tree}.yaml`);
  if (broken.length > 0)
    throw new UsageError(
      `${broken.map(formatDiagnostic).join('\n')}\nThe tree \`${tree}\` cannot be walked: these mistakes must be corrected first.`,
    );
  throw new UsageError(`There is no tree \`${tree}\`.${suggest(tree, known)}`);
}

/** The mistakes in the trees that this walk may come to. One elsewhere keeps nobody from an answer at night. */
export function mistakesOf(project: Project, places: readonly Place[]) {
  const paths = new Set(['src/content/escalation.yaml', ...places.map(({ tree }) => `src/content/trees/${tree}.yaml`)]);
  return project.diagnostics.filter(({ severity, path }) => severity === 'error' && paths.has(path));
}
