import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { param } from '../checks/param.ts';
import type { RegisteredCheck } from '../checks/registry.ts';
import type { Page } from '../schemas/page.ts';
import { checkFileParams } from './check-file-params.ts';

const registry = new Map([
  [
    'reads',
    {
      id: 'reads',
      definition: { params: { team: param.file(), note: param.text().optional() } },
    } as unknown as RegisteredCheck,
  ],
]);

it('names a file that a block reads and that is not there, at the block', async () => {
  const root = await mkdtemp(join(tmpdir(), 'runlight-file-params-'));
  await writeFile(join(root, 'team.yaml'), '');
  const block = (team: string) => ({
    use: 'reads',
    params: { team, note: 'gone.yaml' },
    position: { line: 7, column: 1 },
  });
  const page = (...teams: string[]) => ({ path: 'runbooks/a.md', blocks: teams.map(block) }) as unknown as Page;
  try {
    expect(await checkFileParams(root, [page('team.yaml')], registry)).toEqual([]);
    const found = await checkFileParams(root, [page('team.yml', '.', '../team.yaml')], registry);
    // What is no path at all is the scanner's to say.
    expect(found).toEqual([
      expect.objectContaining({
        path: 'runbooks/a.md',
        line: 7,
        code: 'invalid-parameter',
        message: expect.stringContaining('`team.yml`'),
      }),
    ]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});

it.each(['src/content/team.yaml', 'team.csv', 'a/b-c/d_e.json'])('takes the path `%s`', (path) => {
  expect(param.file().safeParse(path).success).toBe(true);
});

it.each(['/etc/passwd', '../x', 'a/../x', './x', '.env', 'a/.git/config', 'a//b', 'a/', '', 'a\\b', 'a b', 'C:/x'])(
  'refuses the path `%s`',
  (path) => {
    expect(param.file().safeParse(path).success).toBe(false);
  },
);
