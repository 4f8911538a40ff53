import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../../lab/world.ts';
import { checkDefaults } from '../../scripts/cli/check-options.ts';
import { findingsOf } from '../../scripts/cli/diagnose-journey.ts';
import { openProject } from '../../scripts/cli/open-project.ts';
import { runOnce } from '../../scripts/cli/run-blocks.ts';
import { parseRunOptions } from '../../scripts/cli/run-options.ts';
import { localise } from '../../src/journeys/localise.ts';
import { packageRoot } from '../../src/project/folders.ts';
import type { Project } from '../../src/project/load.ts';
import { allBlocks } from '../../src/project/plan.ts';
import { createPool, type Pool } from '../../src/runner/pool.ts';
import type { Diagnosis } from '../../src/schemas/diagnosis.ts';
import { runlight } from './run.ts';

type Said = Diagnosis & { journey: string; environment: string };
const parse = (stdout: string): Said => JSON.parse(stdout) as Said;

/** A busy machine may make a latency degraded; that is named, too, and says nothing of the fault. */
const failing = ({ faults }: Diagnosis): string[] =>
  faults.filter(({ state }) => state === 'failing').map(({ part }) => part);

describe('every journey, on a lab with one fault', () => {
  let project: Project;
  let world: World;
  let pool: Pool;
  beforeAll(async () => {
    ({ project } = await openProject({ root: packageRoot, env: 'lab', journeys: 'all' }));
    world = await startWorld();
    pool = createPool({ onStuck: () => {} });
  });
  afterAll(async () => {
    await pool?.close();
    await world?.stop();
  });

  /** Runs what any journey is checked by, once, and judges all of them by it. */
  async function diagnoseAll(): Promise<Map<string, Diagnosis>> {
    const used = new Set(
      [...project.journeys.values()].flatMap(({ parts }) =>
        parts.flatMap(({ checks }) => checks.map(({ block }) => block)),
      ),
    );
    const { report, planned } = await runOnce(
      {
        project,
        environment: 'lab',
        blocks: allBlocks(project).filter(({ block }) => used.has(block.id)),
        run: parseRunOptions(checkDefaults),
        reporters: { create: async () => [], finish: async () => {} },
        breaks: [],
        publish: undefined,
        pool,
        signal: new AbortController().signal,
        mayBeEmpty: false,
      },
      { state: world.state, wasRunning: true, value: () => null, valueNames: [], close: async () => {} },
    );
    const findings = findingsOf(report, planned);
    return new Map([...project.journeys].map(([id, journey]) => [id, localise(journey, findings)]));
  }

  it('nothing fails without a fault, and what has no check is not called well', async () => {
    for (const [id, said] of await diagnoseAll()) {
      expect(failing(said), id).toEqual([]);
      const bare = project.journeys.get(id)?.parts.filter(({ checks }) => checks.length === 0) ?? [];
      expect(said.unknown.map(({ part }) => part).sort(), id).toEqual(bare.map(({ id: part }) => part).sort());
      if (said.faults.length === 0) expect(said.answer, id).toBe(bare.length > 0 ? 'not-enough-known' : 'well');
    }
  });

  it.each([
    ['bsc-rpc.stale-head', 'bsc-node', 'provider'],
    ['bsc-rpc.rate-limit-200', 'bsc-node', 'provider'],
    ['tron-node.solidity-stalled', 'tron-node', 'provider'],
    // What compares with it is not to blame.
    ['bitcoin-esplora-2.down', 'bitcoin-node-2', 'provider'],
    ['node-status.major-outage', 'node-provider', 'provider'],
    // All that is seen through our API fails with it, and is not at fault.
    ['wallet-api.certificate-expired', 'api', 'api'],
    ['wallet-api.down', 'api', 'api'],
    ['dns.nxdomain', 'api-name', 'api'],
    ['wallet-api.database-down', 'backend', 'backend'],
    ['wallet-api.error-in-200', 'backend', 'backend'],
    ['wallet-api.quotes-stale', 'quotes', 'backend'],
    // Seen by who watches our backend and our apps; when the watcher itself is gone, nobody is blamed.
    ['prometheus.error-spike', 'backend', 'backend'],
    ['datadog.error-spike', 'app', 'client'],
    ['prometheus.down', null, null],
    ['datadog.key-invalid', null, null],
    ['link-host.wrong-app', 'links', 'client'],
    ['price-feed.off-by-ten', 'price-feed', 'provider'],
    ['price-feed-2.off-by-ten', 'price-feed-2', 'provider'],
    ['swap-api.no-liquidity', 'aggregator', 'provider'],
    ['swap-status.major-outage', 'swap-provider', 'provider'],
    ['onramp-status.major-outage', 'onramp', 'provider'],
    ['onramp-api.error-in-200', 'onramp', 'provider'],
    ['kyc-status.major-outage', 'identity', 'provider'],
  ] as const)(
    '%s: the first fault is %s, of the layer %s, and no other part is said to fail',
    async (fault, part, layer) => {
      await world.break(fault);
      try {
        let concerned = 0;
        for (const [id, said] of await diagnoseAll()) {
          const isConcerned = project.journeys.get(id)?.parts.some((each) => each.id === part) ?? false;
          expect(failing(said), id).toEqual(isConcerned ? [part] : []);
          if (!isConcerned) continue;
          concerned += 1;
          expect(said.faults[0], id).toMatchObject({ part, layer });
          expect(said.faults[0]?.evidence.length, id).toBeGreaterThan(0);
          expect(said.faults[0]?.reason, id).toMatch(/ fails because .+; .+\.$/);
        }
        expect(concerned > 0).toBe(part !== null);
      } finally {
        await world.mend(fault);
      }
    },
  );

  it('a failure of the backend explains what needs it', async () => {
    await world.break('wallet-api.error-in-200');
    const said = (await diagnoseAll()).get('balances');
    await world.mend('wallet-api.error-in-200');
    expect(said?.faults[0]?.explains).toEqual(['balances', 'prices']);
    expect(said?.consequences).toMatchObject([
      { part: 'balances', of: ['backend'] },
      { part: 'prices', of: ['backend'] },
    ]);
  });

  it('two faults at once are both named', async () => {
    for (const fault of ['price-feed.down', 'dns.nxdomain']) await world.break(fault);
    const said = (await diagnoseAll()).get('swap');
    for (const fault of ['price-feed.down', 'dns.nxdomain']) await world.mend(fault);
    expect(said && failing(said)).toEqual(['price-feed', 'api-name']);
  });
});

describe('`runlight diagnose`', () => {
  it('names the fault as JSON, and ends with 1', async () => {
    const ran = await runlight('diagnose', 'swap', '--break', 'swap-api.no-liquidity', '--json');
    expect(ran.code).toBe(1);
    const said = parse(ran.stdout);
    expect(said).toMatchObject({ journey: 'swap', environment: 'lab', answer: 'fault' });
    expect(said.faults[0]).toMatchObject({
      part: 'aggregator',
      layer: 'provider',
      reason: expect.stringContaining('Swap aggregator fails because'),
      evidence: [{ block: 'runbooks/swaps/swap-failed#aggregator', verdict: 'fail' }],
    });
  });

  it('tells a person the fault first, then what to do, in lines of at most 80 columns', async () => {
    const ran = await runlight('diagnose', 'balances', '--break', 'wallet-api.error-in-200');
    expect(ran.code).toBe(1);
    const lines = ran.stdout.split('\n');
    expect(lines[0]).toMatch(/^See balances and prices: the fault lies with our backend: Backend/);
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
    const at = (text: string): number => lines.findIndex((line) => line.startsWith(text));
    expect(at('✕ Failing  Backend')).toBeGreaterThan(0);
    expect(at('Only a consequence')).toBeGreaterThan(at('✕ Failing  Backend'));
    expect(at('What to do')).toBeGreaterThan(at('Only a consequence'));
    expect(lines.slice(at('What to do')).join('\n')).toContain('runbooks/triage/triage-layer#backend');
  });

  it('says that not enough is known where a part has no check, and ends with 3', async () => {
    const ran = await runlight('diagnose', 'connect', '--json');
    const said = parse(ran.stdout);
    expect(said.unknown.map(({ part }) => part)).toEqual(['dapp']);
    expect([said.answer, ran.code]).toEqual(said.faults.length > 0 ? ['fault', 1] : ['not-enough-known', 3]);
  });

  it('ends with 0 when all is well', async () => {
    const ran = await runlight('diagnose', 'buy', '--json');
    const said = parse(ran.stdout);
    expect(failing(said)).toEqual([]);
    expect([said.answer, ran.code]).toEqual(said.faults.length > 0 ? ['fault', 1] : ['well', 0]);
  });

  it('lists journeys, and the parts of one, and asks nothing', async () => {
    const all = await runlight('diagnose', '--list');
    expect(all.code).toBe(0);
    expect(all.stdout).toMatch(/^connect +Connect a dApp$/m);
    expect(all.stdout).toContain('without a check: dapp');
    const one = await runlight('diagnose', 'swap', '--list', '--json');
    expect(JSON.parse(one.stdout)).toMatchObject({ journey: 'swap', entries: ['app'] });
  });

  it.each([
    [[], 'Which journey?'],
    [['swpa'], 'Did you mean `swap`'],
    [['swap', 'send'], '`send` is one too many'],
    [['swap', '--break', 'swap-api.no-liquidty'], 'Did you mean `swap-api.no-liquidity`'],
    [['swap', '--param', 'hash=0x1'], 'None of these blocks asks for anything'],
    [['swap', '--env', 'produktion'], 'Did you mean `production`'],
    [['swap', '--lst'], 'Did you mean `--list`'],
  ])('%j is answered with what was meant, and ends with 2', async (args, says) => {
    const ran = await runlight('diagnose', ...args);
    expect(ran.output).toContain(says);
    expect(ran.code).toBe(2);
  });

  it('says what must be corrected first, at its place, and asks nothing', async () => {
    const root = await mkdtemp(join(tmpdir(), 'runlight-diagnose-'));
    await cp(join(packageRoot, 'src/content'), join(root, 'src/content'), { recursive: true });
    await cp(join(packageRoot, 'runbooks'), join(root, 'runbooks'), { recursive: true });
    const file = 'src/content/journeys/swap.yaml';
    await writeFile(
      join(root, file),
      'title: Swap\ndoes: Swaps.\nentries: [ap]\nparts:\n  - id: app\n    name: App\n    layer: client\n',
    );
    const ran = await runlight('diagnose', 'swap', '--root', root);
    await rm(root, { recursive: true });
    expect(ran.output).toContain(`${file}:3:11 error unknown-part`);
    expect(ran.code).toBe(2);
  });
});
