// Long because it is the whole engine, once: as it should be, with checks that misbehave, and without a network.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the bodies of checks are text here.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closedPort, type Loopback, serve } from '../../tests/contract/loopback.ts';
import { type BlockSketch, plannedBlock, repository, targetAt } from '../../tests/contract/planned-block.ts';
import type { PlannedBlock } from '../schemas/planned-block.ts';
import { type Report, reportSchema } from '../schemas/report.ts';
import type { RunEvent } from '../schemas/run-event.ts';
import { createPool, type Pool } from './pool.ts';
import { run } from './run.ts';
import type { RunOptions } from './run-options.ts';

/** Seconds that a child of these checks sleeps, by which it is known among all processes: no other run's has the same. */
const sleeps = { interrupted: `4${process.pid}`, blocked: `5${process.pid}` };

/** Bodies of checks that a thread must survive, or not. */
const bodies = {
  good: 'await new Promise((r) => setTimeout(r, 30)); return { value: 1 };',
  throws: 'throw new Error("boom");',
  wrong: 'return 7;',
  blocks: 'for (;;) {}',
  exits: 'process.exit(0);',
  late: 'setTimeout(() => { throw new Error("late"); }, 5); await new Promise(() => {});',
  ignores: 'await new Promise(() => {});',
  leaks:
    'const kept = []; for (;;) { kept.push(new Array(10_000).fill(kept.length)); if (kept.length % 100 === 0) await new Promise((r) => setImmediate(r)); }',
  child: `await $\`pwd > FOLDER/where; sleep ${sleeps.interrupted}\`; return { value: 1 };`,
  blocksWithChild: `void $\`sleep ${sleeps.blocked}\`; for (;;) {}`,
  forgets: 'void Promise.reject(new Error("forgotten")); return { value: 1 };',
  forgetsLater: 'void (async () => { await null; await null; throw new Error("forgotten"); })(); return { value: 1 };',
  rejectsAfter: 'setTimeout(() => Promise.reject(new Error("after")), 20); return { value: 1 };',
  throwsAfter: 'setTimeout(() => { throw new Error("after"); }, 20); return { value: 1 };',
  exitsAfter: 'setTimeout(() => process.exit(1), 20); return { value: 1 };',
  waits: 'await new Promise((r) => setTimeout(r, 150)); return { value: 1 };',
  prints: 'console.log("hello", 1); console.error("there"); return { value: 1 };',
  secret: 'return { value: `${JSON.stringify(process.env)} ${process.argv.length} ${secrets.MY_KEY}` };',
  flaky: 'const { status } = JSON.parse((await http("", { anyStatus: true })).text); return { value: status };',
  slow: 'await new Promise((r) => setTimeout(r, 5000)); return { value: 1 };',
} as const;

let folder = '';
let service: Loopback;
/** Starting threads is most of what a short run costs. */
let pool: Pool;
let failuresLeft = 0;

beforeAll(async () => {
  pool = createPool();
  folder = await mkdtemp(join(repository, 'tests/contract/.checks-'));
  for (const [name, body] of Object.entries(bodies)) {
    await writeFile(
      join(folder, `${name}.ts`),
      `import { defineCheck, param } from 'runlight/check';
      export default defineCheck({
        summary: 'Test', layer: 'api', params: { target: param.target().optional() }, readings: { value: { type: 'any', summary: '' } },
        ${name === 'secret' ? "secrets: ['MY_KEY']," : ''}
        async run({ http, $, signal, secrets }) { ${body.replace('FOLDER', folder)} },
      });`,
    );
  }
  service = await serve((_, response) => response.end(JSON.stringify({ status: failuresLeft-- > 0 ? 'down' : 'ok' })));
});
afterAll(async () => {
  await pool.close();
  await service[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

let blocks = 0;
function block(name: keyof typeof bodies, sketch: BlockSketch = {}): PlannedBlock {
  blocks += 1;
  return plannedBlock({
    block: `runbooks/test#${name}-${blocks}`,
    check: name,
    checkFile: join(folder, `${name}.ts`),
    params: {},
    rows: { value: 'present' },
    ...sketch,
  });
}

async function collect(
  planned: PlannedBlock[],
  options: Partial<RunOptions> = {},
): Promise<{ events: RunEvent[]; report: Report }> {
  const events: RunEvent[] = [];
  for await (const event of run(planned, {
    environment: 'test',
    targets: {},
    env: { PATH: process.env.PATH },
    pool,
    ...options,
  }))
    events.push(event);
  const last = events.at(-1);
  if (last?.type !== 'end') throw new Error('A run ends with its report.');
  return { events, report: reportSchema.parse(last.report) };
}

const verdictsOf = (report: Report): string[] =>
  report.results.map(({ verdict, reason }) => (reason ? `${verdict}: ${reason.code}` : verdict));

describe('run', () => {
  it('tells when it starts, each block, and the end, and reports in the order of the blocks', async () => {
    const planned = [block('good'), block('throws'), block('wrong')];
    const { events, report } = await collect(planned, { commit: 'abc' });
    expect(events[0]).toMatchObject({ type: 'start', run: { environment: 'test', id: report.run.id } });
    expect(events.filter(({ type }) => type === 'block-start')).toHaveLength(3);
    expect(events.filter(({ type }) => type === 'block-end')).toHaveLength(3);
    expect(verdictsOf(report)).toEqual(['pass', 'error: script', 'error: script']);
    expect(report.run).toMatchObject({ interrupted: false, commit: 'abc', shard: null });
    expect(report.summary).toEqual({ total: 3, pass: 1, warn: 0, fail: 0, error: 2, skip: 0, flaky: 0 });
    expect(report.results[0]?.attempts).toHaveLength(1);
  });

  it('ends with a report even when there is nothing to run', async () => {
    const { report } = await collect([]);
    expect(report.summary.total).toBe(0);
  });

  it('takes a known problem as the result and asks nothing', async () => {
    const { report } = await collect([
      block('exits', { problem: { code: 'needs-input', message: 'Give a hash.', hint: '' } }),
    ]);
    expect(verdictsOf(report)).toEqual(['skip: needs-input']);
    expect(report.results[0]?.attempts).toEqual([]);
  });

  it('keeps what a check prints as evidence', async () => {
    const { report } = await collect([block('prints')]);
    expect(report.results[0]).toMatchObject({
      verdict: 'pass',
      evidence: [{ title: 'Printed by the check', text: 'hello 1\nthere\n' }],
    });
  });

  it('gives a thread no environment, and a check only the secrets that it declares', async () => {
    const { report } = await collect([block('secret')], { env: { MY_KEY: 'sesame-7', OTHER: 'x' } });
    expect(report.results[0]?.readings[0]?.value).toBe('{} 2 ‹secret:MY_KEY›');
    expect(verdictsOf((await collect([block('secret')])).report)).toEqual(['skip: no-secret']);
    expect(verdictsOf((await collect([block('secret')], { requireSecrets: true })).report)).toEqual([
      'fail: no-secret',
    ]);
  });

  it('names the secret that a target lacks', async () => {
    const target = targetAt('https://x.example/{secret:RPC_KEY}', { secrets: ['RPC_KEY'] });
    const { report } = await collect([block('flaky', { params: { target: 'service' } })], {
      targets: { service: target },
    });
    expect(report.results[0]?.reason?.message).toBe(
      'The target `service` needs the environment variable `RPC_KEY`, not set here.',
    );
  });

  it('keeps each attempt, and calls a pass after a retry flaky', async () => {
    const sketch = { params: { target: 'service' }, rows: { value: '= ok' } };
    const options = { targets: { service: targetAt(service.url) }, retries: 2, backoffMs: 10 };
    failuresLeft = 1;
    const { report } = await collect([block('flaky', sketch)], options);
    expect(report.results[0]).toMatchObject({
      verdict: 'pass',
      flaky: true,
      attempts: [
        { verdict: 'fail', reason: { code: 'expectation' } },
        { verdict: 'pass', reason: null },
      ],
    });
    expect(report.summary.flaky).toBe(1);
    failuresLeft = 9;
    expect((await collect([block('flaky', sketch)], options)).report.results[0]).toMatchObject({
      verdict: 'fail',
      flaky: false,
      attempts: { length: 3 },
    });
  });

  it('begins nothing more after the first failure when it is to bail', async () => {
    const { report } = await collect([block('throws'), block('good'), block('good')], { bail: true, concurrency: 1 });
    expect(verdictsOf(report)).toEqual(['error: script']);
    expect(report.run.interrupted).toBe(false);
  });

  it('does no more at once than it may, in all and per target', async () => {
    let [now, most] = [0, 0];
    await using busy = await serve((_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end('{"status":"ok"}');
      }, 20);
    });
    const many = Array.from({ length: 20 }, () => block('flaky', { params: { target: 'service' } }));
    const { report } = await collect(many, { targets: { service: targetAt(busy.url) }, targetConcurrency: 3 });
    expect(report.summary.pass).toBe(20);
    expect(most).toBe(3);
  });
});

describe('run, when checks misbehave', () => {
  it('ends the one that blocks its thread, and runs again what shared it', async () => {
    const own = createPool({ threads: 1, blockedAfterMs: 600 });
    const { report } = await collect([block('good'), block('blocks'), block('good'), block('good')], { pool: own });
    await own.close();
    expect(verdictsOf(report)).toEqual(['pass', 'error: script', 'pass', 'pass']);
    expect(report.results[1]?.reason?.message).toBe('The check blocked its thread for 0.6 s and was ended.');
  });

  it('ends the children of the one that blocks its thread', async () => {
    const own = createPool({ blockedAfterMs: 600 });
    const { report } = await collect([block('blocksWithChild')], { pool: own });
    await own.close();
    expect(verdictsOf(report)).toEqual(['error: script']);
    await expect.poll(() => countProcesses(`^sleep ${sleeps.blocked}`), { timeout: 5000 }).toBe(0);
  });

  it('leads an exit and an uncaught error back to the check that caused it', async () => {
    const { report } = await collect([block('good'), block('exits'), block('late'), block('good')]);
    expect(report.results.map(({ reason }) => reason?.message ?? 'pass')).toEqual([
      'pass',
      'The check threw: The check called `process.exit(0)`.',
      'The check threw: late.',
      'pass',
    ]);
  });

  it('leads a rejection that nobody awaits back to the check that forgot it', async () => {
    const { report } = await collect([block('good'), block('forgets'), block('forgetsLater'), block('good')]);
    expect(report.results.map(({ reason }) => reason?.message ?? 'pass')).toEqual([
      'pass',
      'The check threw: forgotten.',
      'The check threw: forgotten.',
      'pass',
    ]);
  });

  it('keeps the neighbours of one that breaks after its end', async () => {
    const own = createPool({ threads: 1 });
    const after = [block('rejectsAfter'), block('throwsAfter'), block('exitsAfter')];
    const { report } = await collect([...after, block('waits'), block('waits')], { pool: own });
    await own.close();
    expect(report.results.slice(3).map(({ verdict, durationMs }) => [verdict, durationMs > 140])).toEqual([
      ['pass', true],
      ['pass', true],
    ]);
    expect(report.summary.pass).toBe(5);
  });

  it('ends the one that leaks memory', async () => {
    const { report } = await collect([block('good'), block('leaks')], { timeoutMs: 20_000 });
    expect(verdictsOf(report)).toEqual(['pass', 'error: script']);
    expect(report.results[1]?.reason?.message).toContain('MiB of memory');
  }, 30_000);

  it('gives up the one that ignores its signal, and its thread with it', async () => {
    const own = createPool({ threads: 1 });
    const { report } = await collect([block('ignores'), block('good')], { pool: own, timeoutMs: 100 });
    expect(verdictsOf(report)).toEqual(['error: script', 'pass']);
    expect(verdictsOf((await collect([block('good')], { pool: own })).report)).toEqual(['pass']);
    await own.close();
  });

  it('interrupted, ends the children and still reports, without what was not finished', async () => {
    const stop = new AbortController();
    const planned = [block('good'), block('child'), block('slow')];
    const seen: RunEvent[] = [];
    for await (const event of run(planned, {
      environment: 'test',
      targets: {},
      env: { PATH: process.env.PATH },
      signal: stop.signal,
    })) {
      seen.push(event);
      if (event.type === 'block-end') setTimeout(() => stop.abort(), 300);
    }
    const last = seen.at(-1);
    if (last?.type !== 'end') throw new Error('A run ends with its report.');
    expect(last.report.run.interrupted).toBe(true);
    expect(last.report.results.map(({ check }) => check)).toEqual(['good']);
    // Killed it is at once; a busy machine takes a moment to be rid of it.
    await expect.poll(() => countProcesses(`^sleep ${sleeps.interrupted}`), { timeout: 5000 }).toBe(0);
    expect(existsSync((await readFile(join(folder, 'where'), 'utf8')).trim())).toBe(false);
  });

  it('interrupts itself when its time is up', async () => {
    const { report } = await collect([block('good'), block('slow')], { runTimeoutMs: 2500 });
    expect(report.run.interrupted).toBe(true);
    expect(verdictsOf(report)).toEqual(['pass']);
  });
});

describe('run, without a network', () => {
  const sketch = {
    check: 'http-json',
    params: { target: 'service' },
    rows: { status: '= 200' },
    checkFile: join(repository, 'checks/http-json.ts'),
  };
  const unreachable = { service: targetAt('http://nothing.invalid') };

  it('calls a target offline when every canary is silent, too', async () => {
    const canaries = [`http://127.0.0.1:${await closedPort()}`];
    expect(verdictsOf((await collect([block('good', sketch)], { targets: unreachable, canaries })).report)).toEqual([
      'skip: offline',
    ]);
  });

  it('leaves the verdict alone when a canary answers, when there is none, and on loopback', async () => {
    const silent = `http://127.0.0.1:${await closedPort()}`;
    expect(
      verdictsOf(
        (await collect([block('good', sketch)], { targets: unreachable, canaries: [silent, service.url] })).report,
      ),
    ).toEqual(['fail: unreachable']);
    expect(verdictsOf((await collect([block('good', sketch)], { targets: unreachable })).report)).toEqual([
      'fail: unreachable',
    ]);
    expect(
      verdictsOf(
        (await collect([block('good', sketch)], { targets: { service: targetAt(silent) }, canaries: [silent] })).report,
      ),
    ).toEqual(['fail: unreachable']);
  });
});

async function countProcesses(pattern: string): Promise<number> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
  return lines.filter((line) => new RegExp(pattern).test(line.replaceAll('\0', ' '))).length;
}
