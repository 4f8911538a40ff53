import type { CheckDefinition } from '../checks/define.ts';
import { NotTaken } from '../checks/not-taken.ts';
import { type ReadingType, type ReadingValue, readingType } from '../schemas/reading.ts';
import { suggest } from '../text/nearest.ts';

/** Readings by name; an absent one is `null` or not there. */
export type Taken = ReadonlyMap<string, ReadingValue | NotTaken>;

/** Holds what a check returned against what it declares. A string says what is wrong. */
export function takeReadings(
  returned: unknown,
  definition: Pick<CheckDefinition, 'readings' | 'pointers'>,
): Taken | string {
  if (returned === null || typeof returned !== 'object' || Array.isArray(returned)) {
    return `The check returned ${describe(returned)}; expected an object of readings.`;
  }
  const taken = new Map<string, ReadingValue | NotTaken>();
  for (const [name, value] of Object.entries(returned) as [string, unknown][]) {
    const isPointer = definition.pointers === true && (name === '' || name.startsWith('/'));
    const spec = Object.hasOwn(definition.readings, name) ? definition.readings[name] : undefined;
    if (!spec && !isPointer)
      return `The check returned \`${name}\`, which it does not declare.${suggest(name, Object.keys(definition.readings))}`;
    const type = spec ? readingType(spec) : 'any';
    if (value === undefined || value === null) taken.set(name, null);
    else if (value instanceof NotTaken || isOfType(value, type)) taken.set(name, value);
    else return `The check returned ${describe(value)} for \`${name}\`; expected ${expected[type]}.`;
  }
  return taken;
}

const expected: Record<ReadingType, string> = {
  integer: 'a whole number',
  number: 'a number',
  text: 'a text',
  boolean: '`true` or `false`',
  any: 'a number, a text, `true` or `false`',
};

function isOfType(value: unknown, type: ReadingType): value is ReadingValue {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'text':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return '`null`';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text \`${value.slice(0, 60)}\``;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return `\`${value}\`${typeof value === 'bigint' ? ' (a bigint)' : ''}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
