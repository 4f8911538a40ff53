import { describe, expect, it } from 'vitest';
import { judgeValue, labelOf } from './judge-value.ts';

const hash = `0x${'ab'.repeat(32)}`;
const ask = { pattern: '^0x[0-9a-f]{64}$', flags: 'i', choices: null, example: null, required: true };

describe('judgeValue', () => {
  it('takes what fits, without the spaces and lines that came with it', () => {
    expect(judgeValue(ask, ` \n${hash}\t\n`)).toEqual({ kind: 'good', value: hash });
    expect(judgeValue(ask, hash.toUpperCase())).toEqual({ kind: 'good', value: hash.toUpperCase() });
  });

  it('takes nothing that does not fit the pattern or the choices', () => {
    expect(judgeValue(ask, hash.slice(0, -1))).toEqual({ kind: 'misfit' });
    const choice = { ...ask, pattern: null, choices: ['a', 'b'] };
    expect(judgeValue(choice, 'b')).toEqual({ kind: 'good', value: 'b' });
    expect(judgeValue(choice, 'c')).toEqual({ kind: 'misfit' });
  });

  it('leaves to the page’s example what is empty or the same', () => {
    expect(judgeValue({ ...ask, example: hash }, '  ')).toEqual({ kind: 'good', value: null });
    expect(judgeValue({ ...ask, example: hash }, ` ${hash}`)).toEqual({ kind: 'good', value: null });
    expect(judgeValue({ ...ask, required: false }, '')).toEqual({ kind: 'good', value: null });
  });

  it('misses a value that nothing stands in for', () => {
    expect(judgeValue(ask, ' \n ')).toEqual({ kind: 'missing' });
  });

  it('leaves to the server what it cannot judge', () => {
    expect(judgeValue({ ...ask, pattern: '(?<broken' }, 'x')).toEqual({ kind: 'good', value: 'x' });
    expect(judgeValue({ ...ask, pattern: null }, 'x')).toEqual({ kind: 'good', value: 'x' });
  });
});

it.each([
  ['hash', 'Hash'],
  ['orderId', 'Order id'],
  ['tx-hash', 'Tx hash'],
])('calls the parameter %s “%s”', (name, label) => {
  expect(labelOf(name)).toBe(label);
});
