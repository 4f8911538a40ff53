import { describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../schemas/report.ts';
import { type Example, exampleRun } from './example-run.fixture.ts';
import { mergeReports } from './merge-reports.ts';

const a: Example = { block: 'runbooks/a#one', title: 'One', verdict: 'pass' };
const b: Example = { block: 'runbooks/a#two', title: 'Two', verdict: 'fail' };

const reportOf = (examples: readonly Example[], run: Partial<Report['run']> = {}): Report => {
  const { report } = exampleRun(examples);
  return { ...report, run: { ...report.run, ...run } };
};

/** The same report, begun later. */
const later = (report: Report, startedAt: string): Report => ({
  ...report,
  results: report.results.map((result) => ({ ...result, startedAt })),
});

it('makes one report of the parts of a run, which its schema accepts', () => {
  const { report, missingParts } = mergeReports([
    reportOf([a], { id: 'r-1', shard: '1/2', endedAt: '2026-11-23T03:00:09.000Z' }),
    reportOf([b], {
      id: 'r-2',
      shard: '2/2',
      endedAt: '2026-11-23T03:00:07.000Z',
      startedAt: '2026-11-23T02:59:58.000Z',
    }),
  ]);
  expect(reportSchema.parse(report)).toEqual(report);
  expect(report.run).toEqual({
    id: 'r-1+r-2',
    environment: 'lab',
    startedAt: '2026-11-23T02:59:58.000Z',
    endedAt: '2026-11-23T03:00:09.000Z',
    interrupted: false,
    commit: '4f2c1e9a7b',
    shard: null,
  });
  expect(report.summary).toMatchObject({ total: 2, pass: 1, fail: 1 });
  expect(missingParts).toEqual([]);
});

it.each([
  ['first', (old: Report, young: Report) => [young, old]],
  ['last', (old: Report, young: Report) => [old, young]],
])('takes the later result of a block that is there twice, when it is named %s', (_, order) => {
  const old = reportOf([a]);
  const young = later(reportOf([{ ...a, verdict: 'fail' }]), '2026-11-23T04:00:00.000Z');
  const { report } = mergeReports(order(old, young));
  expect(report.summary).toMatchObject({ total: 1, fail: 1 });
});

it('is interrupted when one of them was, and names a commit only when they agree', () => {
  const { report } = mergeReports([reportOf([a], { interrupted: true, commit: 'other' }), reportOf([b])]);
  expect(report.run).toMatchObject({ interrupted: true, commit: null });
});

describe('missing parts', () => {
  it.each<[string, (string | null)[], string[]]>([
    ['names those that no report is of', ['1/3', '3/3'], ['2/3']],
    ['names none beside a whole run', ['1/3', null], []],
    ['counts the parts of each cut', ['1/2', '1/1'], ['2/2']],
  ])('%s', (_, shards, expected) => {
    expect(mergeReports(shards.map((shard) => reportOf([a], { shard }))).missingParts).toEqual(expected);
  });
});

it('refuses reports of several environments, and none at all', () => {
  expect(() => mergeReports([reportOf([a]), reportOf([b], { environment: 'production' })])).toThrow(
    'of several environments: `lab` and `production`',
  );
  expect(() => mergeReports([])).toThrow('no report');
});
