import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { numbers } from './draft.fixture.ts';

describe('JSON in its one form', () => {
  // The examples of RFC 8785, sections 3.2.2 and 3.2.3.
  it('writes numbers and texts as RFC 8785 does', () => {
    expect(
      canonicalJson(
        JSON.parse(
          String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
        ),
      ),
    ).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts keys by their UTF-16 units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude02', '\u0080', '\u00f6'];
    expect(Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))) as object)).toEqual(
      expect.arrayContaining(keys),
    );
    expect(canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude02":0,"\ufb33":0}',
    );
  });

  it.each([
    ['no number', Number.NaN],
    ['an endless number', { a: Number.POSITIVE_INFINITY }],
    ['half a surrogate pair', ['\ud800']],
    ['half a pair in a key', { '\udc00': 1 }],
    ['something that is not there', { a: undefined }],
    ['a date', new Date(0)],
    ['a hole in a list', new Array(2)],
    ['a large number', 1n],
  ])('refuses %s rather than say something else', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('whatever the data', () => {
  const next = numbers(20_261_125);
  const texts = ['', 'a', '\u0000', '"\\', '€', '\ud83d\ude02', 'b\nc', '__proto__', '10', '9'];
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  function value(depth: number): unknown {
    const kind = next(depth > 3 ? 4 : 6);
    if (kind === 0) return pick([null, true, false]);
    if (kind === 1) return (next(1_000_000) - 500_000) / pick([1, 3, 1e9, 1e-9]);
    if (kind <= 3) return pick(texts) + pick(texts);
    if (kind === 4) return Array.from({ length: next(4) }, () => value(depth + 1));
    return JSON.parse(
      `{${[...new Set(Array.from({ length: next(5) }, () => pick(texts)))].map((key) => `${JSON.stringify(key)}:${JSON.stringify(value(depth + 1))}`).join(',')}}`,
    );
  }
  const shuffled = (data: unknown): unknown => {
    if (Array.isArray(data)) return data.map(shuffled);
    if (typeof data !== 'object' || data === null) return data;
    const entries = Object.entries(data).map(
      ([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(shuffled(each))}`,
    );
    return JSON.parse(`{${entries.toReversed().join(',')}}`);
  };

  it('it reads back as the same data, and the order of keys makes no difference', () => {
    for (let index = 0; index < 1_000; index += 1) {
      const data = value(0);
      const text = canonicalJson(data);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(data)));
      expect(canonicalJson(shuffled(data))).toBe(text);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }
  });
});
