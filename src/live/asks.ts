import { z } from 'zod';
import { isRequired, paramMeta } from '../checks/param.ts';
import type { Project } from '../project/load.ts';
import type { Ask } from '../schemas/api.ts';
import type { Block, Page } from '../schemas/page.ts';

/** What a block asks a person for. `labValue` gives the value of an example that the lab has, where there is a lab. */
export function asksOf(
  project: Project,
  page: Page,
  block: Block,
  labValue: ((name: string, target: string | null) => string | null) | undefined,
): Ask[] {
  const shape = project.registry.get(block.use)?.definition.params ?? {};
  return block.ask.map((name) => {
    const schema = shape[name];
    const written = page.frontmatter.examples[block.localId]?.[name];
    const example = written?.startsWith('lab:') ? labValue?.(written.slice(4), block.params.target ?? null) : written;
    return {
      name,
      expected: schema ? paramMeta(schema).expected : 'a text',
      ...patternOf(schema),
      choices: schema ? choicesOf(schema) : null,
      example: example ?? block.params[name] ?? null,
      required: schema ? isRequired(schema) : true,
    };
  });
}

/** The schema below `.optional()`, `.default()` and transformations. */
function inner(schema: z.ZodType): z.ZodType {
  let current: z.ZodType = schema;
  for (;;) {
    if (current instanceof z.ZodOptional || current instanceof z.ZodDefault) current = current.unwrap() as z.ZodType;
    else if (current instanceof z.ZodPipe) current = current.in as z.ZodType;
    else return current;
  }
}

/** The regular expression that a value must match, where there is one. */
function patternOf(schema: z.ZodType | undefined): Pick<Ask, 'pattern' | 'flags'> {
  const its = schema && inner(schema);
  for (const check of (its instanceof z.ZodString && its.def.checks) || []) {
    const { def } = check._zod;
    if ('pattern' in def && def.pattern instanceof RegExp)
      return { pattern: def.pattern.source, flags: def.pattern.flags };
  }
  return { pattern: null, flags: '' };
}

function choicesOf(schema: z.ZodType): string[] | null {
  const its = inner(schema);
  return its instanceof z.ZodEnum ? its.options.map(String) : null;
}
