/** What a check may do to the thread that it shares with others, and to what outlives it. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, serve } from '../../tests/contract/loopback.ts';
import { plannedBlock, repository, targetAt } from '../../tests/contract/planned-block.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import type { Result } from '../schemas/report.ts';
import { createPool, type Pool } from './pool.ts';
import { run } from './run.ts';

/** In the command line of whatever these checks start. */
const mark = `5${process.pid}`;

let folder = '';
let service: Loopback;
/** For checks that leave their thread as it was. */
let lasting: Pool;
beforeAll(async () => {
  lasting = createPool({ threads: 1 });
  folder = await mkdtemp(join(repository, 'tests/contract/.checks-'));
  service = await serve((_, response) => response.end('{"status":"ok"}'));
});
afterAll(async () => {
  await lasting.close();
  await service[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
/** A block of a check whose `run` has this body. */
async function block(body: string, params: Record<string, string> = {}): Promise<PlannedBlock> {
  count += 1;
  const checkFile = join(folder, `check-${count}.ts`);
  await writeFile(
    checkFile,
    `import childProcess from 'node:child_process';
    import { readFileSync } from 'node:fs';
    import { promisify } from 'node:util';
    import threads from 'node:worker_threads';
    import { defineCheck, param } from 'runlight/check';
    export default defineCheck({
      summary: 'Test', layer: 'api', params: { target: param.target().optional() }, readings: { value: { type: 'any', summary: '' } },
      async run({ http, $ }) { ${body} },
    });`,
  );
  return plannedBlock({ block: `runbooks/test#b-${count}`, checkFile, params, rows: { value: 'present' } });
}

const waits = (ms: number): string => `await new Promise((resolve) => setTimeout(resolve, ${ms}));`;
const settle = waits(60);
/** Asks, waits, and asks again: whatever a check beside it does, it is healthy. */
const neighbour = (waitMs: number): string =>
  `const first = (await http('')).json(); ${waits(waitMs)} const { status } = (await http('')).json(); return { value: first.status + status + typeof fetch };`;

interface Seen {
  results: Result[];
  /** Milliseconds until the pool was closed. */
  ms: number;
  isStuck: boolean;
}

/** Runs blocks in one thread, beside two neighbours that must not notice. */
async function runBeside(
  blocks: PlannedBlock[],
  { waitMs = 60, pool: given }: { waitMs?: number; pool?: Pool } = {},
): Promise<Seen> {
  const neighbours = [
    await block(neighbour(waitMs), { target: 'service' }),
    await block(neighbour(waitMs), { target: 'service' }),
  ];
  let isStuck = false;
  const onStuck = (): void => {
    isStuck = true;
  };
  const pool = given ?? createPool({ threads: 1, blockedAfterMs: 600, onStuck });
  const started = performance.now();
  const targets = { service: targetAt(service.url) };
  const options = { environment: 'test', targets, env: { PATH: process.env.PATH, LANG: 'C' }, pool, timeoutMs: 1500 };
  for await (const event of run([...blocks, ...neighbours], options)) {
    if (event.type !== 'end') continue;
    if (!given) await pool.close();
    const { results } = event.report;
    expect(results.slice(blocks.length).map(({ readings }) => readings[0]?.value)).toEqual(
      Array(2).fill('okokfunction'),
    );
    return { results: results.slice(0, blocks.length), ms: performance.now() - started, isStuck };
  }
  throw new Error('A run ends with its report.');
}

const said = ({ results }: Seen): string[] =>
  results.map(({ verdict, reason }) => (reason ? `${verdict}: ${reason.code}: ${reason.message}` : verdict));

async function leftOver(): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => line.includes(`sleep\0${mark}`));
}

describe('a check that meddles with its thread', () => {
  it.each([
    [
      'sets a variable of the environment',
      'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";',
      'object is not extensible',
    ],
    ['replaces the environment', 'process.env = {};', 'Cannot assign to read only property'],
    ['replaces `fetch`', 'globalThis.fetch = async () => new Response("{}");', '`fetch` cannot be replaced'],
    ['replaces a part of `JSON`', 'JSON.parse = () => ({});', 'read only property'],
    ['replaces `Promise`', 'globalThis.Promise = class extends Promise {};', 'read only property'],
    ['replaces a part of `Promise`', 'Promise.prototype.then = () => {};', 'read only property'],
    ['replaces the dispatcher of `fetch`', 'globalThis[Symbol.for("undici.globalDispatcher.1")] = {};', 'read only'],
    ['takes all of zx into the open', 'await import("zx/globals");', '`fetch` cannot be replaced'],
    ['stops the clock', 'Date.now = () => 0;', 'read only property'],
    ['gives every object a property', 'JSON.parse(\'{"a":1}\').__proto__.status = "down";', 'object is not extensible'],
    ['replaces what prints', 'process.stdout.write = () => { throw new Error("no"); };', 'read only property'],
    ['makes the process exit otherwise', 'process.exit = () => {};', 'read only property'],
    ['starts a thread', 'new threads.Worker("for (;;);", { eval: true });', '`Worker` is not for checks'],
    ['starts a command and stops all meanwhile', 'childProcess.execSync("sleep 9");', '`execSync` is not for checks'],
    ['does so with zx', '$({ sync: true })`sleep 9`;', '`spawnSync` is not for checks'],
    ['signals the process that runs it', 'process.kill(process.pid, "SIGKILL");', '`process.kill` of the process'],
    ['signals its group', 'process.kill(0, "SIGKILL");', '`process.kill` of the process'],
    [
      'takes away our ears',
      'process.removeAllListeners(); setTimeout(() => { throw null; }, 5); await new Promise(() => {});',
      'null',
    ],
    ['covers our ears', 'process.setUncaughtExceptionCaptureCallback(() => {});', 'already active'],
  ])('and %s gets an error, and nobody else notices', async (_, body, message) => {
    const seen = await runBeside([await block(`${body} ${settle} return { value: 1 };`)], { pool: lasting });
    expect(said(seen)).toEqual([expect.stringMatching(/^error: script: The check threw: /)]);
    expect(said(seen)[0]).toContain(message);
    expect(seen.results[0]?.durationMs).toBeLessThan(1400);
  });

  it.each([
    ['nothing', 'null'],
    [
      'that all are done',
      '{ type: "done", id: 1, outcome: null, idle: true }, ...[2, 3].map((id) => ({ type: "done", id, outcome: null, idle: true }))',
    ],
    ['that it holds every process there is', '{ type: "holds", id: 1, child: 1, folder: "/" }'],
  ])('and says %s to whoever started its thread is not heard', async (_, messages) => {
    const body = `for (const message of [${messages}]) threads.parentPort.postMessage(message); ${settle} threads.parentPort.close(); return { value: Object.keys(threads.workerData).length };`;
    const seen = await runBeside([await block(body)], { pool: lasting });
    expect(said(seen)).toEqual(['pass']);
    expect(seen.results[0]?.readings[0]?.value).toBe(0);
  });

  it('may still print, use zx, name a global of its own, and start processes that it awaits', async () => {
    const body = `globalThis.ofMyLibrary ??= 1; console.log('hello');
      globalThis.Buffer = Buffer; await (await import('zx')).sleep(1);
      const { stdout } = await promisify(childProcess.execFile)('/bin/sh', ['-c', 'echo out; env']);
      return { value: stdout };`;
    const { results } = await runBeside([await block(body)], { pool: lasting });
    expect(results[0]).toMatchObject({ verdict: 'pass', evidence: [{ text: 'hello\n' }] });
    const names = [...String(results[0]?.readings[0]?.value).matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(names.filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name ?? ''))).toEqual(['RUNLIGHT_CHECK']);
  });
});

describe('a check that breaks its thread', () => {
  it.each([
    ['soon after it has ended well', 1],
    ['a while after it has ended well', 300],
  ])('%s takes nobody with it', async (_, afterMs) => {
    const bomb = `setTimeout(() => { for (;;); }, ${afterMs}); return { value: 1 };`;
    expect(said(await runBeside([await block(bomb)], { waitMs: 600 }))).toEqual(['pass']);
  });

  it('by filling its memory after it has ended well takes nobody with it', async () => {
    const bomb =
      'const kept = []; setInterval(() => kept.push(new Array(2e6).fill(kept.length)), 1); return { value: 1 };';
    expect(said(await runBeside([await block(bomb)], { waitMs: 600 }))).toEqual(['pass']);
  });

  it.each([
    ['in a pattern', '/^(a+)+$/.test("a".repeat(50) + "b");'],
    ['without ever returning to its caller', 'for (;;) await null;'],
    ['by waiting for nobody', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'],
  ])('%s is ended', async (_, body) => {
    const seen = await runBeside([await block(`${body} return { value: 1 };`)]);
    expect(said(seen)).toEqual(['error: script: The check blocked its thread for 0.6 s and was ended.']);
  });

  it('in a read that the system never ends is given up, and whoever asked for threads is told', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
    const seen = await runBeside([await block(`readFileSync(${JSON.stringify(pipe)}); return { value: 1 };`)]);
    // Lets the thread go, or Node would wait for it.
    await writeFile(pipe, '');
    expect(said(seen)).toEqual(['error: script: The check blocked its thread for 0.6 s and was ended.']);
    expect(seen.isStuck).toBe(true);
    expect(seen.ms).toBeLessThan(8000);
  });
});

describe('a check that starts processes', () => {
  afterEach(async () => expect(await leftOver()).toEqual([]));
  const leaves = /^error: script: The check returned and left a process running/;

  it.each([
    ['by Node’s own module', `childProcess.spawn('sleep', ['${mark}']);`],
    [
      'by it, out of our sight',
      `childProcess.spawn('sleep', ['${mark}'], { detached: true, stdio: 'ignore', env: {} }).unref();`,
    ],
    [
      'by a shell of it that left its group',
      `await promisify(childProcess.exec)('setsid sleep ${mark} > /dev/null 2>&1 &');`,
    ],
    ['in a home of their own', `await $\`HOME=/ setsid sleep ${mark} > /dev/null 2>&1 &\`;`],
  ])('%s is at fault when it leaves them', async (_, body) => {
    expect(said(await runBeside([await block(`${body} return { value: 1 };`)]))).toEqual([
      expect.stringMatching(leaves),
    ]);
  });

  it.each([
    ['and blocks its thread', 'for (;;);'],
    ['and ends its thread', 'process.reallyExit(1);'],
    ['and waits for ever', 'await new Promise(() => {});'],
  ])('%s takes them with it', async (_, body) => {
    const start = `void $\`sleep ${mark}\`; void $\`setsid sleep ${mark}\`; childProcess.spawn('sleep', ['${mark}']); ${waits(100)}`;
    expect(said(await runBeside([await block(`${start} ${body} return { value: 1 };`)]))).toEqual([
      expect.stringMatching(/^error: script/),
    ]);
  });

  it('takes them with it where temporary files have a place of their own', async () => {
    const before = process.env.TMPDIR;
    process.env.TMPDIR = await mkdtemp(join(tmpdir(), 'runlight-elsewhere-'));
    try {
      const body = `void $\`setsid sleep ${mark}\`; ${waits(100)} for (;;);`;
      await runBeside([await block(body)]);
      expect(await readdir(process.env.TMPDIR)).toEqual([]);
    } finally {
      await rm(process.env.TMPDIR, { recursive: true, force: true });
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });
});
