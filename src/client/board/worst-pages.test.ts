import { expect, it } from 'vitest';
import { type BlockState, worstPages } from './worst-pages.ts';

const block = (id: string, state: BlockState['state']): BlockState => ({ id, title: null, state });

it('names each page once, by its worst block, the worst page first', () => {
  const found = worstPages([
    block('a#1', 'warn'),
    block('b#1', 'error'),
    block('a#2', 'fail'),
    block('a#3', 'fail'),
    block('c#1', 'warn'),
  ]);
  expect(found.map(({ page, block: { id } }) => [page, id])).toEqual([
    ['a', 'a#2'],
    ['b', 'b#1'],
    ['c', 'c#1'],
  ]);
});

it('names no page that is well, was not run, or was proven too long ago', () => {
  expect(worstPages([block('a#1', 'pass'), block('b#1', 'skip'), block('c#1', 'stale')])).toEqual([]);
});
