import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { factNames } from '../../src/schemas/case-facts.ts';
import { readCase } from './read-case.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-case-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (text: string, fact: string[] = []) => {
  const file = join(folder, 'case.yaml');
  await writeFile(file, text);
  return readCase({ fact, case: file, packet: undefined });
};

it('the example of the documentation is a case, with every fact', async () => {
  const page = await readFile(join(packageRoot, 'docs/packets.md'), 'utf8');
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const found = await read(example);
  expect(Object.keys(found.facts).toSorted()).toEqual(factNames.toSorted());
  expect(found.severity).toBe('sev2');
  expect(found.facts.reproduction).toBe('Open Swap\nChoose BNB to USDT\nPress Review');
});

it('takes every value as it is written: versions, hashes, times and numbers are texts', async () => {
  const hash = `0x${'00ff'.repeat(16)}`;
  const { facts } = await read(`appVersion: 12.10\nhashes: ${hash}\nfirstSeen: 2026-11-25 14:30\nhowMany: 007\nwho:\n`);
  expect(facts).toEqual({ appVersion: '12.10', hashes: hash, firstSeen: '2026-11-25 14:30', howMany: '007', who: '' });
});

it('reads JSON, too, and an empty file as nothing said', async () => {
  expect((await read('{"who":"All","orders":["a","b"]}')).facts).toEqual({ who: 'All', orders: 'a\nb' });
  expect((await read('')).facts).toEqual({});
});

it('an option says otherwise than the file', async () => {
  const { facts, severity } = await read('who: One\nchain: none\nseverity: sev4\n', ['who=All=most', 'severity=SEV-1']);
  expect(facts).toEqual({ who: 'All=most', chain: 'none' });
  expect(severity).toBe('sev1');
});
