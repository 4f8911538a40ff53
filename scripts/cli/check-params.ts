import { paramMeta } from '../../src/checks/param.ts';
import type { Project } from '../../src/project/load.ts';
import type { allBlocks } from '../../src/project/plan.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';

/** Holds `--param` values against the blocks that were picked: somebody must ask for them, and they must fit. */
export function checkParams(
  project: Project,
  blocks: ReturnType<typeof allBlocks>,
  params: Readonly<Record<string, string>>,
): void {
  const asked = [...new Set(blocks.flatMap(({ block }) => block.ask))];
  for (const [name, value] of Object.entries(params)) {
    if (!asked.includes(name)) {
      const none = asked.length === 0 ? ' None of these blocks asks for anything.' : suggest(name, asked);
      throw new UsageError(`\`--param ${name}=…\`: no block asks for \`${name}\`.${none}`);
    }
    for (const { block } of blocks.filter((each) => each.block.ask.includes(name))) {
      const schema = project.registry.get(block.use)?.definition.params[name];
      if (schema && !schema.safeParse(value).success) {
        throw new UsageError(
          `\`--param ${name}=${value.slice(0, 80)}\`: \`${block.id}\` expects ${paramMeta(schema).expected}.`,
        );
      }
    }
  }
}
