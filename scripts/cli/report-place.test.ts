import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blobUrl } from './blob-url.ts';
import { UsageError } from './define-command.ts';
import { filePlace } from './report-place.ts';

const work = mkdtempSync(join(tmpdir(), 'runlight-place-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const shared = { root: '/tree' };

async function write(file: string, text: string, summaryFile?: string): Promise<string | null> {
  const place = filePlace(file, shared, summaryFile);
  if (text !== '') place.options.out(text);
  return place.finish();
}

describe('a report’s file', () => {
  it('is written anew, in a folder that need not be there', async () => {
    const file = join(work, 'new/folder/report.xml');
    expect(await write(file, 'first, and long')).toBe(`Report: ${file}`);
    expect(await write(file, 'second', join(work, 'summary.md'))).toBe(`Report: ${file}`);
    expect(readFileSync(file, 'utf8')).toBe('second');
  });

  it('is added to when it is the summary of a GitHub step, on a line of its own', async () => {
    const file = join(work, 'summary.md');
    writeFileSync(file, 'What another command said');
    await write(file, '## One\n', file);
    await write(file, '## Two\n', join(work, 'x/../summary.md'));
    expect(readFileSync(file, 'utf8')).toBe('What another command said\n## One\n\n## Two\n');
  });

  it('has as much room as GitHub leaves it', () => {
    const file = join(work, 'half.md');
    expect(filePlace(file, shared, file).options.room).toBe(1024 * 1024);
    writeFileSync(file, 'x'.repeat(1_000_000));
    expect(filePlace(file, shared, file).options.room).toBe(48_575);
    expect(filePlace(join(work, 'other.md'), shared, file).options.room).toBeUndefined();
  });

  const lost: [what: string, file: string, code: string][] = [
    ['a folder', work, 'EISDIR'],
    ['a full disk', '/dev/full', 'ENOSPC'],
  ];
  it.each(lost.filter(([, file]) => existsSync(file)))('that is %s is said to be lost', async (_, file, code) => {
    expect(await write(file, 'text')).toMatch(new RegExp(`^The report \`.*\` could not be written: ${code}`));
  });

  it('that a reporter wrote nothing to is not called a report', async () => {
    const file = join(work, 'empty.json');
    expect(await write(file, '')).toBe(`Nothing was written to \`${file}\`.`);
  });

  it('whose folder cannot be made is wrong use', () => {
    const file = join(work, 'regular');
    writeFileSync(file, '');
    expect(() => filePlace(join(file, 'report.json'), shared, undefined)).toThrow(UsageError);
  });
});

describe('where GitHub shows files', () => {
  const env = {
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_REPOSITORY: 'owner/name',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  };

  it('is the commit of the workflow', () => {
    expect(blobUrl(env)).toBe(`https://github.example/owner/name/blob/${env.GITHUB_SHA}`);
  });

  it.each([
    {},
    { ...env, GITHUB_SHA: 'main' },
    { ...env, GITHUB_REPOSITORY: 'owner/name) [x](y' },
    { ...env, GITHUB_SERVER_URL: 'javascript:x' },
  ])('is nowhere for %j', (other) => {
    expect(blobUrl(other)).toBeUndefined();
  });
});
