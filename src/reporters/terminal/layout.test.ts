import { expect, it } from 'vitest';
import { columnsOf, cut, pad, wrap } from './layout.ts';

it.each([
  ['plain', 5],
  ['●▲✕○?', 5],
  ['日本', 4],
  ['🧨', 2],
  ['é', 1],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

it('cuts with an ellipsis, by columns and never inside a character', () => {
  expect(cut('abcdef', 6)).toBe('abcdef');
  expect(cut('abcdef', 4)).toBe('abc…');
  expect(cut('日本語', 4)).toBe('日…');
  expect(cut('👩‍👩‍👧👩‍👩‍👧', 3)).toBe('👩‍👩‍👧…');
  expect(cut('abc', 0)).toBe('…');
});

it('pads by columns', () => {
  expect(pad('日', 4)).toBe('日  ');
  expect(pad('long', 2)).toBe('long');
});

it('wraps between words', () => {
  expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  expect(wrap('', 8)).toEqual([]);
});

it('keeps a long word whole, and breaks only what is longer than two lines', () => {
  expect(wrap('see 0x1234567890 now', 8)).toEqual(['see', '0x1234567890', 'now']);
  expect(wrap('x'.repeat(40), 8)).toEqual(['x'.repeat(16), 'x'.repeat(16), 'x'.repeat(8)]);
});
