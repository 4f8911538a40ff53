import { stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from './folders.ts';
import { type WorldFacts, worldKey } from './world-key.ts';

const facts = { targets: new Set(['wallet-api']) } as unknown as WorldFacts;

test('code that is updated under a process does not change what this process reads', async () => {
  const before = await worldKey(facts, []);
  const file = join(packageRoot, 'src/text/inert.ts');
  const { atime, mtime } = await stat(file);
  await utimes(file, atime, new Date(mtime.getTime() + 60_000));
  try {
    expect(await worldKey(facts, [])).toBe(before);
  } finally {
    await utimes(file, atime, mtime);
  }
});
