/**
 * Every check of Runlight's own against everything that can go wrong with any target. The blocks are
 * those of `tests/fixtures/every-check`; a proxy stands before each target that a block asks.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateAged } from '../../lab/faults/certificate.ts';
import { createAuthority } from '../../lab/tls/certificate-authority.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { loadProject } from '../../src/project/load.ts';
import { allBlocks, planBlocks } from '../../src/project/plan.ts';
import { resolveTargets } from '../../src/project/resolve-targets.ts';
import { createPool, type Pool } from '../../src/runner/pool.ts';
import { run } from '../../src/runner/run.ts';
import type { PlannedBlock, ResolvedTarget } from '../../src/schemas/planned-block.ts';
import type { Result } from '../../src/schemas/report.ts';
import { answerFaults, connectionFaults, leafFaults, spoilLeaves } from './generic-faults.ts';
import { repository } from './planned-block.ts';
import { type Spoil, type Spoiler, startSpoiler } from './spoiler.ts';

/** A block with a proxy before each of its targets. */
interface Subject {
  planned: PlannedBlock;
  spoilers: Map<string, Spoiler>;
  targets: Record<string, ResolvedTarget>;
  /** Requests to each target while all is well. */
  requests: Map<string, number>;
}

const timeoutMs = 700;
/** What an attempt may take beyond its timeout: the grace, and a busy machine. */
const graceMs = 2000;

let world: World;
let pool: Pool;
let subjects: Subject[] = [];
let checks: string[] = [];
let healthy: ReadonlyMap<Subject, Result> = new Map();
let folder = '';

beforeAll(async () => {
  const project = await loadProject({ root: join(repository, 'tests/fixtures/every-check') });
  expect(project.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  checks = [...project.registry.keys()];
  world = await startWorld();
  const { services, caFile } = world.state;
  const targets = project.environments.get('lab') ?? {};
  const planned = planBlocks(project, allBlocks(project), {
    environment: 'lab',
    labValue: (name, target) =>
      services[targets[target ?? '']?.service ?? '']?.values[name] ??
      Object.values(services).find(({ values }) => Object.hasOwn(values, name))?.values[name] ??
      null,
  });
  const resolved = resolveTargets(targets, { services, caFile });
  folder = await mkdtemp(join(tmpdir(), 'runlight-every-check-'));
  const authority = await createAuthority(folder);
  const tls = {
    pair: await authority.issue(certificateAged(1)),
    caFile: authority.caFile,
    ca: caFile === null ? null : await readFile(caFile, 'utf8'),
  };
  subjects = await Promise.all(planned.map((each) => subjectOf(each, resolved, tls)));
  pool = createPool();
  healthy = await runAll(subjects, 10_000);
  for (const { spoilers, requests } of subjects) for (const [name, { asked }] of spoilers) requests.set(name, asked);
}, 60_000);

afterAll(async () => {
  await pool?.close();
  for (const { spoilers } of subjects) for (const spoiler of spoilers.values()) await spoiler[Symbol.asyncDispose]();
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Tls {
  pair: { key: string; cert: string };
  /** The authority of `pair`. */
  caFile: string;
  /** The lab's own, PEM. */
  ca: string | null;
}

/** A proxy before every target that the block names, and before their peers. */
async function subjectOf(
  planned: PlannedBlock,
  resolved: Readonly<Record<string, ResolvedTarget>>,
  { pair, caFile, ca }: Tls,
): Promise<Subject> {
  const named = Object.values(planned.params).filter((value) => Object.hasOwn(resolved, value));
  const names = new Set(named.flatMap((name) => [name, ...(resolved[name]?.peers ?? [])]));
  const subject: Subject = { planned, spoilers: new Map(), targets: {}, requests: new Map() };
  for (const name of names) {
    const target = resolved[name];
    if (!target) throw new Error(`\`${name}\` has no address in the lab.`);
    const isTls = target.url.startsWith('https:');
    const spoiler = await startSpoiler({ to: target.url, ca, pair: isTls ? pair : null });
    subject.spoilers.set(name, spoiler);
    subject.targets[name] = { ...target, url: spoiler.url, caFile: isTls ? caFile : null };
  }
  return subject;
}

/** Runs blocks, each against its own proxies. */
async function runAll(some: readonly Subject[], timeout = timeoutMs): Promise<Map<Subject, Result>> {
  const results = await Promise.all(
    some.map(async (subject): Promise<[Subject, Result]> => {
      const options = { environment: 'lab', targets: subject.targets, env: { PATH: process.env.PATH } };
      for await (const event of run([subject.planned], { ...options, pool, timeoutMs: timeout }))
        if (event.type === 'block-end') return [subject, event.result];
      throw new Error(`\`${subject.planned.block}\` has no result.`);
    }),
  );
  return new Map(results);
}

interface Broken {
  results: ReadonlyMap<Subject, Result>;
  /** Those of whose answers none was spoilt: a request that is made only now and then did not come. */
  untouched: readonly Subject[];
}

/** What is wrong with the results of blocks that were asked under a fault; `mayPass` are those that may be green. */
function complaints({ results }: Broken, mayPass: readonly Subject[]): string[] {
  return [...results].flatMap(([subject, { verdict, reason, durationMs }]) => {
    const said = `${subject.planned.block}: ${verdict}, ${reason?.code ?? 'no reason'}: ${reason?.message ?? ''}`;
    const isGreen = verdict === 'pass' && !mayPass.includes(subject);
    const isBroken = reason?.code === 'script';
    const isSkipped = verdict === 'skip';
    const isLate = durationMs > timeoutMs + graceMs;
    return isGreen || isBroken || isSkipped || isLate ? [isLate ? `${said} (${durationMs} ms)` : said] : [];
  });
}

function whatIsNotHealthy(results: ReadonlyMap<Subject, Result>): string[] {
  return [...results].flatMap(([{ planned }, { verdict, reason }]) =>
    verdict === 'pass' ? [] : [`${planned.block}: ${verdict}, ${reason?.message}`],
  );
}

/** Sets a fault before the targets of `some` that `concerns` picks, runs them, and mends it. */
async function runBroken(
  some: readonly Subject[],
  concerns: (subject: Subject, target: string) => boolean,
  set: (spoiler: Spoiler) => void,
): Promise<Broken> {
  const spoilers = (subject: Subject): [string, Spoiler][] => [...subject.spoilers];
  for (const subject of some)
    for (const [name, spoiler] of spoilers(subject)) {
      mend(spoiler);
      if (concerns(subject, name)) set(spoiler);
    }
  const results = await runAll(some);
  const untouched = some.filter(({ spoilers: its }) => [...its.values()].every(({ spoilt }) => spoilt === 0));
  for (const subject of some) for (const [, spoiler] of spoilers(subject)) mend(spoiler);
  return { results, untouched };
}

function mend(spoiler: Spoiler): void {
  spoiler.begin(null);
  spoiler.beginConnection(null);
}

const isMain = ({ planned }: Subject, name: string): boolean => name === planned.target;

describe('every check', () => {
  it('has a block in the tree of every check', () => {
    const proven = new Set(subjects.map(({ planned }) => planned.check));
    expect(checks.filter((check) => !proven.has(check))).toEqual([]);
  });

  it('is healthy through a proxy that spoils nothing', () => {
    expect(whatIsNotHealthy(healthy)).toEqual([]);
  });

  it('asks its main target something', () => {
    // What asks without HTTP (a TLS handshake) is held against faults of the connection alone.
    const silent = subjects.filter(({ planned, requests }) => requests.get(planned.target ?? '') === 0);
    expect([...new Set(silent.map(({ planned }) => planned.check))]).toEqual(['tls-certificate']);
  });

  it.each(Object.entries(connectionFaults))('is never green when its target %s', async (_, spoil) => {
    const broken = await runBroken(subjects, isMain, (spoiler) => spoiler.beginConnection(spoil));
    expect(complaints(broken, [])).toEqual([]);
  });

  describe.each(Object.entries(answerFaults))('when its target %s', (_, spoil: Spoil) => {
    it('is never green, never breaks, and ends in time', async () => {
      const asking = subjects.filter(({ planned, requests }) => (requests.get(planned.target ?? '') ?? 0) > 0);
      const broken = await runBroken(asking, isMain, (spoiler) => spoiler.begin(spoil));
      expect(complaints(broken, broken.untouched)).toEqual([]);
    });

    it('from its second request on, or any later one, neither', async () => {
      for (let from = 2; from <= 8; from += 1) {
        const asking = subjects.filter(({ planned, requests }) => (requests.get(planned.target ?? '') ?? 0) >= from);
        if (asking.length === 0) break;
        const broken = await runBroken(asking, isMain, (spoiler) => spoiler.begin(spoil, from));
        expect(complaints(broken, broken.untouched)).toEqual([]);
      }
    });

    it('is never green when only another target of the block does', async () => {
      const others = (subject: Subject): string[] =>
        [...subject.requests].flatMap(([name, asked]) => (asked > 0 && !isMain(subject, name) ? [name] : []));
      const asking = subjects.filter((subject) => others(subject).length > 0);
      const broken = await runBroken(
        asking,
        (subject, name) => others(subject).includes(name),
        (spoiler) => spoiler.begin(spoil),
      );
      expect(complaints(broken, broken.untouched)).toEqual([]);
    });
  });

  it.each(Object.entries(leafFaults))('does not break when every value of an answer is %s', async (_, change) => {
    for (const which of [isMain, (...given: Parameters<typeof isMain>) => !isMain(...given)]) {
      const broken = await runBroken(subjects, which, (spoiler) => spoiler.begin(spoilLeaves(change)));
      expect(complaints(broken, subjects)).toEqual([]);
    }
  });

  it('is healthy again when all is mended', async () => {
    expect(whatIsNotHealthy(await runAll(subjects, 10_000))).toEqual([]);
  });
});
