import type { Fault } from '../schemas/diagnosis.ts';
import { layers } from '../schemas/layer-names.ts';

/**
 * Orders faults, the likeliest first:
 * 1. failing before degraded: what is merely degraded explains no failure;
 * 2. what the journey needs before what only its checks need, such as a second provider to compare with;
 * 3. the deepest layer: provider, backend, API, client;
 * 4. the one that explains more;
 * 5. the one that was proven last;
 * 6. by id, so that the order is always the same.
 */
export function byLikelihood(isNeeded: (part: string) => boolean): (a: Fault, b: Fault) => number {
  const key = (fault: Fault): number[] => [
    fault.state === 'failing' ? 1 : 0,
    isNeeded(fault.part) ? 1 : 0,
    layers.indexOf(fault.layer),
    fault.explains.length,
    Math.max(0, ...fault.evidence.map(({ provenAt }) => Date.parse(provenAt))),
  ];
  return (a, b) => {
    const [first, second] = [key(a), key(b)];
    const at = first.findIndex((value, index) => value !== second[index]);
    if (at >= 0) return (second[at] ?? 0) - (first[at] ?? 0);
    return a.part < b.part ? -1 : 1;
  };
}
