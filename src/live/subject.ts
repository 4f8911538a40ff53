import { createHash } from 'node:crypto';
import type { Block } from '../schemas/page.ts';

/**
 * What a block claims, as a short hash: its check, parameters and table as the page writes them. A proof
 * of a block that has since been edited says nothing of what it claims now.
 */
export function subjectOf({ use, params, ask, rows }: Block): string {
  const claims = [
    use,
    Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)),
    ask,
    rows.map(({ reading, healthy, degraded }) => [reading, healthy.source, degraded?.source ?? null]),
  ];
  return createHash('sha256').update(JSON.stringify(claims)).digest('hex').slice(0, 16);
}
