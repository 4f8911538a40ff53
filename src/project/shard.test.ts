import { describe, expect, it } from 'vitest';
import { takeShard } from './shard.ts';

const blocks = Array.from({ length: 103 }, (_, index) => `runbooks/a/page-${index % 9}#block-${index}`);
const self = (id: string): string => id;
const shards = (items: readonly string[], of: number): string[][] =>
  Array.from({ length: of }, (_, index) => takeShard(items, { part: index + 1, of }, self));

describe('shards', () => {
  it.each([1, 2, 3, 7, 103, 200])('of %i parts have every block once, and are of one size', (of) => {
    const parts = shards(blocks, of);
    expect(parts.flat().toSorted()).toEqual(blocks.toSorted());
    const sizes = parts.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  it('keep the order of the blocks', () => {
    for (const part of shards(blocks, 4)) expect(part).toEqual(blocks.filter((id) => part.includes(id)));
  });

  it('are the same whatever the order of the blocks', () => {
    const turned = blocks.toReversed();
    expect(shards(turned, 4).map((part) => part.toSorted())).toEqual(shards(blocks, 4).map((part) => part.toSorted()));
  });

  it('change little when a block is added', () => {
    const before = shards(blocks, 4);
    const after = shards([...blocks, 'runbooks/new#one'], 4);
    const moved = blocks.filter(
      (id) => before.findIndex((part) => part.includes(id)) !== after.findIndex((part) => part.includes(id)),
    );
    expect(moved.length).toBeLessThanOrEqual(4);
  });
});
