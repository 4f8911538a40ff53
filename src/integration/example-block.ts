import { isRequired, paramMeta } from '../checks/param.ts';
import type { RegisteredCheck } from '../checks/registry.ts';
import type { PrintableBlock } from '../markdown/print-block.ts';
import { type ReadingSpec, readingType } from '../schemas/reading.ts';

/** A target that no tree has: whoever copies the block puts in theirs. */
export const exampleTarget = 'my-target';

/**
 * A block made from what a check declares, for one that no page uses yet. It fits the check, and its
 * limits are such that one who leaves them as they are sees red rather than green.
 */
export function exampleBlock({ id, definition }: RegisteredCheck): PrintableBlock {
  const params: Record<string, string> = {};
  const ask: string[] = [];
  for (const [name, schema] of Object.entries(definition.params)) {
    if (!isRequired(schema)) continue;
    const { kind, expected } = paramMeta(schema);
    const named = [...expected.matchAll(/`([^`]+)`/g)].flatMap(([, text]) => text ?? []);
    const value = kind === 'target' ? exampleTarget : named.find((text) => schema.safeParse(text).success);
    if (value === undefined) ask.push(name);
    else params[name] = value;
  }
  const readings = Object.entries(definition.readings);
  // Heights and counts are seldom what a page judges.
  const first = readings.find(([name, spec]) => name !== 'latency' && readingType(spec) !== 'integer');
  const shown = readings.filter(([name]) => name === first?.[0] || name === 'latency');
  const few = shown.length > 0 ? shown : readings.slice(0, 1);
  return {
    title: definition.summary,
    localId: id,
    use: id,
    params,
    ask,
    layer: null,
    rows: [
      ...few.map(([reading, spec]) => ({ reading, ...limits(spec), meaning: null })),
      ...(definition.pointers ? [{ reading: '/status', healthy: '= ok', degraded: null, meaning: null }] : []),
    ],
    outcomes: {
      Healthy: 'the fault is elsewhere; go on.',
      Failing: 'what the reader does now.',
    },
  };
}

function limits(spec: ReadingSpec): { healthy: string; degraded: string | null } {
  const unit = spec.unit === 'ms' ? 's' : spec.unit;
  if (unit) return { healthy: `< 1 ${unit}`, degraded: `< 3 ${unit}` };
  const healthy = { integer: '= 1', number: '= 1', text: '= what it should be', boolean: '= true', any: '= ok' };
  return { healthy: healthy[readingType(spec)], degraded: null };
}
