import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { childEnvironment, runlight } from './run.ts';

let root = '';
let watching: Watching | null = null;

interface Watching {
  child: ChildProcess;
  ended: Promise<number | null>;
  /** What was printed since the last call, once it waits for changes again. */
  round(): Promise<string>;
}

const page = (title: string, ids: string[], healthy = '= 1'): string =>
  `---\ntitle: ${title}\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\nreviewEvery: 36500 days\n---\n\n${ids
    .map(
      (id) =>
        `:::check[Block ${id}]{#${id} use="one"}\n| Reading | Healthy |\n| --- | --- |\n| \`value\` | \`${healthy}\` |\n:::\n`,
    )
    .join('\n')}`;
const check = (value: number): string =>
  `import { defineCheck } from 'runlight/check';\nexport default defineCheck({ summary: 'Test', layer: 'api', params: {}, readings: { value: { type: 'integer', summary: '' } }, async run() { return { value: ${value} }; } });\n`;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rl-watch-'));
  await mkdir(join(root, 'checks'));
  await mkdir(join(root, 'runbooks/a'), { recursive: true });
});
afterEach(async () => {
  watching?.child.kill('SIGINT');
  await watching?.ended;
  watching = null;
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function start(...args: string[]): Promise<Watching> {
  await writeFile(join(root, 'checks/one.ts'), check(1));
  await writeFile(join(root, 'runbooks/a/first.md'), page('First', ['f']));
  await writeFile(join(root, 'runbooks/a/second.md'), page('Second', ['s']));
  const child = spawn(
    process.execPath,
    [join(packageRoot, 'scripts/runlight.ts'), 'check', '--root', root, '--watch', ...args],
    {
      cwd: packageRoot,
      env: childEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  watching = {
    child,
    ended,
    async round() {
      while (!text.includes('Ctrl-C ends it.')) await sleep(10);
      const seen = text;
      text = '';
      return seen;
    },
  };
  return watching;
}

describe('`runlight check --watch`', () => {
  it('runs all, then only what a saved page, a new page or a saved check concerns', async () => {
    const { round, child, ended } = await start();
    expect(await round()).toContain('2 healthy');
    await writeFile(join(root, 'runbooks/a/second.md'), page('Second', ['s'], '= 7'));
    const second = await round();
    expect(second).toContain('runbooks/a/second.md changed.');
    expect(second).toContain('0 healthy · 0 degraded · 1 failing');
    await writeFile(join(root, 'checks/one.ts'), check(7));
    const both = await round();
    expect(both).toContain('checks/one.ts changed.');
    expect(both).toContain('1 healthy · 0 degraded · 1 failing');
    await mkdir(join(root, 'runbooks/b'));
    await writeFile(join(root, 'runbooks/b/third.md'), page('Third', ['t', 'u'], '= 7'));
    expect(await round()).toContain('2 healthy · 0 degraded · 0 failing');
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('knows what a check imports from beside it as it is now, in the next command too', async () => {
    const { round } = await start();
    await round();
    const shared = (reading: string): string =>
      `export const readings = { ${reading}: { type: 'integer', summary: '' } } as const;\n`;
    await writeFile(join(root, 'checks/_readings.ts'), shared('value'));
    await writeFile(
      join(root, 'checks/one.ts'),
      check(1)
        .replace(/readings: .* async/, 'readings, async')
        .replace('\n', "\nimport { readings } from './_readings.ts';\n"),
    );
    expect(await round()).toContain('2 healthy');
    await writeFile(join(root, 'checks/_readings.ts'), shared('other'));
    expect(await round()).toMatch(/first\.md:12:\d+ error unknown-reading/);
    expect((await runlight('lint', '--root', root)).output).toMatch(/first\.md:12:\d+ error unknown-reading/);
    await writeFile(join(root, 'checks/_readings.ts'), shared('value'));
    expect(await round()).toContain('2 healthy');
    await rm(join(root, 'checks/_readings.ts'));
  });

  it('goes on when a whole folder goes and comes back', async () => {
    const { round } = await start();
    await round();
    await rm(join(root, 'runbooks'), { recursive: true });
    await sleep(300);
    await mkdir(join(root, 'runbooks/a'), { recursive: true });
    await writeFile(join(root, 'runbooks/a/first.md'), page('First', ['f']));
    for (let text = await round(); !text.includes('1 healthy'); text = await round());
    await writeFile(join(root, 'runbooks/a/first.md'), page('First', ['f'], '= 7'));
    expect(await round()).toContain('1 failing');
  });

  it('says what is wrong with a page while it is written, and goes on', async () => {
    const { round } = await start();
    await round();
    await writeFile(join(root, 'runbooks/a/first.md'), page('First', ['f']).replace('value', 'valeu'));
    expect(await round()).toMatch(/runbooks\/a\/first\.md:12:\d+ error unknown-reading .*Did you mean `value`/);
    await writeFile(join(root, 'runbooks/a/first.md'), page('First', ['f']));
    expect(await round()).toContain('1 healthy');
  });

  it('stays with what was chosen', async () => {
    const { round } = await start('runbooks/a/first');
    expect(await round()).toContain('1 healthy');
    await writeFile(join(root, 'runbooks/a/second.md'), page('Second', ['s'], '= 7'));
    expect(await round()).toContain('no block here depends on it');
  });

  it('says so when what was chosen is gone, and goes on when it is back', async () => {
    const { round } = await start('runbooks/a/first');
    await round();
    await rm(join(root, 'runbooks/a/first.md'));
    expect(await round()).toContain('There is no page');
    await writeFile(join(root, 'runbooks/a/first.md'), page('First', ['f']));
    expect(await round()).toContain('1 healthy');
  });

  it('ends what runs when it is interrupted', async () => {
    const { child, ended, round } = await start('runbooks/a/first');
    await round();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith(`runlight-${child.pid}-`))).toEqual([]);
  });

  it.each([['--json'], ['--list'], ['--dry-run']])('does not go with `%s`', async (option) => {
    const ran = await runlight('check', '--root', root, '--watch', option);
    expect(ran.code).toBe(2);
    expect(ran.output).toContain('goes with neither');
  });
});
