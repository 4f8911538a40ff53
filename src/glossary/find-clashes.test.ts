import { expect, it } from 'vitest';
import { type GlossaryFamily, glossaryFamilySchema } from '../schemas/glossary.ts';
import { findClashes } from './find-clashes.ts';

const entry = (more: object) => ({ means: 'It.', do: 'That.', sources: ['a'], ...more });
const family = (entries: Record<string, object>): GlossaryFamily =>
  glossaryFamilySchema.parse({
    title: { en: 'F' },
    about: 'A.',
    layer: 'provider',
    sources: { a: { name: 'A' } },
    entries,
  });
const clashes = (families: Record<string, GlossaryFamily>) =>
  Object.fromEntries(findClashes(new Map(Object.entries(families))));

it('the same code in two families clashes, both ways', () => {
  const one = family({ a: entry({ code: '-32005', text: 'limit exceeded' }) });
  const two = family({ b: entry({ code: '-32005', text: 'Node is behind' }) });
  expect(clashes({ one, two })).toEqual({ 'one/a': ['two/b'], 'two/b': ['one/a'] });
});

it('the same code of two makers in one family clashes', () => {
  const one = family({ a: entry({ code: '65', by: 'Visa' }), b: entry({ code: '65', by: 'Mastercard' }) });
  expect(clashes({ one })).toEqual({ 'one/a': ['one/b'], 'one/b': ['one/a'] });
});

it('a number that one maker gives to several texts does not clash within its family', () => {
  const texts = ['nonce too low', 'already known'];
  const one = family({
    ...Object.fromEntries(texts.map((text, index) => [`e${index}`, entry({ code: '-32000', text, by: 'geth' })])),
    list: entry({ code: '-32000', text: 'invalid input', by: 'EIP-1474' }),
  });
  expect(clashes({ one })).toEqual({});
});

it('words clash where there is no code, whatever their capitals; the same state of an order does not', () => {
  const swap = family({ expired: entry({ text: 'EXPIRED' }) });
  const a = family({ expired: entry({ text: 'expired', state: 'expired' }) });
  const b = family({ expired: entry({ text: 'EXPIRED', state: 'expired' }) });
  expect(clashes({ swap, a, b })).toEqual({
    'swap/expired': ['a/expired', 'b/expired'],
    'a/expired': ['swap/expired'],
    'b/expired': ['swap/expired'],
  });
});

it('two codes may say the same words', () => {
  const one = family({ a: entry({ code: '54', text: 'Expired card' }) });
  const two = family({ b: entry({ code: '05', text: 'Expired card' }) });
  expect(clashes({ one, two })).toEqual({});
});
