import { expect, it } from 'vitest';
import { z } from 'zod';
import { readJson } from './read-json.ts';
import { wholeNumber } from './whole-number.ts';

const read = (value: unknown) => readJson({ json: () => value }, z.looseObject({ height: wholeNumber }), 'The block');

it('reads whole numbers, written as numbers or as texts', () => {
  for (const height of [0, 7, '7', '0', '9007199254740991', Number.MAX_SAFE_INTEGER])
    expect(read({ height }).height).toBe(Number(height));
});

it('refuses everything else, with a sentence that names the place', () => {
  for (const height of [-1, 1.5, '1.5', '-1', '', ' 7', '0x7', '1e3', '9007199254740993', 2 ** 60, null, true, [], {}])
    expect(() => read({ height })).toThrow(
      'The block is not what its protocol says. `height`: Expected a whole number, 0 or more.',
    );
  expect(() => read({})).toThrow('`height`');
});
