import { describe, expect, it } from 'vitest';
import { takeReadings } from './take-readings.ts';

const definition = {
  readings: {
    height: { type: 'integer', summary: '' },
    age: { unit: 's', summary: '' },
    word: { type: 'text', summary: '' },
  },
} as const;

describe('takeReadings', () => {
  it('takes what is declared; undefined is absent', () => {
    expect(takeReadings({ height: 3, age: 1.5, word: undefined }, definition)).toEqual(
      new Map<string, unknown>([
        ['height', 3],
        ['age', 1.5],
        ['word', null],
      ]),
    );
  });

  it.each([
    [undefined, 'The check returned nothing; expected an object of readings.'],
    ['ok', 'The check returned the text `ok`; expected an object of readings.'],
    [[1], 'The check returned a list; expected an object of readings.'],
    [{ heigth: 3 }, 'The check returned `heigth`, which it does not declare. Did you mean `height`?'],
    [{ height: 1.5 }, 'The check returned `1.5` for `height`; expected a whole number.'],
    [{ height: 3n }, 'The check returned `3` (a bigint) for `height`; expected a whole number.'],
    [{ age: Number.NaN }, 'The check returned `NaN` for `age`; expected a number.'],
    [{ age: '12' }, 'The check returned the text `12` for `age`; expected a number.'],
    [{ '/a': 1 }, 'The check returned `/a`, which it does not declare.'],
  ])('says what is wrong with %o', (returned, message) => {
    expect(takeReadings(returned, definition)).toContain(message);
  });

  it('takes JSON pointers where the check knows them', () => {
    expect(takeReadings({ '/a/0': 'x' }, { ...definition, pointers: true })).toEqual(new Map([['/a/0', 'x']]));
  });
});
