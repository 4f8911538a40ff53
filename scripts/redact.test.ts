import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWordLists } from '../src/redact/load-word-lists.ts';
import { makeHex, makePhrase } from '../src/redact/secrets.fixture.ts';

let folder: string;
let words: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'runlight-redact-'));
  words = makePhrase(await loadWordLists(['english']), 'english', 12, 5);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs the command outside any tree; `input` is its standard input. */
function redact(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: object } = {},
): Promise<Ran> {
  const script = resolve(import.meta.dirname, 'runlight.ts');
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [script, 'redact', ...args],
      { cwd: folder, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** A failing test prints no phrase. */
const holdsPhrase = (text: string): boolean =>
  words.some((word, i) => text.includes(`${word} ${words[i + 1]} ${words[i + 2]}`));

describe('runlight redact', () => {
  it('prints a harmless text as it is, and exits 0', async () => {
    const text = `order 42 of tx 0x${makeHex(32, 1)}\r\nno newline at the end \u{1f600}`;
    expect(await redact([], { input: text })).toEqual({ code: 0, stdout: text, stderr: '' });
  });

  it('exits 1 when a phrase or a key was in it, and says on standard error what to tell the user', async () => {
    const file = join(folder, 'ticket.txt');
    await writeFile(file, `help!\n${words.join('\n')}\nmy wallet ${makeHex(32, 3)} and a@b.example`);
    const { code, stdout, stderr } = await redact([file]);
    expect({ code, left: words.filter((word) => stdout.includes(`${word}\n`)).length }).toEqual({ code: 1, left: 0 });
    expect(stdout).toMatch(/^help!\n\[recovery phrase removed\]\n?.*\[private key removed\] and \[e-mail removed\]$/s);
    expect(stderr).toMatch(/a recovery phrase and a private key.*new wallet/);
  });

  it('exits 0 when only something else was removed', async () => {
    expect(await redact([], { input: 'write to a@b.example' })).toEqual({
      code: 0,
      stdout: 'write to [e-mail removed]',
      stderr: '',
    });
  });

  it('prints JSON in any case', async () => {
    const clean = await redact(['--json'], { input: 'all well' });
    expect(JSON.parse(clean.stdout)).toEqual({ text: 'all well', removed: [] });
    const found = await redact(['--json'], { input: `${words.join(' ')}` });
    expect(JSON.parse(found.stdout)).toEqual({
      text: '[recovery phrase removed]',
      removed: [{ kind: 'recovery-phrase', count: 1 }],
    });
    expect(found.code).toBe(1);
  });

  it('knows the secrets that the targets of a tree declare', async () => {
    const tree = join(import.meta.dirname, '../tests/fixtures/redact');
    const { stdout } = await redact(['--root', tree], {
      input: `got ${Buffer.from('user:s3cret-of-ours').toString('base64')} back`,
      env: { REDACT_TEST_KEY: 's3cret-of-ours' },
    });
    expect(stdout).toContain('‹secret:REDACT_TEST_KEY›');
  });

  it('reads a large file in parts, and finds what lies across them', async () => {
    const file = join(folder, 'large.log');
    const line = '2026-11-25T12:00:00.123Z INFO swap-api GET /v1/quote?from=USDT&to=BNB 200 12ms\n';
    const half = line.repeat(Math.ceil(1_100_000 / line.length));
    await writeFile(file, `${half}${words.join('\n')}\n${half}`);
    const { code, stdout } = await redact([file]);
    expect(code).toBe(1);
    // Compared by length, so that nothing is printed.
    expect(stdout.length).toBe(2 * half.length + '[recovery phrase removed]\n'.length);
  });

  it('is wrong use with two files, with none that is there, with a folder, and repeats no secret', async () => {
    for (const args of [['a', 'b'], ['nowhere.txt'], [folder], ['--jason'], [words.join(' ')]]) {
      const { code, stdout, stderr } = await redact(args);
      expect({ code, stdout, said: stderr !== '', leaks: holdsPhrase(stderr) }).toEqual({
        code: 2,
        stdout: '',
        said: true,
        leaks: false,
      });
    }
  });
});
