import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { childEnvironment, runNode } from './run.ts';

const script = join(packageRoot, 'scripts/start.ts');
const asService = ['--env', 'production', '--no-build', '--no-first-run'];
let work = '';
let tree = '';

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-service-'));
  tree = join(work, 'tree');
  await mkdir(join(tree, 'src/content/targets'), { recursive: true });
  await mkdir(join(tree, 'runbooks/network'), { recursive: true });
  await writeFile(join(tree, 'src/content/targets/production.yaml'), 'api:\n  url: http://127.0.0.1:9\n  layer: api\n');
  await writeFile(
    join(tree, 'runbooks/network/one.md'),
    '---\ntitle: One\ndescription: A page.\nowner: support-ops\nreviewed: 2026-11-01\njourneys: [swap]\n---\n\n:::check[It is well]{#well use="http-json" target="api"}\n| Reading | Healthy |\n| --- | --- |\n| `/status` | = ok |\n\n- **Healthy**: go on.\n:::\n',
  );
});
afterEach(() => rm(work, { recursive: true, force: true }));

const filesOf = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true })).sort();

it('says what to do where nothing was built, and builds nothing', async () => {
  const before = await filesOf(tree);
  const ran = await runNode([script, '--root', tree, ...asService]);
  expect([ran.code, ran.output]).toEqual([2, expect.stringContaining('run `npm run build` first')]);
  expect(await filesOf(tree)).toEqual(before);
});

it('serves what was built, asks nothing, writes only where it is told, and ends when it is told', async () => {
  await mkdir(join(tree, 'dist/internal'), { recursive: true });
  await writeFile(join(tree, 'dist/internal/index.html'), '<p>Home</p>');
  const before = await filesOf(tree);
  const data = join(work, 'data');
  const child = spawn(process.execPath, [script, '--root', tree, ...asService, '--port', '0'], {
    cwd: packageRoot,
    env: childEnvironment({ RUNLIGHT_DATA: data }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let output = '';
  for await (const part of child.stdout.setEncoding('utf8')) {
    output += part;
    if (output.includes('Ctrl-C')) break;
  }
  const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0] ?? '';
  expect(await (await fetch(url)).text()).toBe('<p>Home</p>');
  const health: unknown = await (await fetch(`${url}api/v1/health`)).json();
  expect(health).toMatchObject({ status: 'ok', environment: 'production', blocks: 1, running: 0 });
  const blocks: unknown = await (await fetch(`${url}api/v1/blocks`)).json();
  expect(blocks).toMatchObject({ blocks: [{ proof: null }] });
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(await filesOf(tree)).toEqual(before);
  expect(await readdir(data)).toContain('runlight.sqlite');
});

it('does not take another port than the proxy asks', async () => {
  await mkdir(join(tree, 'dist/internal'), { recursive: true });
  await writeFile(join(tree, 'dist/internal/index.html'), '<p>Home</p>');
  const { createServer } = await import('node:net');
  const other = createServer();
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const { port } = other.address() as { port: number };
  const ran = await runNode(
    [script, '--root', tree, ...asService, '--port', String(port), '--origin', 'https://runbooks.example.com'],
    { RUNLIGHT_DATA: join(work, 'data') },
  );
  other.close();
  expect([ran.code, ran.output]).toEqual([1, expect.stringContaining(`port ${port} is taken`)]);
});
