import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { internalResultsSchema, publicResultsSchema } from '../schemas/published.ts';
import { exampleRun, nightExamples } from './example-run.fixture.ts';
import { publishResults } from './publish.ts';

const { planned, report } = exampleRun(nightExamples);
const publishedAt = '2026-11-23T03:01:00.000Z';
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'runlight-publish-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const read = async (side: 'internal' | 'public'): Promise<unknown> =>
  JSON.parse(await readFile(join(dir, 'site', side, 'results.json'), 'utf8'));

it('writes both files, making their folders, and leaves nothing else', async () => {
  await publishResults(join(dir, 'site'), report, planned, { publishedAt });
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
  await publishResults(join(dir, 'site'), report, planned, { publishedAt });
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
  await publishResults(join(dir, 'site'), run.report, run.planned, { publishedAt });
  expect(await read('public')).toMatchObject({ blocks: { 'help/a#b': { verdict: word } } });
});

it('gives the internal site the reason, the readings and how long the proof is fresh', async () => {
  await publishResults(join(dir, 'site'), report, planned, { publishedAt });
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
  await publishResults(join(dir, 'site'), report, planned, { publishedAt });
  const later = exampleRun(nightExamples.slice(0, 1));
  await publishResults(join(dir, 'site'), later.report, later.planned, { publishedAt });
  expect(internalResultsSchema.parse(await read('internal')).blocks).toHaveProperty(
    'runbooks/network/bsc-rpc#bsc-head',
  );
  expect(Object.keys(publicResultsSchema.parse(await read('public')).blocks)).toEqual([]);
});

it('publishes nothing when a result does not belong to the plan, or does not fit', async () => {
  await expect(publishResults(join(dir, 'site'), report, planned.slice(1), { publishedAt })).rejects.toThrow(
    'which was not planned',
  );
  await expect(publishResults(join(dir, 'site'), report, planned, { publishedAt: 'yesterday' })).rejects.toThrow();
  expect(await readdir(dir)).toEqual([]);
});
