import type { CheckDefinition, ParamShape, ParamValues } from '../checks/define.ts';
import { paramMeta } from '../checks/param.ts';

/** Types a block's attributes by the check's own schemas. A string says what does not fit. */
export function parseParams(
  definition: Pick<CheckDefinition, 'params'>,
  given: Readonly<Record<string, string>>,
): ParamValues<ParamShape> | string {
  const values: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(definition.params)) {
    const parsed = schema.safeParse(given[name]);
    if (parsed.success) values[name] = parsed.data;
    else if (given[name] === undefined)
      return `The parameter \`${name}\` is missing; expected ${paramMeta(schema).expected}.`;
    else return `\`${name}\` is \`${given[name].slice(0, 100)}\`; expected ${paramMeta(schema).expected}.`;
  }
  return values;
}
