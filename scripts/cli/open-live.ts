import { join } from 'node:path';
import { type Live, openLive } from '../../src/live/live.ts';
import { publishedProofs } from '../../src/live/published-proofs.ts';
import type { Project } from '../../src/project/load.ts';
import type { Targets } from '../../src/project/load-data.ts';
import { resolveTargets } from '../../src/project/resolve-targets.ts';
import { declaredOf } from '../../src/runner/declared-of.ts';
import { createPool } from '../../src/runner/pool.ts';
import { createRenewablePool } from '../../src/runner/renewable-pool.ts';
import { createProofStore } from '../../src/store/proof-store.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { dataFile } from './data-file.ts';
import { leaveAnyway } from './leave-anyway.ts';
import { openBudgets } from './open-budgets.ts';
import type { OpenLab } from './open-lab.ts';
import { packetSigner } from './packet-signer.ts';

export interface LiveCall {
  project: Project;
  environment: string;
  /** The lab, where targets need it. */
  lab: OpenLab | null;
  /** Where the built sites stand, with the results that were published. */
  dist: string;
  say: (text: string) => void;
  /** Where secrets are read from, and where the data folder is named. The process's own. */
  env?: Readonly<Record<string, string | undefined>>;
}

export interface OpenedLive {
  live: Live;
  /** Takes the tree as it is now: its pages, its targets, and its checks, which run as they are now from here on. */
  follow(project: Project): void;
  close(): Promise<void>;
}

/** A tree's blocks, ready to be run by the people of the internal site; closing it ends what runs. */
export async function openLiveFor({
  project,
  environment,
  lab,
  dist,
  say,
  env = process.env,
}: LiveCall): Promise<OpenedLive> {
  let known = project;
  const targets = (): Targets => known.environments.get(environment) ?? {};
  const addresses = lab ? { services: lab.state.services, caFile: lab.state.caFile } : null;
  const resolved = resolveTargets(targets(), addresses);
  await using opened = new AsyncDisposableStack();
  const secrets = declaredOf(project, env);
  const store = opened.use(createProofStore(await openSqlite(dataFile(project.root, env), secrets), secrets));
  const budgets = opened.use(await openBudgets(resolved));
  const pool = opened.adopt(
    createRenewablePool(() => createPool({ onStuck: leaveAnyway })),
    (its) => its.close(),
  );
  pool.warm();
  const live = opened.adopt(
    await openLive({
      project,
      environment,
      targets: resolved,
      labValue: lab ? (name, target) => lab.value(name, targets()[target ?? '']?.service ?? null) : undefined,
      labNames: lab?.valueNames,
      budgets,
      pool,
      store,
      signer: packetSigner(env),
      published: publishedProofs(join(dist, 'internal', 'results.json'), secrets),
      env,
      say,
    }),
    (its) => its.close(),
  );
  const keep = opened.move();
  return {
    live,
    follow(next) {
      // Threads keep what they have imported.
      if (checksDiffer(known, next)) pool.renew();
      known = next;
      live.follow(next, resolveTargets(targets(), addresses));
    },
    close: () => keep.disposeAsync(),
  };
}

/** A check that was not imported anew is the same object still. */
function checksDiffer(before: Project, after: Project): boolean {
  return [...after.registry].some(([id, { definition }]) => {
    const earlier = before.registry.get(id);
    return earlier !== undefined && earlier.definition !== definition;
  });
}
