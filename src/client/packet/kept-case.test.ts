import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetCase, keepCase, readKeptCase } from './kept-case.ts';

let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const swap = { from: { kind: 'triage', id: 'swap-bridge' }, key: 'a_b.c' } as const;
const nothing = { facts: {}, severity: null, keptAt: null };

it('keeps a case, apart from another walk’s through the same tree, until it is forgotten', () => {
  expect(keepCase(swap, { facts: { impact: 'Swaps fail' }, severity: 'sev2' }, 5)).toBe(true);
  expect(readKeptCase(swap)).toEqual({ facts: { impact: 'Swaps fail' }, severity: 'sev2', keptAt: 5 });
  expect(readKeptCase({ ...swap, key: 'a_c.d' })).toEqual(nothing);
  forgetCase(swap);
  expect(readKeptCase(swap)).toEqual(nothing);
});

it.each([
  'no JSON',
  'null',
  '[]',
  '"text"',
  '{"facts":"x","severity":"sev9","keptAt":"now"}',
  '{"facts":{"impact":5,"__proto__":{"who":"x"},"other":"y"}}',
])('takes nothing from what is not ours: %s', (text) => {
  keepCase(swap, { facts: {}, severity: null }, 0);
  for (const key of stored.keys()) stored.set(key, text);
  expect(readKeptCase(swap)).toEqual(nothing);
});

it('says that it cannot keep it where the browser keeps nothing', () => {
  vi.stubGlobal('sessionStorage', {
    setItem() {
      throw new Error('full');
    },
  });
  expect(keepCase(swap, { facts: {}, severity: null }, 0)).toBe(false);
});
