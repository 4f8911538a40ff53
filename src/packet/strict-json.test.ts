import { expect, it } from 'vitest';
import { parseStrictly } from './strict-json.ts';

it.each([
  '{"a":1,"b":{"a":[{"a":2},{"a":3}]}}',
  '[1, -2.5, 0, -0, 1e3, 1.50, 0.1, 1E-7, 123456789012345680000, 5e-324]',
  '{"a":"{\\"a\\":1,\\"a\\":2}"}',
  '"a"',
  '{ "a,b" : [ "," , "{" ] , "c" : null }',
])('reads %s as JSON.parse does', (text) => {
  expect(parseStrictly(text)).toEqual(JSON.parse(text));
});

it.each([
  ['a key twice', '{"a":1,"a":1}'],
  ['a key twice, written differently', '{"a":1,"\\u0061":2}'],
  ['a key twice, deep inside', '[{"b":[{"c":1,"d":2,"c":3}]}]'],
  ['a number that is read as another', '9007199254740993'],
  ['more digits than are read', '{"a":0.10000000000000001}'],
  ['a number too small to be told from nothing', '1e-400'],
  ['a number without end', '1e999'],
  ['no JSON', '{"a":}'],
])('refuses %s', (_, text) => {
  expect(() => parseStrictly(text)).toThrow(SyntaxError);
});
