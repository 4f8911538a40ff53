import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../src/project/folders.ts';
import { loadProject } from '../src/project/load.ts';
import { secretsOf } from '../src/schemas/target.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  permissions?: unknown;
  'timeout-minutes'?: number;
  steps: Step[];
}

const files = globSync('.github/**/*.yml', { cwd: packageRoot, dot: true }).sort();
const read = (file: string): string => readFileSync(join(packageRoot, file), 'utf8');
const workflows = files.filter((file) => file.startsWith('.github/workflows/'));
const jobsOf = (file: string): [string, Job][] =>
  Object.entries((parse(read(file)) as { jobs: Record<string, Job> }).jobs);
const stepsOf = (file: string): Step[] =>
  file.startsWith('.github/workflows/')
    ? jobsOf(file).flatMap(([, { steps }]) => steps)
    : ((parse(read(file)) as { runs?: { steps: Step[] } }).runs?.steps ?? []);
const runsOf = (file: string): string[] => stepsOf(file).flatMap(({ run }) => (run === undefined ? [] : [run]));

const used = files.flatMap((file) =>
  [...read(file).matchAll(/^\s*(?:-\s+)?uses:\s*(.*)$/gm)].map((match) => ({ file, uses: match[1] ?? '' })),
);
const foreign = used.filter(({ uses }) => !uses.startsWith('./'));

it('finds the workflows, and every step that uses an action', () => {
  expect(workflows).toEqual(['links', 'prove', 'verify'].map((name) => `.github/workflows/${name}.yml`));
  expect(used).toHaveLength(files.flatMap(stepsOf).filter(({ uses }) => uses !== undefined).length);
});

describe('actions', () => {
  it('are pinned by a whole commit, with its version as a comment', () => {
    expect(foreign.length).toBeGreaterThan(0);
    const loose = foreign.filter(({ uses }) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses));
    expect(loose).toEqual([]);
  });

  it('are the same commit wherever one is used', () => {
    const pins = Map.groupBy(foreign, ({ uses }) => uses.split('@')[0]?.split('/').slice(0, 2).join('/'));
    const several = [...pins].filter(([, list]) => new Set(list.map(({ uses }) => uses.split('@')[1])).size > 1);
    expect(several).toEqual([]);
  });

  it('of our own are there', () => {
    for (const { uses } of used.filter((each) => !foreign.includes(each)))
      expect(existsSync(join(packageRoot, uses, 'action.yml')), uses).toBe(true);
  });
});

describe.each(workflows)('%s', (file) => {
  it('has no permission at its top, and says each job’s and how long it may take', () => {
    expect(parse(read(file))).toMatchObject({ permissions: {} });
    expect((parse(read(file)) as { permissions: object }).permissions).toEqual({});
    for (const [name, job] of jobsOf(file)) {
      expect(job.permissions, name).toBeTypeOf('object');
      expect(job['timeout-minutes'], name).toBeGreaterThan(0);
    }
  });

  it('leaves no credentials in a checkout', () => {
    const checkouts = stepsOf(file).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false });
  });
});

it('no text of an event, or anything else that GitHub fills in, enters a shell but by its environment', () => {
  const scripts = files.flatMap(runsOf);
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((run) => run.includes('${{'))).toEqual([]);
});

it('every npm script and command of ours that a workflow names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const text = files.flatMap(runsOf).join('\n');
  const named = [...text.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? '');
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const commands = [...text.matchAll(/npx runlight (\w+)/g)].map((match) => match[1] ?? '');
  expect(commands.filter((name) => !existsSync(join(packageRoot, 'scripts', `${name}.ts`)))).toEqual([]);
  expect([named.length, commands.length].every((count) => count > 0)).toBe(true);
});

it('a run of production is given every secret that its targets and checks name, and no other', async () => {
  const project = await loadProject({ root: packageRoot });
  const targets = Object.values(project.environments.get('production') ?? {});
  const checks = [...project.registry.values()].flatMap(({ definition }) => definition.secrets ?? []);
  const given = stepsOf('.github/workflows/prove.yml')
    .flatMap(({ env }) => Object.entries(env ?? {}))
    .filter(([, value]) => value.includes('secrets.'));
  expect(given.map(([name]) => name).sort()).toEqual([...new Set([...targets.flatMap(secretsOf), ...checks])].sort());
  for (const [name, value] of given) expect(value).toBe(`\${{ secrets.${name} }}`);
});
