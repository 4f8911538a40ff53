import type { Project } from '../../src/project/load.ts';
import type { allBlocks } from '../../src/project/plan.ts';
import type { Diagnostic } from '../../src/schemas/diagnostic.ts';
import { type Layer, layers } from '../../src/schemas/layer.ts';
import { changedSince } from './changed-since.ts';
import { checkParams } from './check-params.ts';
import { UsageError } from './define-command.ts';
import { openProject } from './open-project.ts';
import type { CheckOptions, RunSettings } from './run-options.ts';
import { treePath } from './tree-path.ts';

export interface Chosen {
  project: Project;
  environment: string;
  blocks: ReturnType<typeof allBlocks>;
}

/** The mistakes that keep the chosen pages from being run. */
export interface Mistaken {
  project: Project;
  errors: Diagnostic[];
}

/** Reads the tree and picks the blocks that the command line names; what it names wrongly is wrong use. */
export async function chooseBlocks(
  options: CheckOptions,
  operands: readonly string[],
  run: Pick<RunSettings, 'params' | 'shard'>,
  { fresh = false }: { fresh?: boolean } = {},
): Promise<Chosen | Mistaken> {
  const { project, environment } = await openProject({ ...options, fresh });
  const [{ selectBlocks }, { takeShard }] = await Promise.all([
    import('../../src/project/select.ts'),
    import('../../src/project/shard.ts'),
  ]);
  const selection = {
    // A file that is there is meant as that file, wherever the person stands.
    patterns: operands.map((operand) =>
      /\.mdx?$/.test(operand) ? (treePath(project.root, operand) ?? operand) : operand,
    ),
    tags: options.tag,
    layers: options.layer.map(toLayer),
    providers: options.provider,
    journeys: options.journey,
  };
  const { errors, unknown, blocks: selected } = selectBlocks(project, selection, environment);
  if (unknown.length > 0) throw new UsageError(unknown.join('\n'));
  if (errors.length > 0) return { project, errors };
  await checkParams(project, selected, run.params);
  const changed =
    options.changed === undefined ? selected : await onlyChanged(options.changed, selected, project, environment);
  const blocks = run.shard ? takeShard(changed, run.shard, ({ block }) => block.id) : changed;
  if (run.shard && changed.length > 0 && blocks.length === 0)
    process.stderr.write(`Part ${options.shard} is empty: there are ${changed.length} blocks in all.\n`);
  return { project, environment, blocks };
}

async function onlyChanged(
  reference: string,
  selected: Chosen['blocks'],
  project: Project,
  environment: string,
): Promise<Chosen['blocks']> {
  const { affectedBlocks } = await import('../../src/project/affected.ts');
  const blocks = affectedBlocks(selected, await changedSince(reference, project.root), environment);
  if (selected.length > 0 && blocks.length === 0)
    process.stderr.write(
      `Nothing that has changed since \`${reference}\` concerns one of ${selected.length} blocks.\n`,
    );
  return blocks;
}

function toLayer(name: string): Layer {
  const layer = layers.find((each) => each === name);
  if (!layer)
    throw new UsageError(`\`--layer ${name}\` is no layer; expected ${layers.map((l) => `\`${l}\``).join(', ')}.`);
  return layer;
}
