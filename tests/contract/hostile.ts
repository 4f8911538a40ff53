/** JSON that no protocol of ours answers with, in the place of an answer or of a part of one. */
export const hostileValues: readonly unknown[] = [
  null,
  [],
  {},
  '',
  'text',
  -1,
  1.5,
  1e300,
  true,
  [null],
  { error: null },
  { error: 'no' },
  { result: {} },
  JSON.parse('{"__proto__":{"toString":1},"constructor":null}'),
  Array.from({ length: 20_000 }, () => ({ number: 1 })),
  JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`),
];
