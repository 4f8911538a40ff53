import type { ParamShape } from '../checks/define.ts';
import { unitsOf } from '../checks/expectation.ts';
import { paramMeta } from '../checks/param.ts';
import { pageUrl } from '../markdown/page-id.ts';
import type { Block, Page, Row } from '../schemas/page.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import type { ReadingSpec } from '../schemas/reading.ts';
import { type Reason, type ReasonCode, reasons } from '../schemas/reason.ts';
import { suggest } from '../text/nearest.ts';
import type { Project } from './load.ts';
import type { Targets } from './load-data.ts';

export interface PlanOptions {
  environment: string;
  /** `--param` values: they fill what blocks ask for. */
  params?: Readonly<Record<string, string>>;
  /** The value of `lab:NAME` for a block whose target is `target`; `null` where the lab has none. */
  labValue?: ((name: string, target: string | null) => string | null) | undefined;
  /** Names of the lab's values, for saying which was meant. */
  labNames?: readonly string[] | undefined;
}

/** Makes blocks ready to run in one environment: targets looked up, asked parameters filled. */
export function planBlocks(
  project: Project,
  blocks: readonly { page: Page; block: Block }[],
  options: PlanOptions,
): PlannedBlock[] {
  const targets = project.environments.get(options.environment) ?? {};
  return blocks.map(({ page, block }) => planBlock(project, page, block, targets, options));
}

/** Every block of every page, in reading order. Blocks of translations are those of their sources. */
export function allBlocks(project: Project): { page: Page; block: Block }[] {
  return project.pages.flatMap((page) => page.blocks.map((block) => ({ page, block })));
}

function planBlock(project: Project, page: Page, block: Block, targets: Targets, options: PlanOptions): PlannedBlock {
  const check = project.registry.get(block.use) ?? null;
  const shape = check?.definition.params ?? {};
  const mainTarget = block.params.target ?? null;
  const target = mainTarget === null ? null : (targets[mainTarget] ?? null);
  const { params, missing, invalid, ownInput } = fillParams(page, block, shape, mainTarget, options);
  const problem =
    unknownTarget(shape, params, targets, options.environment) ??
    (missing.length > 0
      ? reason(
          'needs-input',
          `The block asks for ${missing.map((m) => `\`${m}\``).join(' and ')}, and got none.`,
          `Give it: \`npx runlight check ${block.id} --param ${missing[0]}=…\`.`,
        )
      : null) ??
    (invalid ? reason('config', invalid) : null);
  return {
    block: block.id,
    title: block.title,
    check: block.use,
    checkFile: check?.file ?? '',
    root: project.root,
    page: { file: page.path, ...block.position, url: `${pageUrl(page.id)}#${block.localId}` },
    layer: block.layer ?? target?.layer ?? check?.definition.layer ?? null,
    provider: target?.provider ?? null,
    journeys: page.frontmatter.journeys,
    target: mainTarget,
    params,
    ownInput,
    rows: block.rows,
    readings: Object.fromEntries(block.rows.map((row) => [row.reading, specOf(row, check?.definition.readings ?? {})])),
    outcomes: block.outcomes,
    freshFor: page.frontmatter.freshFor ?? project.config.freshFor,
    isPublic: page.frontmatter.audience === 'public',
    problem,
  };
}

function specOf({ reading, healthy, degraded }: Row, readings: Readonly<Record<string, ReadingSpec>>): ReadingSpec {
  const declared = readings[reading];
  if (declared) return declared;
  // A JSON number counts in the unit that its row writes.
  const [unit] = [healthy, ...(degraded ? [degraded] : [])].flatMap(unitsOf);
  return { type: 'any', ...(unit ? { unit } : {}), summary: 'A JSON pointer.' };
}

function reason(code: ReasonCode, message: string, hint: string = reasons[code].hint): Reason {
  return { code, message, hint };
}

/** Asked parameters take `--param`, else the page's example, else the attribute's own value. */
function fillParams(page: Page, block: Block, shape: ParamShape, target: string | null, options: PlanOptions) {
  const params = { ...block.params };
  const missing: string[] = [];
  let invalid: string | null = null;
  let ownInput = false;
  for (const name of block.ask) {
    const given = options.params?.[name];
    const example = page.frontmatter.examples[block.localId]?.[name];
    const labName = example?.startsWith('lab:') ? example.slice(4) : null;
    const usual = labName === null ? example : (options.labValue?.(labName, target) ?? undefined);
    const value = given ?? usual;
    if (given !== undefined && given !== (usual ?? params[name])) ownInput = true;
    if (value === undefined && labName !== null && options.labValue) {
      invalid = `The lab has no value \`${labName}\`, which the page's example for \`${name}\` names.${suggest(labName, options.labNames ?? [])}`;
      continue;
    }
    if (value === undefined) {
      const isOptional = shape[name]?.safeParse(undefined).success ?? false;
      if (!isOptional && params[name] === undefined) missing.push(name);
      continue;
    }
    params[name] = value;
    const schema = shape[name];
    if (schema && !schema.safeParse(value).success)
      invalid = `\`${name}\` is \`${value.slice(0, 80)}\`; expected ${paramMeta(schema).expected}.`;
  }
  return { params, missing, invalid, ownInput };
}

function unknownTarget(
  shape: ParamShape,
  params: Readonly<Record<string, string>>,
  targets: Targets,
  environment: string,
): Reason | null {
  for (const [name, schema] of Object.entries(shape)) {
    const value = params[name];
    if (paramMeta(schema).kind !== 'target' || value === undefined || Object.hasOwn(targets, value)) continue;
    return reason(
      'config',
      `The environment \`${environment}\` has no target \`${value}\`.${suggest(value, Object.keys(targets))}`,
    );
  }
  return null;
}
