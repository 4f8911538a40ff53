import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanPage } from '../markdown/scan-page.ts';
import { packageRoot } from '../project/folders.ts';
import { loadProject, type Project } from '../project/load.ts';
import { exampleTarget } from './example-block.ts';
import { siteChecks } from './site-checks.ts';
import { siteData } from './site-data.ts';

const block = (id: string, rows: string): string =>
  `:::check[Block ${id}]{#${id} use="queue-age" target="queue"}\n| Reading | Healthy |\n| --- | --- |\n${rows}\n:::\n`;

const files = {
  'checks/queue-age.ts': `import { defineCheck, param } from 'runlight/check';
/** Proves that the queue moves. */
export default defineCheck({
  summary: 'The queue moves',
  layer: 'backend',
  params: { target: param.target(), window: param.duration().default(900_000), mode: param.choice(['a', 'b']).default('b'), note: param.text().optional() },
  readings: { oldest: { unit: 's', summary: 'Age of the oldest' }, length: { type: 'integer', summary: 'How many wait' } },
  secrets: ['QUEUE_KEY'],
  async run() { return {}; },
});
`,
  'src/content/targets/lab.yaml': 'queue:\n  url: http://127.0.0.1:9/\n',
  'runbooks/a/one.md': `---\ntitle: One\n---\n\n${block('small', '| `length` | = 1 |')}\n${block('large', '| `length` | = 1 |\n| `oldest` | < 5 s |')}`,
  'src/content/docs/index.md': `---\ntitle: Home\naudience: public\n---\n\n${block('home', '| `length` | = 1 |')}`,
};

let root = '';
let project: Project;
let ours: Project;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'runlight-site-checks-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  project = await loadProject({ root });
  ours = await loadProject({ root: packageRoot });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const internal = () => siteData(project, 'internal', new Map(), {});

describe('what the site says of checks', () => {
  it('has those of the tree beside our own, with what each takes and returns', () => {
    expect(project.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { checks } = internal();
    expect(Object.keys(checks)).toEqual([...project.registry.keys()].sort());
    expect(checks['queue-age']).toMatchObject({
      summary: 'The queue moves',
      layer: 'backend',
      explanation: ['Proves that the queue moves.'],
      params: [
        { name: 'target', expected: 'the name of a target', isRequired: true, default: null },
        { name: 'window', isRequired: false, default: '15 min' },
        { name: 'mode', expected: 'one of `a`, `b`', isRequired: false, default: 'b' },
        { name: 'note', isRequired: false, default: null },
      ],
      readings: [
        { name: 'oldest', type: 'number', unit: 's', summary: 'Age of the oldest' },
        { name: 'length', type: 'integer', unit: null, summary: 'How many wait' },
      ],
      pointers: false,
      secrets: ['QUEUE_KEY'],
    });
  });

  it('names the blocks that use a check, on pages that the internal site has, and shows the fullest', () => {
    const use = internal().checks['queue-age'];
    expect(use?.uses.map(({ page, localId }) => `${page}#${localId}`)).toEqual([
      'runbooks/a/one#small',
      'runbooks/a/one#large',
    ]);
    expect(use?.example.from?.localId).toBe('large');
    expect(use?.example.markdown).toBe(block('large', '| `length` | `= 1` |\n| `oldest` | `< 5 s` |'));
  });

  it('tells the public site nothing of them', () => {
    expect(siteData(project, 'public', new Map(), {}).checks).toEqual({});
  });

  it('explains each of our checks, and gives it a block that a page can hold', () => {
    const checks = siteChecks(ours, []);
    expect(Object.keys(checks).length).toBeGreaterThan(10);
    for (const [id, { explanation, example }] of Object.entries(checks)) {
      expect(explanation, id).not.toEqual([]);
      const text = `---\ntitle: Page\ndescription: One.\nowner: support-ops\nreviewed: 2026-11-01\n---\n\n${example.markdown}`;
      const world = {
        registry: ours.registry,
        targets: [exampleTarget],
        teams: ['support-ops'],
        journeys: [],
        pictures: ['tx-life'],
        topics: [],
        locales: ['en'],
        reviewEvery: 1000,
      };
      const { page, diagnostics } = scanPage('runbooks/a/b.md', text, world);
      expect(diagnostics).toEqual([]);
      expect(page?.blocks.map(({ use }) => use)).toEqual([id]);
    }
  });
});
