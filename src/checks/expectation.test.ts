import { describe, expect, it } from 'vitest';
import type { ReadingValue } from '../schemas/reading.ts';
import type { Unit } from '../schemas/units.ts';
import { holds, parseExpectation } from './expectation.ts';

type Case = [source: string, unit: Unit | null, holdsFor: ReadingValue[], notFor: ReadingValue[]];

const cases: Case[] = [
  ['= 56', null, [56], [55, '56', null, true]],
  ['= -1.5e2', null, [-150], [150]],
  ['= .5', null, [0.5], [5]],
  ['= true', null, [true], [false, 'false', 1, null]],
  ['= confirmed', null, ['confirmed'], ['Confirmed', 'confirmed ', null]],
  ['= All Systems Operational', null, ['All Systems Operational'], ['All']],
  ['= "56"', null, ['56'], [56]],
  ['= "true"', null, ['true'], [true]],
  ['= "a \\"b\\", c"', null, ['a "b", c'], ['a']],
  ['= ""', null, [''], [null, ' ']],
  ['!= 56', null, [55, 'x'], [56, null]],
  ['!= none', null, ['minor', 3], ['none', null]],
  ['< 15 s', 's', [14.9, 0, -1], [15, 16, null, '3']],
  ['<15s', 's', [14.9], [15]],
  ['< 15 s', 'ms', [14_999], [15_000]],
  ['<= 2 min', 's', [120], [120.1]],
  ['> 33 %', '%', [34], [33, 0]],
  ['>= 1 d', 'h', [24], [23.9]],
  ['< 3 blocks', 'blocks', [2], [3]],
  ['< 1 block', 'blocks', [0], [1]],
  ['<= 20 gwei', 'gwei', [20], [21]],
  ['>= 1 sat/vB', 'sat/vB', [1], [0.5]],
  ['< 10 slots', 'slots', [9], [10]],
  ['< 2048 bytes', 'bytes', [2047], [2048]],
  ['> 0 USD', 'USD', [1], [0]],
  ['between 1 and 5', null, [1, 3, 5], [0.9, 5.1, null, '3']],
  ['between 1 s and 2 min', 's', [1, 120], [0, 121]],
  ['between 1 and 5 s', 'ms', [1000, 5000], [999, 5001]],
  ['in none, minor', null, ['none', 'minor'], ['major', 'none, minor', null]],
  ['in 1, 56', null, [1, 56], [2, '1']],
  ['in "a, b", c', null, ['a, b', 'c'], ['a', 'b']],
  ['in 200, 204', null, [200], [404]],
  ['matches /^v2\\./', null, ['v2.1'], ['v1', null]],
  ['matches /OK|ok/', null, ['is ok'], ['Ok']],
  ['matches /ok/i', null, ['OK'], ['no']],
  ['matches /a\\/b/', null, ['a/b'], ['ab']],
  ['present', null, [0, '', false], [null]],
  ['absent', null, [null], [0, '', false]],
];

describe('an expectation', () => {
  it.each(cases)('`%s` (%s) holds for what it says, and for nothing else', (source, unit, yes, no) => {
    const parsed = parseExpectation(source);
    if (!parsed.ok) throw new Error(parsed.message);
    expect(parsed.expectation.source).toBe(source);
    for (const value of yes) expect([value, holds(parsed.expectation, value, unit)]).toEqual([value, true]);
    for (const value of no) expect([value, holds(parsed.expectation, value, unit)]).toEqual([value, false]);
  });

  it.each([
    '',
    '15 s',
    '==  5',
    '= ',
    '< abc',
    '< 15 secs',
    'between 5 and 1',
    'between 1',
    'in',
    'in a,,b',
    'matches v2',
    'matches /(/',
    'present now',
    '= "open',
    'roughly 5',
    '< 1e999',
    'between 1 and 1e999',
  ])('`%s` is refused with a sentence', (source) => {
    const parsed = parseExpectation(source);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.message).toMatch(/[.?]$/);
  });
});
