import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { rootFrom } from './open-project.ts';

let work = '';
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-root-'));
});
afterEach(() => rm(work, { recursive: true, force: true }));

it('a link to Runlight’s own tree is that tree, whose checks are no second ones', async () => {
  const link = join(work, 'current');
  await symlink(packageRoot, link);
  expect(rootFrom(link)).toBe(packageRoot);
});
