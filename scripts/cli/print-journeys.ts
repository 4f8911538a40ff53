import type { Journey, Part } from '../../src/schemas/journey.ts';

const isUnchecked = ({ checks }: Part): boolean => checks.length === 0;

/** `diagnose --list`: every journey. Exit code 0, or 3 where there are none. */
export function printJourneys(journeys: ReadonlyMap<string, Journey>, json: boolean): number {
  const rows = [...journeys].map(([journey, { title, does, parts }]) => ({
    journey,
    title,
    does,
    parts: parts.length,
    unchecked: parts.filter(isUnchecked).map(({ id }) => id),
  }));
  if (json) process.stdout.write(`${JSON.stringify({ journeys: rows }, null, 2)}\n`);
  const width = Math.max(0, ...rows.map(({ journey }) => journey.length));
  if (!json)
    for (const { journey, title, does, parts, unchecked } of rows) {
      const gap = unchecked.length === 0 ? '' : `, without a check: ${unchecked.join(', ')}`;
      const indent = ' '.repeat(width + 2);
      process.stdout.write(`${journey.padEnd(width)}  ${title}\n${indent}${does}\n${indent}${parts} parts${gap}\n`);
    }
  if (rows.length === 0) process.stderr.write('There are no journeys: they are files of src/content/journeys/.\n');
  return rows.length === 0 ? 3 : 0;
}

/** `diagnose JOURNEY --list`: its parts, what they need, and what checks them. */
export function printJourney(id: string, journey: Journey, json: boolean): number {
  if (json) {
    process.stdout.write(`${JSON.stringify({ journey: id, ...journey }, null, 2)}\n`);
    return 0;
  }
  process.stdout.write(`${journey.title}: ${journey.does}\n`);
  for (const part of journey.parts) {
    const where = [part.layer, part.provider].filter(Boolean).join(' · ');
    process.stdout.write(`\n${part.id}  ${part.name} · ${where}\n`);
    if (part.needs.length > 0) process.stdout.write(`    needs ${part.needs.join(', ')}\n`);
    for (const { block } of part.checks) process.stdout.write(`    ${block}\n`);
    if (isUnchecked(part)) process.stdout.write('    No check looks at it.\n');
  }
  return 0;
}
