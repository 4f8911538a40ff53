import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import type { BlockStatus } from '../../src/schemas/block-status.ts';
import { runlight } from './run.ts';

let root = '';
const block = 'runbooks/transactions/what-became';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'runlight-status-'));
  await cp(join(packageRoot, 'tests/fixtures/asks'), root, { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Status {
  environment: string;
  summary: Record<string, number>;
  blocks: BlockStatus[];
}
const status = async (...args: string[]): Promise<{ code: number; status: Status }> => {
  const { code, stdout } = await runlight('status', '--root', root, '--json', ...args);
  return { code, status: JSON.parse(stdout) as Status };
};

/** Published results of the tree's only block. */
async function publish(id: string, verdict: string, secondsAgo: number): Promise<void> {
  await mkdir(join(root, 'dist/internal'), { recursive: true });
  const at = new Date(Date.now() - secondsAgo * 1000).toISOString();
  const proof = {
    title: 'x',
    verdict,
    reason: verdict === 'fail' ? { code: 'timeout', message: 'Nothing came.', hint: 'Look.' } : null,
    provenAt: at,
    durationMs: 1,
    freshFor: 900_000,
    flaky: false,
    readings: [],
    environment: 'lab',
    by: 'ci',
  };
  await writeFile(
    join(root, 'dist/internal/results.json'),
    JSON.stringify({ version: 1, publishedAt: at, environment: 'lab', blocks: { [id]: proof } }),
  );
}

describe('runlight status', () => {
  it('says that a block was never run, and that this is no success', async () => {
    const { code, status: said } = await status();
    expect(said.blocks).toMatchObject([{ state: 'never', verdict: null, page: `${block}.md` }]);
    expect(said.summary).toMatchObject({ total: 1, never: 1, pass: 0 });
    expect(code).toBe(3);
  });

  it.each([
    ['pass', 10, 'pass', 0],
    ['fail', 10, 'fail', 1],
    ['error', 10, 'error', 3],
    ['fail', 100_000, 'stale', 3],
    ['warn', 10, 'warn', 0],
  ] as const)('says of a %s that is %i s old: %s, and ends with %i', async (verdict, age, state, exit) => {
    const [first] = (await status()).status.blocks;
    await publish(first?.block ?? '', verdict, age);
    const { code, status: said } = await status();
    expect(said.blocks).toMatchObject([{ state, verdict, by: 'ci' }]);
    expect(code).toBe(exit);
  });

  it('reads, and writes nothing', async () => {
    const { output } = await runlight('status', '--root', root);
    expect(output).toMatch(/1 degraded/);
    const { existsSync } = await import('node:fs');
    expect(existsSync(join(root, '.runlight/runlight.sqlite'))).toBe(false);
  });

  it('names the nearest page when there is no such one', async () => {
    const { code, output } = await runlight('status', '--root', root, 'runbooks/transactions/what-becme');
    expect(output).toContain(`Did you mean \`${block}\``);
    expect(code).toBe(2);
  });
});
