import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, it } from 'vitest';
import { packageRoot } from '../src/project/folders.ts';
import { runlight, runNode } from '../tests/sites/run.ts';
import { dataFile } from './cli/data-file.ts';

const read = (file: string): string => readFileSync(join(packageRoot, file), 'utf8');
const page = read('docs/deploying.md');
const unit = read('deploy/runlight.service');
/** The values of a key of the unit. */
const said = (key: string): string[] =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map((match) => match[1] ?? '');
const execStart = said('ExecStart')[0] ?? '';
const portOfUnit = / --port (\d+) /.exec(execStart)?.[1];

it('the unit starts a script that is there, with Runlight’s own Node', () => {
  const [node, script] = execStart.split(' ');
  expect(node).toBe(`${said('WorkingDirectory')[0]}/node_modules/node/bin/node`);
  expect(existsSync(join(packageRoot, script ?? ''))).toBe(true);
});

it('every option of the unit and of the page is one of the command’s', async () => {
  const { stdout } = await runNode([join(packageRoot, 'scripts/start.ts'), '--help']);
  const known = [...stdout.matchAll(/^ .*?(--[a-z-]+)/gm)].map(([, option]) => option);
  const starts = [execStart, ...page.matchAll(/npm start -- .*/g)].join('\n');
  const given = [...starts.matchAll(/ (--[a-z][a-z-]*)/g)].map(([, option]) => option);
  expect(given.length).toBeGreaterThan(5);
  expect(given.filter((option) => !known.includes(option))).toEqual([]);
});

it('the unit keeps its data in the folder that systemd makes for it', () => {
  const folder = `/var/lib/${said('StateDirectory')[0]}`;
  const [, name = '', value = ''] = /^([A-Z_]+)=(.*)$/.exec(said('Environment')[0] ?? '') ?? [];
  expect(dataFile('/opt/runlight/current', { [name]: value })).toBe(`${folder}/runlight.sqlite`);
});

it('both proxies ask the port on which the unit listens, for the name that it answers to', () => {
  const origin = / --origin https:\/\/(\S+) /.exec(execStart)?.[1];
  for (const file of ['deploy/nginx-internal.conf', 'deploy/Caddyfile']) {
    expect(read(file)).toContain(`127.0.0.1:${portOfUnit}`);
    expect(read(file)).toContain(origin);
  }
});

it('every file and command that the page names is there', async () => {
  const files = globSync('deploy/*', { cwd: packageRoot });
  const named = new Set([...page.matchAll(/\bdeploy\/[\w.-]+\w/g)].map(([name]) => name));
  expect([...named].sort()).toEqual(files.sort());
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const run = [...page.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '');
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
  const { stdout } = await runlight('--help');
  const called = [...page.matchAll(/(?:npx runlight|runlight\.mjs) (\w+)/g)].map(([, name]) => name ?? '');
  expect(called).toContain('status');
  expect(called.filter((name) => !new RegExp(`^ {2}${name} `, 'm').test(stdout))).toEqual([]);
});
