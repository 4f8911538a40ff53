import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { expect } from 'vitest';
import { startWorld, type World } from '../../lab/world.ts';
import { dataFile } from '../../scripts/cli/data-file.ts';
import { asOpenLab } from '../../scripts/cli/open-lab.ts';
import { openLiveFor } from '../../scripts/cli/open-live.ts';
import type { Live } from '../../src/live/live.ts';
import { packageRoot } from '../../src/project/folders.ts';
import { loadProject, type Project } from '../../src/project/load.ts';
import { listen } from '../../src/server/listen.ts';
import { createProofStore } from '../../src/store/proof-store.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { launchBrowser } from '../browser.ts';
import { type Gate, openGate } from './gate.ts';

/** The internal site, its server and a lab, with a store of their own: nothing of a developer's is touched. */
export interface LiveSite {
  browser: Browser;
  world: World;
  /** In front of `ethereum-rpc`, which most of the page's blocks ask. */
  gate: Gate;
  /** Where the server is now; the same after it was stopped and started again. */
  url: string;
  /** What the server runs with. To be changed freely. */
  env: Record<string, string | undefined>;
  readonly live: Live;
  /** When a block was proven last, by the server. */
  provenAt(block: string): Promise<string | null>;
  /** Ends the server and all it runs. The lab stays. */
  stop(): Promise<void>;
  /** Starts it again, on the port that it had. */
  start(): Promise<void>;
  /** Makes all proofs older, by so many milliseconds. Only while the server is stopped. */
  age(ms: number): Promise<void>;
  /** After a test: closes its pages, mends the lab and opens the gate. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** The page that these tests are about: one block of it asks a target that has no service here. */
export const pageId = 'runbooks/transactions/evm-tx-stuck';
export const blocks = {
  /** Asks the gate for a transaction; a reader may give their own. */
  tx: `${pageId}#tx`,
  /** The same of another node, which needs a key here: `secretName`. */
  second: `${pageId}#tx-second-view`,
  /** Cannot be told: its target has no address here. */
  absent: `${pageId}#tx-bsc`,
  /** Asks nobody for anything. */
  head: `${pageId}#ethereum-head`,
  /** Of another page; journeys depend on it. */
  node: 'runbooks/network/evm-rpc-degraded#ethereum-first',
} as const;
export const secretName = 'RUNLIGHT_TEST_KEY';
/** Any will do. */
export const aKey = 'a-key-of-nobody-7f3a';

/** Of `ethereum-rpc`. */
export const dashboard = 'https://dashboards.example/d/rpc?from={from}&to={to}';

/** One chain, and two nodes of it. */
const few = ['ethereum-rpc', 'ethereum-rpc-2'];

/** Starts all of it, with more of the lab's services, or all, where a test needs them. The internal site must have been built. */
export async function openLiveSite(more: readonly string[] | 'all' = []): Promise<LiveSite> {
  const dist = join(packageRoot, 'dist');
  if (!existsSync(join(dist, 'internal', 'index.html')))
    throw new Error('dist/internal is not built. Run `npm run build` first.');
  await using opened = new AsyncDisposableStack();
  const data = opened.adopt(await mkdtemp(join(tmpdir(), 'runlight-e2e-')), (folder) =>
    rm(folder, { recursive: true, force: true }),
  );
  const [world, browser, project] = await Promise.all([
    startWorld(more === 'all' ? {} : { services: [...few, ...more] }).then((its) =>
      opened.adopt(its, () => its.stop()),
    ),
    launchBrowser().then((its) => opened.adopt(its, () => its.close())),
    loadProject({ root: packageRoot }).then(asProvidersDo),
  ]);
  const gate = opened.use(await openGate(world.state.services['ethereum-rpc']?.url ?? ''));
  const env: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    RUNLIGHT_DATA: data,
    [secretName]: aKey,
  };
  const { services: served } = world.state;
  const gated = { url: gate.url, values: served['ethereum-rpc']?.values ?? {} };
  const state = { ...world.state, services: { ...served, 'ethereum-rpc': gated } };
  const lab = asOpenLab({ state, stop: world.stop }, true);

  const startServer = async (port: number) => {
    const said: string[] = [];
    const { live, close } = await openLiveFor({
      project,
      environment: 'lab',
      lab,
      // Results that somebody published into the built site are not ours.
      dist: data,
      say: (text) => said.push(text),
      env,
    });
    const server = await listen({ site: join(dist, 'internal'), port, live });
    return {
      live,
      server,
      async stop() {
        await server.close();
        await close();
        expect(said).toEqual([]);
      },
    };
  };
  let running: Awaited<ReturnType<typeof startServer>> | null = await startServer(0);
  const { url, port } = running.server;
  const site: LiveSite = {
    browser,
    world,
    gate,
    url,
    env,
    get live() {
      if (!running) throw new Error('The server is stopped.');
      return running.live;
    },
    async provenAt(block) {
      const its = await running?.live.blocks(null);
      return its?.find((each) => each.block === block)?.proof?.provenAt ?? null;
    },
    async stop() {
      await running?.stop();
      running = null;
    },
    async start() {
      running = await startServer(port);
      expect(running.server.port).toBe(port);
    },
    async age(ms) {
      // What is kept is never replaced by something older: another file is.
      await using store = createProofStore(await openSqlite(dataFile(packageRoot, env)));
      env.RUNLIGHT_DATA = join(env.RUNLIGHT_DATA ?? data, 'older');
      await using older = createProofStore(await openSqlite(dataFile(packageRoot, env)));
      for (const { proof, ...rest } of await store.all('lab')) {
        const provenAt = new Date(Date.parse(proof.provenAt) - ms).toISOString();
        await older.save({ ...rest, proof: { ...proof, provenAt } });
      }
    },
    async tidy() {
      for (const context of browser.contexts()) await context.close();
      gate.say(null);
      gate.open();
      await world.mend();
    },
    close: () => keep.disposeAsync(),
  };
  opened.defer(() => site.stop());
  const keep = opened.move();
  return site;
}

/** The second node wants a key, as real providers do, and the first one has a dashboard. */
function asProvidersDo(project: Project): Project {
  const lab = project.environments.get('lab') ?? {};
  const first = lab['ethereum-rpc'];
  const second = lab['ethereum-rpc-2'];
  if (!second) throw new Error('The lab has no second Ethereum node.');
  const targets = {
    ...lab,
    ...(first ? { 'ethereum-rpc': { ...first, dashboard } } : {}),
    'ethereum-rpc-2': { ...second, headers: { authorization: { secret: secretName, prefix: '' } } },
  };
  return { ...project, environments: new Map(project.environments).set('lab', targets) };
}
