import { expect, it } from 'vitest';
import { hasWords } from './has-words.ts';

it.each([
  ['', true],
  ['  ', true],
  ['pend', true],
  ['TRANSACCION pendiente', true],
  ['transação', true],
  ['pending card', false],
  ['ending', false],
  ['(pending)', true],
])('finds a macro by the beginnings of its words, in any language: “%s”', (typed, isFound) => {
  expect(hasWords('tx-pending Your transaction is pending. Su transacción está pendiente Transação', typed)).toBe(
    isFound,
  );
});
