import { expect, it } from 'vitest';
import { markedText } from './marked-text.ts';

const plain = (text: string, marks: [number, number][]): string =>
  markedText(text, marks)
    .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join('');

it.each([
  ['nonce too low', [[0, 5]], '[nonce] too low'],
  [
    'nonce too low',
    [
      [0, 5],
      [10, 13],
    ],
    '[nonce] too [low]',
  ],
  ['nonce too low', [], 'nonce too low'],
  ['nonce', [[0, 5]], '[nonce]'],
] as [string, [number, number][], string][])('shows what was matched in “%s”', (text, marks, shown) => {
  expect(plain(text, marks)).toBe(shown);
});

it('shows of a long text what stands around the match, in whole words', () => {
  const text = `${'before '.repeat(40)}match ${'after '.repeat(40)}`.trim();
  const at = text.indexOf('match');
  const shown = plain(text, [[at, at + 5]]);
  expect(shown).toMatch(/^… (before )+\[match\]( after)+ …$/);
  expect(shown.length).toBeLessThan(175);
});

it('cuts what has no words', () => {
  expect(plain('x'.repeat(1000), [[900, 1000]])).toHaveLength(160 + 2 + 2);
});
