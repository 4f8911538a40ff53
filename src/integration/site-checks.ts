import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { explanationOf } from '../checks/explanation.ts';
import { isRequired, paramMeta } from '../checks/param.ts';
import type { RegisteredCheck } from '../checks/registry.ts';
import { type PrintableBlock, printBlock } from '../markdown/print-block.ts';
import type { Project } from '../project/load.ts';
import { writeDuration } from '../schemas/duration.ts';
import type { Block, Page } from '../schemas/page.ts';
import { readingType, readingUnit } from '../schemas/reading.ts';
import type { SiteCheck, SiteParam, SiteUse } from '../schemas/site-check.ts';
import { exampleBlock } from './example-block.ts';

interface Use extends SiteUse {
  block: Block;
}

/** What the pages about checks say of each, by id. `pages` are those that the site has. */
export function siteChecks({ registry }: Project, pages: readonly Page[]): Record<string, SiteCheck> {
  const uses = Map.groupBy(
    pages.flatMap(({ id, blocks }) =>
      blocks.map((block): Use => ({ page: id, localId: block.localId, title: block.title, block })),
    ),
    ({ block }) => block.use,
  );
  return Object.fromEntries(
    [...registry.values()]
      .sort((a, b) => a.id.localeCompare(b.id, 'en'))
      .map((check) => [check.id, siteCheck(check, uses.get(check.id) ?? [])]),
  );
}

function siteCheck(check: RegisteredCheck, uses: readonly Use[]): SiteCheck {
  const { summary, layer, params, readings, pointers = false, secrets = [] } = check.definition;
  const shown = mostTelling(uses);
  return {
    summary,
    layer,
    explanation: explanationOf(readFileSync(check.file, 'utf8')),
    params: Object.entries(params).map(([name, schema]) => siteParam(name, schema)),
    readings: Object.entries(readings).map(([name, spec]) => ({
      name,
      type: readingType(spec),
      unit: readingUnit(spec),
      summary: spec.summary,
    })),
    pointers,
    secrets: [...secrets],
    example: {
      markdown: printBlock(shown ? printable(shown.block) : exampleBlock(check)),
      from: shown && withoutBlock(shown),
    },
    uses: uses.map(withoutBlock),
  };
}

function siteParam(name: string, schema: z.ZodType): SiteParam {
  const { kind, expected } = paramMeta(schema);
  const { data } = schema.safeParse(undefined);
  const isDuration = kind === 'duration' && typeof data === 'number';
  return {
    name,
    expected,
    isRequired: isRequired(schema),
    default: data === undefined ? null : isDuration ? writeDuration(data) : String(data),
  };
}

/** The block that shows most of its check: the first of those with the most rows and parameters. */
function mostTelling(uses: readonly Use[]): Use | null {
  const size = ({ block }: Use): number => block.rows.length + Object.keys(block.params).length + block.ask.length;
  const most = Math.max(...uses.map(size));
  return uses.find((use) => size(use) === most) ?? null;
}

const withoutBlock = ({ page, localId, title }: Use): SiteUse => ({ page, localId, title });

function printable(block: Block): PrintableBlock {
  return {
    ...block,
    rows: block.rows.map(({ reading, healthy, degraded, meaning }) => ({
      reading,
      healthy: healthy.source,
      degraded: degraded?.source ?? null,
      meaning,
    })),
  };
}
