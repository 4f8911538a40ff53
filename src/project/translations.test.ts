import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from './folders.ts';
import { loadProject } from './load.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'runlight-translated-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const source = 'src/content/docs/help/wait.md';
const spanish = 'src/content/docs/es/help/wait.md';
const table = '| Reading | Healthy |\n| --- | --- |\n| `/status` | = ok |\n';
const english = (first = 'It waits.', end = '', rows = table): string =>
  `---\ntitle: Wait\ndescription: A page.\nowner: support-ops\naudience: public\nreviewed: 2026-11-01\n---\n\n${first}\n\n:::check[It works]{#works use="http-json" target="api"}\n${rows}\n- **Healthy**: go on.\n:::\n\n## Where it stands\n\nHere.\n\n## What to do\n\nNothing.\n${end}`;
const translation = (more = ''): string =>
  `---\ntitle: Espera\naudience: public\n${more}---\n\nEspera.\n\n:::check[Funciona]{#works}\n- **Healthy**: siga.\n:::\n\n## Dónde está\n\nAquí.\n\n## Qué hacer\n\nNada.\n`;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}
const git = (...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args], {
    cwd: root,
    stdio: 'ignore',
  });
};
const commit = (): void => {
  git('add', '-A');
  git('commit', '-qm', 'A change');
};
async function stale(at = root): Promise<string[]> {
  const { diagnostics } = await loadProject({ root: at, now: new Date('2026-11-22T00:00:00Z') });
  const told = diagnostics.filter(({ code }) => code !== 'missing-description');
  return told.map(({ path, line, severity, code, message }) => `${path}:${line} ${severity} ${code} ${message}`);
}
async function begin(isRepository: boolean): Promise<void> {
  await write('src/content/targets/lab.yaml', 'api:\n  url: https://api.example\n');
  await write(source, english());
  await write(spanish, translation());
  if (!isRepository) return;
  git('init', '-q');
  commit();
}
function markAll(): void {
  execFileSync(process.execPath, [join(packageRoot, 'scripts/runlight.mjs'), 'translated', '--all', '--root', root], {
    stdio: 'ignore',
  });
}

it('a marked translation is told of outside of git, with the headings that changed', async () => {
  await begin(false);
  markAll();
  expect(await readFile(join(root, spanish), 'utf8')).toMatch(/^translates: "[0-9a-f]{6}( [0-9a-f]{6}){2}"$/m);
  expect(await stale()).toEqual([]);
  await write(source, english('It waits.', '\n## When to write\n\nNow.\n').replace('Nothing.', 'Look it up.'));
  const [told, ...others] = await stale();
  expect(others).toEqual([]);
  expect(told).toMatch(/^src\/content\/docs\/es\/help\/wait\.md:4 warning stale-translation /);
  expect(told).toContain('“What to do” (line 23) has changed; “When to write” (line 27) is new');
  expect(told).toContain('npx runlight translated es/help/wait');
  markAll();
  expect(await stale()).toEqual([]);
});

it('what a translation does not repeat makes it no older: rows of checks, reviews, white space', async () => {
  await begin(false);
  markAll();
  const rows = table.replace('= ok', '= up');
  await write(source, english('It  waits.', '\n', rows).replace('reviewed: 2026-11-01', 'reviewed: 2026-11-20'));
  expect(await stale()).toEqual([]);
});

it('the beginning and sections that are gone are named, too', async () => {
  await begin(false);
  markAll();
  await write(source, english('It waits longer.').replace(/## Where it stands\n\nHere\.\n\n/, ''));
  const [told] = await stale();
  expect(told).toContain('the beginning (title, description or the first lines) has changed');
  expect(told).toContain('a section is gone');
});

it('an unmarked translation is held against the source of its newest commit', async () => {
  await begin(true);
  expect(await stale()).toEqual([]);
  await write(source, english().replace('Nothing.', 'Look it up.'));
  expect((await stale())[0]).toContain('“What to do” (line 23) has changed');
  commit();
  expect((await stale())[0]).toContain('“What to do” (line 23) has changed');
  await write(spanish, translation().replace('Nada.', 'Búsquelo.'));
  // While it is being edited nobody knows what it is made from.
  expect(await stale()).toEqual([]);
  commit();
  expect(await stale()).toEqual([]);
});

it('in a shallow clone only the mark knows', async () => {
  await begin(true);
  markAll();
  commit();
  await write(source, english().replace('Nothing.', 'Look it up.'));
  commit();
  const shallow = join(root, 'shallow');
  git('clone', '-q', '--depth=1', pathToFileURL(root).href, shallow);
  expect((await stale(shallow))[0]).toContain('“What to do” (line 23) has changed');
});

it('an unmarked translation outside of git says nothing', async () => {
  await begin(false);
  await write(source, english('It waits longer.'));
  expect(await stale()).toEqual([]);
});
