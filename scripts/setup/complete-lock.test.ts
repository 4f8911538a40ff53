import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { missingPlatforms } from './complete-lock.mjs';

const text = readFileSync(join(packageRoot, 'package-lock.json'), 'utf8');

it('the lock file has the packages of every platform, so that `npm ci` takes it', () => {
  expect([...missingPlatforms(JSON.parse(text)).keys()], 'run `node scripts/setup/complete-lock.mjs`').toEqual([]);
});

it('the lock file names no address that packages were fetched from', () => {
  expect(text).not.toContain('"resolved"');
});
