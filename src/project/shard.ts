import { createHash } from 'node:crypto';

/** One of `of` parts, from 1. */
export interface Shard {
  part: number;
  of: number;
}

/**
 * The part of `items` that a shard runs. All shards together have each item once, and their sizes
 * differ by one at the most. Which shard an item is in depends on ids alone, not on their order: items
 * are cut in the order of their ids' hashes, so that a new one moves few others.
 */
export function takeShard<T>(items: readonly T[], { part, of }: Shard, idOf: (item: T) => string): T[] {
  const byHash = items
    .map((item) => ({ item, hash: createHash('sha256').update(idOf(item)).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const edge = (index: number): number => Math.round((items.length * index) / of);
  const mine = new Set(byHash.slice(edge(part - 1), edge(part)).map(({ item }) => item));
  return items.filter((item) => mine.has(item));
}
