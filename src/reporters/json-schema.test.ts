import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { exampleRun, nightExamples } from './example-run.fixture.ts';
import { reportJsonSchema } from './json-schema.ts';

const schema = reportJsonSchema();
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { 'date-time': true } }).compile(schema);
const { report } = exampleRun(nightExamples);

it('is a draft 2020-12 schema with a name', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:runlight:report:v1',
  });
  expect(validate(report)).toBe(true);
});

it.each([
  ['another version', { ...report, version: 2 }],
  ['a missing key', { version: 1, run: report.run, summary: report.summary }],
  ['an unknown key', { ...report, extra: true }],
  ['an unknown verdict', { ...report, results: [{ ...report.results[0], verdict: 'ok' }] }],
  [
    'an unknown reason',
    { ...report, results: [{ ...report.results[0], reason: { code: 'bad-luck', message: '', hint: '' } }] },
  ],
  ['a time without a zone', { ...report, run: { ...report.run, startedAt: '2026-11-23T03:00:00' } }],
])('refuses %s', (_, value) => {
  expect(validate(value)).toBe(false);
});
