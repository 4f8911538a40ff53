// Long because it is the loading of a whole tree, part by part.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProject } from './load.ts';
import { allBlocks, planBlocks } from './plan.ts';
import { resolveTargets, servicesFor } from './resolve-targets.ts';
import { selectBlocks } from './select.ts';

let work = '';
let count = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-project-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Writes a tree and returns its root. */
async function tree(files: Record<string, string>): Promise<string> {
  count += 1;
  const root = join(work, String(count));
  await mkdir(root, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

const page = (title: string, body = '', more = ''): string =>
  `---\ntitle: ${title}\ndescription: A page.\nowner: support-ops\nreviewed: 2026-11-01\n${more}---\n\n${body}\n`;
const block = (id: string, attributes: string): string =>
  `:::check[Title]{#${id} use="http-json" ${attributes}}\n| Reading | Healthy |\n| --- | --- |\n| \`/status\` | = ok |\n:::\n`;
const now = new Date('2026-11-22T00:00:00Z');
const places = async (root: string) =>
  (await loadProject({ root, now })).diagnostics.map(
    ({ path, line, column, code }) => `${path}:${line}:${column} ${code}`,
  );

describe('a tree with mistakes beside its pages', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'a target without an address',
      { 'src/content/targets/lab.yaml': 'api:\n  layer: api\n' },
      'src/content/targets/lab.yaml:1:1 target-invalid',
    ],
    [
      'an unknown key of a target',
      { 'src/content/targets/lab.yaml': 'api:\n  url: https://a.example\n  layr: api\n' },
      'src/content/targets/lab.yaml:3:3 target-invalid',
    ],
    [
      'an unknown layer of a target',
      { 'src/content/targets/lab.yaml': 'api:\n  url: https://a.example\n  layer: cloud\n' },
      'src/content/targets/lab.yaml:3:3 target-invalid',
    ],
    [
      'an unknown peer',
      { 'src/content/targets/lab.yaml': 'api:\n  url: https://a.example\n  peers: [ap]\n' },
      'src/content/targets/lab.yaml:3:3 unknown-target',
    ],
    [
      'an unknown provider',
      { 'src/content/targets/lab.yaml': 'api:\n  url: https://a.example\n  provider: nobody\n' },
      'src/content/targets/lab.yaml:3:3 unknown-provider',
    ],
    [
      'a targets file that is no YAML',
      { 'src/content/targets/lab.yaml': 'api: {\n' },
      'src/content/targets/lab.yaml:2:1 target-invalid',
    ],
    [
      'an unknown key of a provider',
      { 'src/content/providers/p.yaml': 'name: P\ndoes: It does.\nphone: "1"\n' },
      'src/content/providers/p.yaml:3:1 provider-invalid',
    ],
    [
      'a check without a default export',
      { 'checks/mine.ts': 'export const a = 1;\n' },
      'checks/mine.ts:1:1 check-invalid',
    ],
    [
      'a check that has the name of another',
      { 'checks/evm-rpc.ts': 'export default {};\n' },
      'checks/evm-rpc.ts:1:1 check-invalid',
    ],
    [
      'a check whose name is none',
      { 'checks/My_Check.ts': 'export default {};\n' },
      'checks/My_Check.ts:1:1 check-invalid',
    ],
    [
      'a misspelt key of the configuration',
      { 'runlight.config.ts': 'export default { brnd: "x" };\n' },
      'runlight.config.ts:1:1 config-invalid',
    ],
    [
      'a canary that nobody can ask',
      { 'runlight.config.ts': 'export default { canaries: ["https://a.example", "ftp://a.example"] };\n' },
      'runlight.config.ts:1:1 config-invalid',
    ],
    [
      'an address that is none',
      { 'src/content/targets/lab.yaml': 'api:\n  url: not an address\n' },
      'src/content/targets/lab.yaml:2:3 target-invalid',
    ],
    [
      'a misspelt secret in an address',
      { 'src/content/targets/lab.yaml': 'api:\n  url: "https://a.example/{secret:A-B}"\n' },
      'src/content/targets/lab.yaml:2:3 target-invalid',
    ],
    [
      'a check that ends the process while it is loaded',
      { 'checks/ends.ts': 'process.exit(0);\n' },
      'checks/ends.ts:1:9 check-invalid',
    ],
  ])('says %s at its place', async (_what, files, place) => {
    expect(await places(await tree(files))).toEqual([place]);
  });

  it('is well when it is empty', async () => {
    const project = await loadProject({ root: await tree({}), services: ['bsc-rpc'], now });
    expect(project.diagnostics).toEqual([]);
    expect(project.environment).toBe('lab');
    expect([...project.environments]).toEqual([['lab', { 'bsc-rpc': { service: 'bsc-rpc', headers: {}, peers: [] } }]]);
  });
});

describe('what will run', () => {
  const files = {
    'src/content/targets/lab.yaml': 'api:\n  service: wallet-api\n  layer: api\n  provider: p\n',
    'src/content/targets/staging.yaml':
      'other:\n  url: https://{secret:KEY}.example\n  headers: { authorization: { secret: TOKEN, prefix: "Bearer " } }\n',
    'src/content/providers/p.yaml': 'name: P\ndoes: It does.\n',
    'runbooks/a/one.md': page(
      'One',
      block('first', 'target="api" layer="backend"') + block('asks', 'target="api" ask="path"'),
      'tags: [night]\njourneys: [swap]\nexamples: { asks: { path: "lab:order.path" } }\n',
    ),
    'src/content/docs/help/two.md': page(
      'Two',
      block('second', 'target="other"'),
      'audience: public\nfreshFor: 1 min\n',
    ),
  };

  it('takes layer from the block, then the target, then the check', async () => {
    const project = await loadProject({ root: await tree(files), now });
    const planned = planBlocks(project, allBlocks(project), { environment: 'lab' });
    expect(
      planned.map(({ block: id, layer, provider, freshFor, isPublic }) => [id, layer, provider, freshFor, isPublic]),
    ).toEqual([
      ['runbooks/a/one#first', 'backend', 'p', 900_000, false],
      ['runbooks/a/one#asks', 'api', 'p', 900_000, false],
      ['help/two#second', 'api', null, 60_000, true],
    ]);
  });

  it('fills what a block asks for: given, else the example, else says what is missing', async () => {
    const project = await loadProject({ root: await tree(files), now });
    const asks = allBlocks(project).filter(({ block: { localId } }) => localId === 'asks');
    const plan = (options: Partial<Parameters<typeof planBlocks>[2]>) =>
      planBlocks(project, asks, { environment: 'lab', ...options })[0];
    expect(plan({ params: { path: '/given' } })?.params.path).toBe('/given');
    expect(plan({ labValue: (name, target) => `${name} of ${target}` })?.params.path).toBe('order.path of api');
    expect(plan({})?.problem).toBeNull();
  });

  it('says which value of the lab was meant, where an example names none', async () => {
    const project = await loadProject({ root: await tree(files), now });
    const asks = allBlocks(project).filter(({ block: { localId } }) => localId === 'asks');
    const [planned] = planBlocks(project, asks, {
      environment: 'lab',
      labValue: () => null,
      labNames: ['order.pat', 'tx.stuck'],
    });
    expect(planned?.problem).toMatchObject({
      code: 'config',
      message: expect.stringContaining('Did you mean `order.pat`'),
    });
  });

  it('knows a misspelt service of the lab', async () => {
    const root = await tree({ 'src/content/targets/lab.yaml': 'api:\n  service: walet-api\n' });
    const { diagnostics } = await loadProject({ root, services: ['wallet-api'], now });
    expect(diagnostics.map(({ line, code, message }) => [line, code, message])).toEqual([
      [2, 'target-invalid', 'The lab has no service `walet-api`. Did you mean `wallet-api`?'],
    ]);
  });

  it('says that a target is not in this environment', async () => {
    const project = await loadProject({ root: await tree(files), now });
    const [, , second] = planBlocks(project, allBlocks(project), { environment: 'lab' });
    expect(second?.problem).toMatchObject({ code: 'config' });
  });

  it('knows which services and secrets are needed', async () => {
    const project = await loadProject({ root: await tree(files), now });
    const lab = project.environments.get('lab') ?? {};
    expect(servicesFor(lab, ['api'])).toEqual(['wallet-api']);
    expect(
      resolveTargets(lab, { services: { 'wallet-api': { url: 'https://localhost:1' } }, caFile: '/ca.pem' }).api,
    ).toMatchObject({ url: 'https://localhost:1', caFile: '/ca.pem' });
    expect(resolveTargets(lab, null)).toEqual({});
    expect(resolveTargets(project.environments.get('staging') ?? {}, null).other?.secrets).toEqual(['KEY', 'TOKEN']);
  });

  it.each([
    [['runbooks/a/one'], {}, ['first', 'asks']],
    [['runbooks/a/one.md'], {}, ['first', 'asks']],
    [['runbooks/'], {}, ['first', 'asks']],
    [['src/content'], {}, ['second']],
    [['./runbooks/a/one#first'], {}, ['first']],
    [['#second'], {}, ['second']],
    [['runbooks/**', 'help/two'], {}, ['first', 'asks', 'second']],
    [['**/*#a*'], {}, ['asks']],
    [[], { tags: ['night'] }, ['first', 'asks']],
    [[], { layers: ['backend'] }, ['first']],
    [[], { providers: ['p'] }, ['first', 'asks']],
    [[], { journeys: ['swap'], layers: ['api'] }, ['asks']],
  ] as const)('picks by %j and %j', async (patterns, filters, ids) => {
    const project = await loadProject({ root: await tree(files), now });
    const { blocks, unknown } = selectBlocks(
      project,
      { patterns, tags: [], layers: [], providers: [], journeys: [], ...filters },
      'lab',
    );
    expect(unknown).toEqual([]);
    expect(blocks.map(({ block: { localId } }) => localId)).toEqual(ids);
  });
});

it('holds a page that it knows from an earlier run against today', async () => {
  const root = await tree({
    'runbooks/a.md':
      '---\ntitle: A\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\nreviewEvery: 90 days\n---\n',
  });
  expect(await places(root)).toEqual([]);
  const { diagnostics } = await loadProject({ root, now: new Date('2027-06-01T00:00:00Z') });
  expect(diagnostics.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 'review-overdue', line: 5 }]);
});

describe('a tree whose pages are known', () => {
  const files = {
    'runbooks/a.md': page('A', block('one', 'target="api"')),
    'src/content/targets/lab.yaml': 'api:\n  url: https://a.example\n',
  };

  it('needs only the checks that its blocks use, and plans the same', async () => {
    const root = await tree(files);
    const first = await loadProject({ root, now, checks: 'used' });
    const again = await loadProject({ root, now, checks: 'used' });
    expect([...again.registry.keys()]).toEqual(['http-json']);
    expect(first.registry.size).toBeGreaterThan(10);
    const plan = (project: typeof first) => planBlocks(project, allBlocks(project), { environment: 'lab' });
    expect(plan(again)).toEqual(plan(first));
  });

  it('is told of a check that cannot be used, each time', async () => {
    const root = await tree({ ...files, 'checks/broken.ts': 'export default 7;\n' });
    for (let round = 0; round < 3; round += 1) {
      const { diagnostics } = await loadProject({ root, now, checks: 'used' });
      expect(diagnostics.map(({ path, code }) => ({ path, code }))).toEqual([
        { path: 'checks/broken.ts', code: 'check-invalid' },
      ]);
    }
  });
});
