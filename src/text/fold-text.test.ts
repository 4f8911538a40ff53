import { expect, test } from 'vitest';
import { foldText } from './fold-text.ts';

test('accents and capitals go, and each place stays where it was', () => {
  const text = 'Transacción É, İstanbul Øre don’t −32000 ß';
  expect(foldText(text)).toHaveLength(text.length);
  expect(foldText('Transacción NÃO don’t −32000')).toBe("transaccion nao don't -32000");
});

test('what is no letter stays as it is', () => {
  expect(foldText('🙂 日本 0x1F')).toBe('🙂 日本 0x1f');
});
