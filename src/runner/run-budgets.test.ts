import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, serve } from '../../tests/contract/loopback.ts';
import { plannedBlock, repository, targetAt } from '../../tests/contract/planned-block.ts';
import { budgetSchema } from '../schemas/budget.ts';
import type { PlannedBlock, ResolvedTarget } from '../schemas/planned-block.ts';
import type { Report } from '../schemas/report.ts';
import { createPool, type Pool } from './pool.ts';
import { run } from './run.ts';
import type { RunOptions } from './run-options.ts';

const bodies = {
  once: 'return { value: (await http("")).status };',
  thrice: 'for (let i = 0; i < 3; i += 1) await http(""); return { value: 1 };',
  moved: 'return { value: (await http("/moved")).status };',
  down: 'return { value: (await http("/down", { anyStatus: true })).status };',
  peer: 'const told = await askPeer(http, undefined, (peer) => peer("")); return { value: told instanceof PeerSilence ? told.notTaken(evidence) : 1 };',
} as const;

let folder = '';
let pool: Pool;
let server: Loopback;
/** When each request came, in milliseconds. */
let times: number[] = [];

beforeAll(async () => {
  pool = createPool();
  folder = await mkdtemp(join(repository, 'tests/contract/.checks-'));
  for (const [name, body] of Object.entries(bodies))
    await writeFile(
      join(folder, `${name}.ts`),
      `import { askPeer, defineCheck, param, PeerSilence } from 'runlight/check';
      export default defineCheck({
        summary: 'Test', layer: 'api', params: { target: param.target() }, readings: { value: { type: 'any', summary: '' } },
        async run({ http, evidence }) { ${body} },
      });`,
    );
  server = await serve((request, response) => {
    times.push(performance.now());
    if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else response.writeHead(request.url === '/down' ? 500 : 200).end('{}');
  });
});
afterAll(async () => {
  await pool.close();
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const target = (budget: string | null, more: Partial<ResolvedTarget> = {}): ResolvedTarget =>
  targetAt(server.url, { budget: budget === null ? null : budgetSchema.parse(budget), ...more });

const blocks = (count: number, name: keyof typeof bodies = 'once', healthy = 'present'): PlannedBlock[] =>
  Array.from({ length: count }, (_, index) =>
    plannedBlock({
      block: `runbooks/test#${name}-${index}`,
      check: name,
      checkFile: join(folder, `${name}.ts`),
      rows: { value: healthy },
    }),
  );

async function collect(
  planned: PlannedBlock[],
  targets: ResolvedTarget[],
  more: Partial<RunOptions> = {},
): Promise<Report> {
  times = [];
  const byName = Object.fromEntries(targets.map((each) => [each.name, each]));
  for await (const event of run(planned, { environment: 'test', targets: byName, env: {}, pool, ...more }))
    if (event.type === 'end') return event.report;
  throw new Error('A run ends with its report.');
}

const said = ({ results }: Report): string[] => results.map(({ verdict, reason }) => reason?.code ?? verdict).sort();

describe('a target with a budget', () => {
  it('is never asked more often, and the blocks that this costs say so', async () => {
    const report = await collect(blocks(9), [target('4/h')]);
    expect(times).toHaveLength(4);
    expect(said(report)).toEqual([...Array(5).fill('budget'), ...Array(4).fill('pass')]);
    const skipped = report.results.find(({ verdict }) => verdict === 'skip');
    expect(skipped?.reason?.message).toMatch(
      /^`service` may be asked 4\/h, and was; it may be asked again in (1 h|59 min 5\d s)\.$/,
    );
    expect(skipped?.attempts).toEqual([]);
  });

  it('is waited for when its budget has room again within the timeout', async () => {
    const report = await collect(blocks(12), [target('5/s')]);
    expect(said(report)).toEqual(Array(12).fill('pass'));
    for (const from of times) expect(times.filter((at) => at >= from && at < from + 800).length).toBeLessThanOrEqual(5);
  });

  it('holds up no other target', async () => {
    const other = target(null, { name: 'other' });
    const planned = [
      ...blocks(6),
      ...blocks(1).map((each) => ({
        ...each,
        block: 'runbooks/test#other',
        target: 'other',
        params: { target: 'other' },
      })),
    ];
    const ends: string[] = [];
    const targets = { service: target('3/s'), other };
    for await (const event of run(planned, { environment: 'test', targets, env: {}, pool }))
      if (event.type === 'block-end') ends.push(event.result.block);
    expect(ends.indexOf('runbooks/test#other')).toBeLessThan(4);
    expect(ends).toHaveLength(7);
  });

  it('counts every request of a block, redirects included', async () => {
    expect(said(await collect(blocks(1, 'thrice'), [target('2/h')]))).toEqual(['budget']);
    expect(times).toHaveLength(2);
    expect(said(await collect(blocks(1, 'moved'), [target('1/h')]))).toEqual(['budget']);
    expect(times).toHaveLength(1);
    expect(said(await collect(blocks(1, 'thrice'), [target('3/h')]))).toEqual(['pass']);
  });

  it('counts every attempt, and a retry that it does not pay for hides no failure', async () => {
    const report = await collect(blocks(1, 'down', '= 200'), [target('2/h')], { retries: 5, backoffMs: 1 });
    expect(times).toHaveLength(2);
    expect(said(report)).toEqual(['expectation']);
    expect(report.results[0]?.attempts).toHaveLength(2);
  });

  it('counts as a peer, too: what needs it is not taken', async () => {
    const targets = [target(null, { peers: ['second'] }), target('1/h', { name: 'second' })];
    const report = await collect(blocks(2, 'peer'), targets);
    expect(said(report)).toEqual(['degraded', 'pass']);
    expect(report.results.find(({ verdict }) => verdict === 'warn')?.reason?.message).toContain(
      'may be asked 1/h, and was',
    );
  });

  it('that is waited for does not keep an interrupted run', async () => {
    const started = performance.now();
    const report = await collect(blocks(4), [target('1/min')], { timeoutMs: 60_000, runTimeoutMs: 300 });
    expect(report.run.interrupted).toBe(true);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
