import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadProject, type Project } from './load.ts';
import { packetFacts } from './packet-facts.ts';
import { packetSubject } from './packet-subject.ts';

let repository: string;
let root: string;
let project: Project;
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: repository }).toString();

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'runlight-packet-facts-'));
  // The tree is a folder of the repository, as it may be.
  root = join(repository, 'docs tree');
  await mkdir(join(root, 'runbooks/network'), { recursive: true });
  await mkdir(join(root, 'src/content/targets'), { recursive: true });
  await mkdir(join(root, 'src/content/journeys'), { recursive: true });
  await writeFile(
    join(root, 'src/content/targets/staging.yaml'),
    'api:\n  url: https://a.example\n  dashboard: https://g.example/{from}/{to}\nother:\n  url: https://b.example\n',
  );
  for (const name of ['one', 'two'])
    await writeFile(
      join(root, `runbooks/network/${name}.md`),
      `---\ntitle: ${name}\nowner: engineering\nreviewed: 2026-11-01\n---\n`,
    );
  project = await loadProject({ root });
  git('init', '-q');
});
afterAll(() => rm(repository, { recursive: true, force: true }));

it('outside of any commit there is none, and nothing differs from it', async () => {
  expect(await packetFacts(project, null, [])).toEqual({ commit: null, changed: [], checkHashes: {}, dashboards: {} });
});

it('says the commit, and by their paths in the tree the files that were changed, staged or made since', async () => {
  git('add', '-A');
  git('commit', '-qm', 'First');
  expect(await packetFacts(project, null, [])).toMatchObject({
    commit: git('rev-parse', 'HEAD').trim(),
    changed: [],
  });
  await writeFile(join(root, 'runbooks/network/one.md'), 'Changed');
  await writeFile(join(root, 'runbooks/network/two.md'), 'Staged');
  git('add', 'docs tree/runbooks/network/two.md');
  await writeFile(join(root, 'runbooks/network/ñew.md'), 'New');
  await writeFile(join(repository, 'outside.md'), 'Not in the tree');
  expect((await packetFacts(project, null, [])).changed).toEqual([
    'runbooks/network/one.md',
    'runbooks/network/two.md',
    'runbooks/network/ñew.md',
  ]);
});

it('says the hash of each check’s file as it is now, and the dashboards of the environment', async () => {
  const facts = await packetFacts(project, 'staging', ['http-json', 'http-json', 'no-such-check']);
  const file = project.registry.get('http-json')?.file ?? '';
  expect(facts.checkHashes).toEqual({
    'http-json': createHash('sha256')
      .update(await readFile(file))
      .digest('hex'),
  });
  expect(facts.dashboards).toEqual({ api: 'https://g.example/{from}/{to}' });
  expect((await packetFacts(project, 'elsewhere')).dashboards).toEqual({});
  expect(Object.keys((await packetFacts(project, null)).checkHashes)).toHaveLength(project.registry.size);
});

it('a packet’s page is found by its id, or the nearest one is named', () => {
  expect(packetSubject(project, { kind: 'page', id: 'runbooks/network/one' })).toEqual({
    title: 'one',
    path: 'runbooks/network/one.md',
  });
  expect(packetSubject(project, { kind: 'page', id: 'runbooks/network/on' })).toEqual({
    message: 'There is no page `runbooks/network/on`. Did you mean `runbooks/network/one`?',
  });
  expect(packetSubject(project, { kind: 'triage', id: 'swap' })).toEqual({ message: 'There is no tree `swap`.' });
});
