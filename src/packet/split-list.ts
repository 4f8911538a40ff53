import type { FactName } from '../schemas/case-facts.ts';

/** The entries of a list as people paste it: one a line, or behind commas; each once. A hash has no blanks in it. */
export function splitList(name: Extract<FactName, 'hashes' | 'orders'>, text: string): string[] {
  const entries = text.split(name === 'hashes' ? /[\s,;]+/ : /[\n\r,;]+/).map((entry) => entry.trim());
  return [...new Set(entries)].filter((entry) => entry !== '');
}
