import type { Project } from '../../src/project/load.ts';
import { type allBlocks, planBlocks } from '../../src/project/plan.ts';
import { createToolBox } from '../../src/redact/redact.ts';
import { redactJson } from '../../src/redact/redact-json.ts';
import type { PlannedBlock } from '../../src/schemas/planned-block.ts';

type Blocks = ReturnType<typeof allBlocks>;

/** `--list`: the blocks by page. Exit code 0, or 3 where there are none. */
export function printList(project: Project, blocks: Blocks, environment: string, json: boolean): number {
  const planned = planBlocks(project, blocks, { environment });
  if (json) {
    process.stdout.write(`${JSON.stringify({ environment, blocks: planned.map(summary) }, null, 2)}\n`);
    return planned.length > 0 ? 0 : 3;
  }
  let page = '';
  for (const { block, title, check, target, page: at } of planned) {
    if (at.file !== page) process.stdout.write(`${page === '' ? '' : '\n'}${at.file}\n`);
    page = at.file;
    process.stdout.write(`  ${block}\n      ${title} · ${check}${target ? ` · ${target}` : ''}\n`);
  }
  process.stderr.write(
    planned.length === 0 ? 'No block matches.\n' : `\n${planned.length} blocks in environment \`${environment}\`.\n`,
  );
  return planned.length > 0 ? 0 : 3;
}

/** `--dry-run`: what would be asked of which target. Values that people gave are shown without secrets. */
export async function printPlan(
  project: Project,
  blocks: Blocks,
  environment: string,
  params: Record<string, string>,
  json: boolean,
): Promise<number> {
  const targets = project.environments.get(environment) ?? {};
  // The lab is not started for this, so its example values have only their names.
  const toolsFor = createToolBox();
  const planned = await Promise.all(
    planBlocks(project, blocks, { environment, params, labValue: (name) => `lab:${name}` }).map(async (each) => ({
      ...each,
      params: await redactJson(each.params, {}, toolsFor),
      problem: await redactJson(each.problem, {}, toolsFor),
    })),
  );
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ environment, blocks: planned.map((each) => ({ ...summary(each), params: each.params, problem: isLabValue(each) ? null : each.problem })) }, null, 2)}\n`,
    );
    return planned.length > 0 ? 0 : 3;
  }
  for (const each of planned) {
    const target = targets[each.target ?? ''];
    const params = Object.entries(each.params)
      .filter(([name]) => name !== 'target')
      .map(([name, value]) => `${name}=${value}`)
      .join(' ');
    process.stdout.write(
      `${each.block}\n    ${each.check}${each.target ? ` → ${each.target} (${target?.service ? `lab service ${target.service}` : (target?.url ?? 'not in this environment')})` : ''}${params ? `\n    ${params}` : ''}\n`,
    );
    if (each.problem && !isLabValue(each))
      process.stdout.write(`    would be ${each.problem.code}: ${each.problem.message}\n`);
  }
  process.stderr.write(`\n${planned.length} blocks would run in environment \`${environment}\`; nothing was asked.\n`);
  return planned.length > 0 ? 0 : 3;
}

/** A lab value known only by name cannot be judged before the lab runs. */
function isLabValue({ params, problem }: PlannedBlock): boolean {
  return problem?.code === 'config' && Object.values(params).some((value) => value.startsWith('lab:'));
}

function summary({ block, title, check, page, layer, provider, journeys, target }: PlannedBlock) {
  return { block, title, check, page, layer, provider, journeys, target };
}
