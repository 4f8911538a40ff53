import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { internalResultsSchema, publicResultsSchema } from '../schemas/published.ts';
import { exampleRun, nightExamples } from './example-run.fixture.ts';
import { publishResults } from './publish.ts';

const { planned, report } = exampleRun(nightExamples);
const publishedAt = '2026-11-23T03:01:00.000Z';
const about = { publishedAt, by: 'ci' } as const;
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'runlight-publish-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const read = async (side: 'internal' | 'public'): Promise<unknown> =>
  JSON.parse(await readFile(join(dir, 'site', side, 'results.json'), 'utf8'));

it('writes both files, making their folders, and leaves nothing else', async () => {
  await publishResults(join(dir, 'site'), report, planned, about);
  internalResultsSchema.parse(await read('internal'));
  publicResultsSchema.parse(await read('public'));
  expect((await readdir(dir, { recursive: true })).sort()).toEqual([
    'site',
    'site/internal',
    'site/internal/results.json',
    'site/public',
    'site/public/results.json',
  ]);
});

it('publishes of public pages’ blocks a verdict in plain words and its time, and nothing else', async () => {
  await publishResults(join(dir, 'site'), report, planned, about);
  const provenAt = '2026-11-23T03:00:00.212Z';
  expect(await read('public')).toEqual({
    version: 1,
    publishedAt,
    blocks: {
      'help/card-payment-pending#onramp': { verdict: 'down', provenAt: '2026-11-23T03:00:06.210Z' },
      'help/card-payment-pending#onramp-status': { verdict: 'works', provenAt },
      'help/card-payment-pending#orders': { verdict: 'works', provenAt: '2026-11-23T03:00:00.075Z' },
    },
  });
});

it.each([
  ['pass', 'works'],
  ['warn', 'slow'],
  ['fail', 'down'],
  ['error', 'unknown'],
  ['skip', 'unknown'],
] as const)('says %s to users as %s', async (verdict, word) => {
  const run = exampleRun([{ block: 'help/a#b', title: 'x', verdict, isPublic: true }]);
  await publishResults(join(dir, 'site'), run.report, run.planned, about);
  expect(await read('public')).toMatchObject({ blocks: { 'help/a#b': { verdict: word } } });
});

it('gives the internal site the reason, the readings and how long the proof is fresh', async () => {
  await publishResults(join(dir, 'site'), report, planned, about);
  const { blocks, environment } = internalResultsSchema.parse(await read('internal'));
  expect(environment).toBe('lab');
  expect(Object.keys(blocks)).toHaveLength(9);
  expect(blocks['runbooks/network/bsc-rpc#bsc-head']).toMatchObject({
    verdict: 'fail',
    reason: { code: 'expectation' },
    freshFor: 900_000,
    provenAt: '2026-11-23T03:00:00.212Z',
  });
});

it('replaces what an earlier run published', async () => {
  await publishResults(join(dir, 'site'), report, planned, about);
  const later = exampleRun(nightExamples.slice(0, 1));
  await publishResults(join(dir, 'site'), later.report, later.planned, about);
  expect(internalResultsSchema.parse(await read('internal')).blocks).toHaveProperty(
    'runbooks/network/bsc-rpc#bsc-head',
  );
  expect(Object.keys(publicResultsSchema.parse(await read('public')).blocks)).toEqual([]);
});

it('publishes nothing when a result does not belong to the plan, or does not fit', async () => {
  await expect(publishResults(join(dir, 'site'), report, planned.slice(1), about)).rejects.toThrow(
    'which was not planned',
  );
  await expect(
    publishResults(join(dir, 'site'), report, planned, { ...about, publishedAt: 'yesterday' }),
  ).rejects.toThrow();
  expect(await readdir(dir)).toEqual([]);
});

describe('a run of some blocks', () => {
  const some = exampleRun(nightExamples.slice(0, 1));
  const known = new Map(planned.map(({ block, isPublic }) => [block, { isPublic }]));
  const site = (): string => join(dir, 'site');

  it('keeps the results of the others, each with its own age', async () => {
    await publishResults(site(), report, planned, about);
    const before = internalResultsSchema.parse(await read('internal')).blocks;
    await publishResults(site(), some.report, some.planned, { ...about, known });
    const { blocks } = internalResultsSchema.parse(await read('internal'));
    expect(Object.keys(blocks).sort()).toEqual(Object.keys(before).sort());
    const other = Object.keys(before).find((id) => id !== some.planned[0]?.block) ?? '';
    expect(blocks[other]).toEqual(before[other]);
  });

  it('leaves a proof as it is where the newer run was skipped, or was about a person’s own value', async () => {
    await publishResults(site(), report, planned, about);
    const before = await Promise.all([read('internal'), read('public')]);
    const [first] = report.results;
    if (!first) throw new Error('The example has no results.');
    const skipped = { ...first, verdict: 'skip' as const, startedAt: '2026-11-23T03:30:00.000Z' };
    await publishResults(site(), { ...report, results: [skipped] }, planned, { ...about, known });
    const failed = { ...first, verdict: 'error' as const, startedAt: '2026-11-23T03:30:00.000Z' };
    const own = planned.map((block) => ({ ...block, ownInput: true }));
    await publishResults(site(), { ...report, results: [failed] }, own, { ...about, known });
    expect(await Promise.all([read('internal'), read('public')])).toEqual(before);
  });

  it('drops blocks that are gone, and takes what is no longer public off the public site', async () => {
    await publishResults(site(), report, planned, about);
    const [wasPublic] = Object.keys(publicResultsSchema.parse(await read('public')).blocks);
    const [gone] = planned.map(({ block }) => block).filter((id) => id !== wasPublic && id !== some.planned[0]?.block);
    const now = new Map(known);
    now.set(wasPublic ?? '', { isPublic: false });
    now.delete(gone ?? '');
    await publishResults(site(), some.report, some.planned, { ...about, known: now });
    expect(Object.keys(publicResultsSchema.parse(await read('public')).blocks)).not.toContain(wasPublic);
    expect(Object.keys(internalResultsSchema.parse(await read('internal')).blocks)).not.toContain(gone);
  });

  it('leaves what was proven later as it is, when it is published late and asked to', async () => {
    await publishResults(site(), report, planned, about);
    const before = [await read('internal'), await read('public')];
    const results = report.results.map((result) => ({
      ...result,
      verdict: 'fail' as const,
      startedAt: '2026-11-23T02:00:00.000Z',
    }));
    await publishResults(site(), { ...report, results }, planned, { ...about, known });
    expect([await read('internal'), await read('public')]).toEqual(before);
  });

  it('keeps nothing of another environment', async () => {
    await publishResults(site(), report, planned, about);
    const elsewhere = { ...some.report, run: { ...some.report.run, environment: 'production' } };
    await publishResults(site(), elsewhere, some.planned, { ...about, known });
    expect(Object.keys(internalResultsSchema.parse(await read('internal')).blocks)).toHaveLength(1);
  });
});
