/** Ctrl-C, `kill` and a closed terminal, at any moment of `runlight check`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { reportSchema } from '../../src/schemas/report.ts';
import { childEnvironment } from './run.ts';

/** In the command line of every child of a check, so that what is left of it can be counted. */
const mark = `4${process.pid}`;
const blocks = 12;
let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rl-interruption-'));
  await mkdir(join(root, 'checks'));
  await mkdir(join(root, 'runbooks/a'), { recursive: true });
  const check = (run: string): string =>
    `import { defineCheck } from 'runlight/check';\nexport default defineCheck({ summary: 'Test', layer: 'api', params: {}, readings: { value: { type: 'integer', summary: '' } }, async run({ $ }) { ${run} } });\n`;
  await writeFile(join(root, 'checks/quick.ts'), check('return { value: 1 };'));
  await writeFile(
    join(root, 'checks/slow.ts'),
    check(`await $\`(sleep ${mark} & setsid sleep ${mark} & sleep ${mark})\`; return { value: 1 };`),
  );
  const block = (index: number): string =>
    `:::check[Block ${index}]{#b${index} use="${index % 3 === 0 ? 'quick' : 'slow'}"}\n| Reading | Healthy |\n| --- | --- |\n| \`value\` | \`= 1\` |\n:::\n`;
  await writeFile(
    join(root, 'runbooks/a/page.md'),
    `---\ntitle: A\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\n---\n\n${Array.from({ length: blocks }, (_, i) => block(i)).join('\n')}`,
  );
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function leftOver(pid: number | undefined): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = await Promise.all(pids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(`runlight-${pid}-`));
  return [...commands.filter((line) => line.includes(`sleep\0${mark}`)), ...folders];
}

async function hasChild(parent: number | undefined): Promise<boolean> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')));
  return stats.some((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] === String(parent));
}

const ended = (child: ChildProcess): Promise<{ code: number | null; signal: string | null }> =>
  new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));

interface Interrupted {
  code: number | null;
  signal: string | null;
  json: string | null;
  junit: string | null;
  left: string[];
  ms: number;
}

/** Starts a run, interrupts it when `when` resolves, and looks at what is left. */
async function interrupt(
  name: NodeJS.Signals,
  when: (child: ChildProcess) => Promise<unknown>,
  times = 1,
): Promise<Interrupted> {
  const folder = await mkdtemp(join(root, 'reports-'));
  const [json, junit] = [join(folder, 'report.json'), join(folder, 'report.xml')];
  const child = spawn(
    process.execPath,
    [
      ...[join(packageRoot, 'scripts/runlight.ts'), 'check', '--root', root, '--timeout', '1 min'],
      ...['--reporter', 'terminal', '--reporter', `json=${json}`, '--reporter', `junit=${junit}`],
    ],
    { cwd: packageRoot, env: childEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const end = ended(child);
  child.stdout?.resume();
  child.stderr?.resume();
  await Promise.race([when(child), end]);
  const started = performance.now();
  for (let i = 0; i < times; i += 1) {
    child.kill(name);
    await sleep(5);
  }
  const { code, signal } = await end;
  const read = (file: string) => (existsSync(file) ? readFile(file, 'utf8') : null);
  return {
    code,
    signal,
    json: await read(json),
    junit: await read(junit),
    left: await leftOver(child.pid),
    ms: performance.now() - started,
  };
}

/** Until the children of checks run. */
async function running(): Promise<void> {
  while ((await leftOver(undefined)).length === 0) await sleep(10);
}

function expectWhole({ code, json, junit, left }: Interrupted, codes: readonly (number | null)[] = [3]): void {
  expect(left).toEqual([]);
  expect(codes).toContain(code);
  const report = reportSchema.parse(JSON.parse(json ?? ''));
  expect(report.run.interrupted).toBe(true);
  expect(report.results.every(({ verdict, check }) => verdict === 'pass' && check === 'quick')).toBe(true);
  expect(report.summary.total).toBe(report.results.length);
  expect(new XMLParser().parse(junit ?? '')).toHaveProperty('testsuites');
}

describe('an interrupted run', () => {
  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM', 'SIGHUP'])('ends its children and reports, on %s', async (name) => {
    const found = await interrupt(name, running);
    expectWhole(found);
    expect(found.ms).toBeLessThan(5000);
  });

  it('does so when it is interrupted again and again', async () => {
    // In the very last moment, when all is written, only the system answers.
    expectWhole(await interrupt('SIGINT', running, 20), [3, null]);
  });

  it('does so in the moment in which its children begin', async () => {
    for (let round = 0; round < 4; round += 1) {
      expectWhole(
        await interrupt('SIGINT', async (child) => {
          while ((await readdir(tmpdir())).every((name) => !name.startsWith(`runlight-${child.pid}-`))) await sleep(1);
        }),
      );
    }
  });

  it('leaves a whole report or none, at whatever moment it is interrupted', async () => {
    for (const delay of [0, 60, 120, 180, 240, 300, 360, 450, 600, 900]) {
      const found = await interrupt('SIGINT', () => sleep(delay));
      if (found.json !== null) expectWhole(found);
      // Before the first line of ours runs, only the system answers.
      else expect(found).toMatchObject({ signal: 'SIGINT', left: [] });
    }
  });

  it.each([
    ['a run', ['--json'], 3],
    ['a watched one', ['--watch'], 0],
  ])('does so while the lab starts: %s', async (_, options, code) => {
    const child = spawn(
      process.execPath,
      [
        join(packageRoot, 'scripts/runlight.ts'),
        ...['check', 'runbooks/network/evm-rpc-degraded', '--break', 'bsc-rpc.stale-head', ...options],
      ],
      { cwd: packageRoot, env: childEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let [said, warned] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (warned += part));
    const end = ended(child);
    // The lab's guard is the first process that is started: chains and services come after it.
    while (!(await hasChild(child.pid))) await sleep(5);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code });
    expect(warned).not.toContain('Something broke');
    if (code === 3) expect(reportSchema.parse(JSON.parse(said)).run.interrupted).toBe(true);
  });
});
