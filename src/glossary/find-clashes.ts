import type { Glossary, GlossaryEntry } from '../schemas/glossary.ts';

/** An entry with where it stands. */
export interface PlacedEntry {
  /** `family/entry`. */
  ref: string;
  family: string;
  id: string;
  entry: GlossaryEntry;
}

/** All entries, in the order of their files. */
export function placedEntries(glossary: Glossary): PlacedEntry[] {
  return [...glossary].flatMap(([family, { entries }]) =>
    Object.entries(entries).map(([id, entry]) => ({ ref: `${family}/${id}`, family, id, entry })),
  );
}

/**
 * By `family/entry`: the entries that have the same code, or without one the same text, and mean something else. Two orders in
 * the same state mean the same. A number that one maker gives to several texts, as geth does with -32000, tells
 * nothing within its family, and clashes only with others.
 */
export function findClashes(glossary: Glossary): Map<string, string[]> {
  const clashes = new Map<string, string[]>();
  const placed = placedEntries(glossary);
  const groups = new Map<string, PlacedEntry[]>();
  for (const each of placed) {
    // What has a code goes by it: two codes may well say the same words.
    const name = (each.entry.code ?? each.entry.text ?? '').toLowerCase();
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  for (const group of groups.values())
    for (const one of group)
      for (const other of group)
        if (one !== other && !meansTheSame(one, other, group))
          clashes.set(one.ref, [...new Set([...(clashes.get(one.ref) ?? []), other.ref])]);
  return clashes;
}

function meansTheSame(one: PlacedEntry, other: PlacedEntry, group: readonly PlacedEntry[]): boolean {
  if (one.entry.state !== undefined && one.entry.state === other.entry.state) return true;
  if (one.family !== other.family) return false;
  return [one, other].some(
    ({ family, entry }) => group.filter((each) => each.family === family && each.entry.by === entry.by).length > 1,
  );
}
