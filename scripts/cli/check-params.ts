import { judgeValue } from '../../src/project/judge-value.ts';
import type { Project } from '../../src/project/load.ts';
import type { allBlocks } from '../../src/project/plan.ts';
import { suggest } from '../../src/text/nearest.ts';
import { UsageError } from './define-command.ts';
import { inShell } from './in-shell.ts';

/**
 * Holds `--param` values against the blocks that were picked: somebody must ask for them, they must hold
 * no secret (as where people type them into a page), and they must fit. A refused secret is never repeated.
 */
export async function checkParams(
  project: Project,
  blocks: ReturnType<typeof allBlocks>,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  const asked = [...new Set(blocks.flatMap(({ block }) => block.ask))];
  for (const [name, value] of Object.entries(params)) {
    if (!asked.includes(name)) {
      const none = asked.length === 0 ? ' None of these blocks asks for anything.' : suggest(name, asked);
      throw new UsageError(`\`--param ${name}=…\`: no block asks for \`${name}\`.${none}`);
    }
    for (const { block } of blocks.filter((each) => each.block.ask.includes(name))) {
      const objection = await judgeValue(project, block, name, value);
      if (objection?.kind === 'secret') throw new UsageError(`\`--param ${name}=…\`: ${inShell(objection.message)}`);
      if (objection)
        throw new UsageError(
          `\`--param ${name}=${value.length > 80 ? '…' : value}\`: \`${block.id}\` expects ${objection.expected}.`,
        );
    }
  }
}
