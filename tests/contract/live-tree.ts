import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Live, openLive } from '../../src/live/live.ts';
import type { RunRecord } from '../../src/live/run-record.ts';
import { loadProject, type Project } from '../../src/project/load.ts';
import { resolveTargets } from '../../src/project/resolve-targets.ts';
import { createBudgets, memoryLedger } from '../../src/runner/budgets.ts';
import type { Pool } from '../../src/runner/pool.ts';
import type { RunRequest } from '../../src/schemas/api.ts';
import type { Proof } from '../../src/schemas/proof.ts';
import { createProofStore, type ProofStore } from '../../src/store/proof-store.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type Loopback, serve } from './loopback.ts';

/** A small tree whose blocks ask a server of ours, with its blocks ready to be run. */
export interface LiveTree extends AsyncDisposable {
  root: string;
  /** The server that the blocks ask. */
  service: Loopback;
  /** How the service answers from now on. */
  answer: { status: string; afterMs: number };
  /** Paths that it was asked for. */
  asked: string[];
  live: Live;
  store: ProofStore;
  /** Proofs that came with the site. */
  published: Record<string, Proof>;
  said: string[];
  project: Project;
  /** Writes a file and loads the tree again. */
  rewrite(path: string, text: string): Promise<Project>;
  /** Another life of the server, on the same store file. */
  reopen(): Promise<Live>;
}

const row = '| Reading | Healthy |\n| --- | --- |\n';
/** Blocks `runbooks/network/one#…`: `first` and `second` are plain, `asks` asks for a path, `limited` has a budget of 2 an hour. */
export const onePage = `---
title: One
description: A page.
owner: support-ops
reviewed: 2026-11-01
journeys: [swap]
examples:
  asks: { path: /example }
---

:::check[The first is well]{#first use="http-json" target="api"}
${row}| \`/status\` | = ok |

- **Healthy**: go on.
:::

:::check[The second is well]{#second use="http-json" target="api" path="/second"}
${row}| \`/status\` | = ok |
:::

:::check[What was asked for is well]{#asks use="http-json" target="api" ask="path"}
${row}| \`/status\` | = ok |
:::

:::check[The limited is well]{#limited use="http-json" target="limited"}
${row}| \`/status\` | = ok |
:::
`;

const outcome = `  done:
    kind: outcome
    outcome: It is known.
    severity: sev3
    owner: { role: engineering-on-call }
    channel: "#network"
    acknowledge: 1 h
    next: { role: support-lead, after: 1 h }
    do: [Tell the channel.]
    attach: [The time]
`;
/** A check node in YAML, whose every verdict leads to one node. */
const checkNode = (name: string, check: string, to: string): string => `  ${name}:
    kind: check
    check: ${check}
    question: Is ${name} well?
    choices:
      yes: { label: "Yes", on: [pass, warn], to: ${to} }
      no: { label: "No", on: [fail], to: ${to} }
`;
const tree = (title: string, start: string, nodes: string): string =>
  `title: ${title}\ndescription: For tests.\nowner: engineering\nstart: ${start}\n\nnodes:\n${nodes}`;

/**
 * Two escalation trees. `network` has the page's `first`, a check of its own, `own`, and a way to the other;
 * `orders` has the page's `asks`, and `mine`, a check of its own that asks for a path.
 */
export const trees = {
  network: tree(
    'The network',
    'first',
    checkNode('first', 'runbooks/network/one#first', 'own') +
      checkNode(
        'own',
        '{ use: http-json, with: { target: api, path: /own }, expect: { /status: { healthy: "= ok" } } }',
        'orders',
      ) +
      '  orders: { kind: tree, tree: orders }\n',
  ),
  orders: tree(
    'Orders',
    'asks',
    checkNode('asks', 'runbooks/network/one#asks', 'mine') +
      checkNode(
        'mine',
        '{ use: http-json, with: { target: api }, ask: [path], expect: { /status: { healthy: "= ok" } } }',
        'done',
      ) +
      outcome,
  ),
};

/** `pool` stays open. */
export async function openLiveTree(pool: Pool): Promise<LiveTree> {
  await using opened = new AsyncDisposableStack();
  const root = opened.adopt(await mkdtemp(join(tmpdir(), 'runlight-live-')), (folder) =>
    rm(folder, { recursive: true, force: true }),
  );
  const answer = { status: 'ok', afterMs: 0 };
  const asked: string[] = [];
  const service = opened.use(
    await serve((request, response) => {
      asked.push(request.url ?? '');
      const { status, afterMs } = answer;
      setTimeout(() => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ status }));
      }, afterMs);
    }),
  );
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await write(
    'src/content/targets/staging.yaml',
    `api:\n  url: ${service.url}\n  dashboard: https://dashboards.example/api?from={from}&to={to}\nlimited:\n  url: ${service.url}/limited\n  budget: 2/h\n`,
  );
  await write('runbooks/network/one.md', onePage);
  for (const [id, text] of Object.entries(trees)) await write(`src/content/trees/${id}.yaml`, text);
  await write('runlight.config.ts', "export default { defaultEnvironment: 'staging' };\n");
  const project = await loadProject({ root, now: new Date('2026-11-22T00:00:00Z') });
  const published: Record<string, Proof> = {};
  const said: string[] = [];
  const budgets = createBudgets(memoryLedger());
  /** Everything that is opened later is closed with the rest. */
  const stack = opened.use(new AsyncDisposableStack());
  const life = async (): Promise<{ live: Live; store: ProofStore }> => {
    const store = stack.use(createProofStore(await openSqlite(join(root, '.runlight/runlight.sqlite'))));
    const live = await openLive({
      project,
      environment: 'staging',
      targets: resolveTargets(project.environments.get('staging') ?? {}, null),
      budgets,
      pool,
      store,
      published: async () => published,
      env: {},
      timeoutMs: 3000,
      say: (text) => said.push(text),
    });
    return { live: stack.adopt(live, (its) => its.close()), store };
  };
  const { live, store } = await life();
  const kept = opened.move();
  return {
    root,
    service,
    answer,
    asked,
    live,
    store,
    published,
    said,
    project,
    async rewrite(path, text) {
      await write(path, text);
      return loadProject({ root, now: new Date('2026-11-22T00:00:00Z') });
    },
    reopen: async () => (await life()).live,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** Starts a run that nothing is wrong with. */
export async function startRun(live: Live, request: RunRequest): Promise<RunRecord> {
  const started = await live.start(request);
  if ('code' in started) throw new Error(started.message);
  return started;
}

/** Waits until `condition` holds; throws after two seconds. */
export async function until(condition: () => boolean): Promise<void> {
  for (const start = Date.now(); !condition(); await sleep(5))
    if (Date.now() - start > 2000) throw new Error('It did not come about within two seconds.');
}
