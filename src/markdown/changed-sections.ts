import type { Section } from './page-sections.ts';

/** What has become of a source since it was translated. */
export interface SectionChanges {
  /** Sections of the source that read otherwise, in their order. */
  changed: Section[];
  /** Sections that were not there. */
  added: Section[];
  /** How many are gone. */
  removed: number;
}

/**
 * Holds a source against the hashes of the sections that a translation was made from. The longest common row of
 * both stays; between two sections that stayed, as many as were there before have changed, and the rest is new.
 */
export function changedSections(before: readonly string[], now: readonly Section[]): SectionChanges {
  const changes: SectionChanges = { changed: [], added: [], removed: 0 };
  let [was, is] = [0, 0];
  for (const [oldIndex, newIndex] of [...commonRow(before, now), [before.length, now.length] as const]) {
    const gap = now.slice(is, newIndex);
    const lost = oldIndex - was;
    changes.changed.push(...gap.slice(0, lost));
    changes.added.push(...gap.slice(lost));
    changes.removed += Math.max(0, lost - gap.length);
    [was, is] = [oldIndex + 1, newIndex + 1];
  }
  return changes;
}

/** Index pairs of the longest row of hashes that stands in both, in this order. */
function commonRow(before: readonly string[], now: readonly Section[]): (readonly [number, number])[] {
  const best: (readonly [number, number])[][][] = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: now.length + 1 }, () => []),
  );
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const [skipOld = [], skipNew = [], both = []] = [best[i + 1]?.[j], best[i]?.[j + 1], best[i + 1]?.[j + 1]];
      const longest = before[i] === now[j]?.hash ? [[i, j] as const, ...both] : [];
      const row = [longest, skipOld, skipNew].reduce((a, b) => (b.length > a.length ? b : a));
      const line = best[i];
      if (line) line[j] = row;
    }
  return best[0]?.[0] ?? [];
}
