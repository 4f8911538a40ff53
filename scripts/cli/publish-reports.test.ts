import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { type Example, exampleRun } from '../../src/reporters/example-run.fixture.ts';
import { internalResultsSchema, publicResultsSchema } from '../../src/schemas/published.ts';
import type { Report } from '../../src/schemas/report.ts';
import publish from '../publish.ts';
import { runCommand } from './run-command.ts';

const root = join(packageRoot, 'tests', 'fixtures', 'two-sites');
const quagga: Example = { block: 'runbooks/quagga-area/quagga-runbook#quagga-block', title: 'Quagga', verdict: 'fail' };
const swaps: Example = { block: 'help/outside#swaps', title: 'Swaps', verdict: 'pass' };

let folder = '';
let said = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-publish-'));
  said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, examples: readonly Example[], run: Partial<Report['run']> = {}): Promise<string> {
  const { report } = exampleRun(examples);
  const path = join(folder, name);
  await writeFile(path, JSON.stringify({ ...report, run: { ...report.run, environment: 'quagga-env', ...run } }));
  return path;
}

const call = (...args: string[]): Promise<number> =>
  runCommand(publish, [...args, '--root', root, '--dist', join(folder, 'dist')]);
const results = async (side: 'internal' | 'public'): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'dist', side, 'results.json'), 'utf8'));

it('shows in both sites what the parts found, and to users only what this tree makes public', async () => {
  const one = await file('1.json', [quagga], { shard: '1/2' });
  // A report says nothing of who may see it.
  const two = await file('2.json', [{ ...swaps, isPublic: false }], { shard: '2/2' });
  expect(await call(one, two)).toBe(0);
  const { blocks, environment } = internalResultsSchema.parse(await results('internal'));
  expect(environment).toBe('quagga-env');
  expect(Object.fromEntries(Object.entries(blocks).map(([id, { verdict }]) => [id, verdict]))).toEqual({
    [quagga.block]: 'fail',
    [swaps.block]: 'pass',
  });
  expect(Object.keys(publicResultsSchema.parse(await results('public')).blocks)).toEqual([swaps.block]);
});

it('publishes what there is when a part is missing, says so, and keeps what the others said before: exit code 3', async () => {
  await call(await file('1.json', [quagga], { shard: '1/2' }), await file('2.json', [swaps], { shard: '2/2' }));
  expect(await call(await file('3.json', [{ ...quagga, verdict: 'pass' }], { shard: '1/2' }))).toBe(3);
  expect(said).toContain('There is no report of part 2/2');
  const { blocks } = internalResultsSchema.parse(await results('internal'));
  expect([blocks[quagga.block]?.verdict, blocks[swaps.block]?.verdict]).toEqual(['pass', 'pass']);
});

it('could not tell when a run was interrupted: exit code 3', async () => {
  expect(await call(await file('1.json', [quagga], { interrupted: true }))).toBe(3);
  expect(said).toContain('was interrupted');
});

it('leaves out a block that no page has any more', async () => {
  expect(await call(await file('1.json', [quagga, { ...quagga, block: 'runbooks/gone#block' }]))).toBe(0);
  expect(said).toContain('No page has the block `runbooks/gone#block`');
  expect(Object.keys(internalResultsSchema.parse(await results('internal')).blocks)).toEqual([quagga.block]);
});

it.each<[string, () => Promise<string[]>, string]>([
  ['no report', async () => [], 'There is no report to publish'],
  ['a file that is not there', async () => ['nowhere.json'], 'there is no such file'],
  ['a file that is no report', async () => [join(root, '..', '..', '..', 'package.json')], 'is no report'],
  [
    'reports of two environments',
    async () => [await file('1.json', [quagga]), await file('2.json', [swaps], { environment: 'lab' })],
    'of several environments',
  ],
  [
    'an environment that the tree does not have',
    async () => [await file('1.json', [quagga], { environment: 'quagga-enf' })],
    'Did you mean `quagga-env`',
  ],
])('%s is wrong use, and publishes nothing', async (_, args, says) => {
  expect(await call(...(await args()))).toBe(2);
  expect(said).toContain(says);
  await expect(results('internal')).rejects.toThrow('ENOENT');
});
