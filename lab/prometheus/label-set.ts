import type { Labels } from './metrics.ts';

/** What tells the results of a computation apart: the labels without the metric’s name. */
export function unnamed(labels: Labels): Labels {
  const { __name__: _, ...rest } = labels;
  return rest;
}

export function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
