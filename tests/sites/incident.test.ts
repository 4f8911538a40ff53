import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/project/folders.ts';
import { type Ran, runlight } from './run.ts';

let work = '';
let root = '';
let count = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'runlight-incident-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** A tree with the journeys and providers that ship, and no incidents; macros ship with Runlight. */
beforeEach(async () => {
  count += 1;
  root = join(work, String(count));
  await mkdir(join(root, 'src/content/incidents'), { recursive: true });
  for (const folder of ['providers', 'journeys'])
    await cp(join(packageRoot, 'src/content', folder), join(root, 'src/content', folder), { recursive: true });
});

const incident = (...args: string[]): Promise<Ran> => runlight('incident', ...args, '--root', root);
const folder = (): string => join(root, 'src/content/incidents');
const record = async (id: string): Promise<string> => readFile(join(folder(), `${id}.md`), 'utf8');
const id = '2026-11-03-swaps-bsc';
const open = (...more: string[]): Promise<Ran> =>
  incident('open', 'swaps-bsc', '--severity', 'sev2', '--journey', 'swap', '--at', '2026-11-03T14:02Z', ...more);

describe('runlight incident', () => {
  it('takes an incident from its opening to the draft of its review, in three languages', async () => {
    const opened = await open(
      '--public',
      '--chain',
      'bnb-smart-chain',
      '--impact',
      'Swaps on BNB Smart Chain fail.',
      '--impact',
      'es=Los intercambios fallan.',
      '--json',
    );
    expect(opened.code, opened.output).toBe(0);
    expect(JSON.parse(opened.stdout)).toMatchObject({ id, path: `src/content/incidents/${id}.md`, public: true });
    const first = await record(id);
    expect(first).toContain('We are investigating a problem: Swaps on BNB Smart Chain fail.');
    expect(first).toContain('Estamos investigando un problema: Los intercambios fallan.');
    expect(first).toContain('Estamos investigando um problema: Algo não funciona normalmente (Trocas).');
    // By the severity: half an hour, at a round one.
    expect(first).toContain('2026-11-03 14:35 UTC');
    expect(first).not.toMatch(/\{\{|Hello|Hola:/);

    const noted = await incident(
      'update',
      'swaps-bsc',
      '--note',
      'Nodes are 80 blocks behind.',
      '--at',
      '2026-11-03T14:10Z',
    );
    expect(noted.code, noted.output).toBe(0);
    expect((await incident('update', id, '--phase', 'identified', '--at', '2026-11-03T14:20Z')).code).toBe(0);
    expect((await incident('update', id, '--phase', 'monitoring', '--at', '2026-11-03T14:40Z')).code).toBe(0);
    const resolved = await incident(
      'resolve',
      'swaps-bsc',
      '--owner',
      'engineering',
      '--at',
      '2026-11-03T15:20Z',
      '--json',
    );
    expect(resolved.code, resolved.output).toBe(0);
    const last = await record(id);
    expect(last).toContain('- 2026-11-03 14:10 UTC: Nodes are 80 blocks behind.');
    expect(last).toContain('Encontramos la causa de un problema');
    expect(last).toContain('Voltou a funcionar e continuamos observando');
    expect(last).toMatch(/review:\n {2}owner: engineering\n {2}due: 2026-11-10/);
    // Whatever was written stays, the comment for editors, too.
    expect(last.startsWith('---\n# yaml-language-server')).toBe(true);

    const reviewed = await incident('review', 'swaps-bsc');
    expect(reviewed.code, reviewed.output).toBe(0);
    const draft = await readFile(join(folder(), `reviews/${id}.md`), 'utf8');
    expect(draft).toContain('| 2026-11-03 14:10 | Nodes are 80 blocks behind. | the record |');
    expect(draft).toContain('78 minutes in SEV-2');
    expect((await incident('review', 'swaps-bsc')).output).toContain('exists already; nothing was changed');

    const linted = await runlight('lint', '--root', root, 'src/content/incidents');
    expect(linted.output).toMatch(/: 0 errors/);
    const { incidents } = JSON.parse((await incident('list', '--json')).stdout) as {
      incidents: { id: string; phase: string; open: boolean }[];
    };
    expect(incidents).toEqual([
      expect.objectContaining({ id, phase: 'resolved', open: false, resolvedAt: '2026-11-03T15:20Z' }),
    ]);
    expect((await incident('list', '--open')).stdout).toBe('No incident is open.\n');
  });

  it('opens nothing over what is there', async () => {
    expect((await open()).code).toBe(0);
    const before = await record(id);
    const again = await open('--public', '--impact', 'Other.');
    expect([again.code, again.output.split('\n')[0]]).toEqual([
      2,
      `\`src/content/incidents/${id}.md\` exists already; nothing was changed.`,
    ]);
    expect(await record(id)).toBe(before);
  });

  it.each<[what: string, args: string[], says: string]>([
    ['a word that is none', ['opne', 'x'], 'Did you mean `open`?'],
    ['no severity', ['open', 'x'], 'Take the higher one'],
    ['an unknown severity', ['open', 'x', '--severity', 'sev7'], '`sev7`'],
    ['an unknown journey', ['open', 'x', '--severity', 'sev2', '--journey', 'swaps'], 'Did you mean `swap`?'],
    ['an unknown provider', ['open', 'x', '--severity', 'sev2', '--provider', 'example-onrmp'], '`example-onramp`'],
    ['an unknown phase', ['open', 'x', '--severity', 'sev2', '--phase', 'identifed'], 'Did you mean `identified`?'],
    ['an unknown language', ['open', 'x', '--severity', 'sev2', '--impact', 'ess=Falla.'], 'Did you mean `es`?'],
    ['an unknown incident', ['update', 'nothing', '--note', 'x'], 'There is no incident `nothing`.'],
    ['a name with a path', ['open', '../x', '--severity', 'sev2'], 'lower-case words with hyphens'],
    [
      'a promise',
      [
        'open',
        'x',
        '--severity',
        'sev2',
        '--journey',
        'swap',
        '--public',
        '--impact',
        'Swaps work again in two hours.',
      ],
      'incident-promises',
    ],
    [
      'a word of the team',
      [
        'open',
        'x',
        '--severity',
        'sev2',
        '--journey',
        'swap',
        '--public',
        '--impact',
        'Example Swap Aggregator is down.',
      ],
      'incident-internal',
    ],
    ['a day that is none', ['open', 'x', '--severity', 'sev2', '--at', '2026-02-30T10:00Z'], 'no such day'],
    ['what is still to come', ['open', 'x', '--severity', 'sev2', '--at', '2999-01-01T10:00Z'], 'still to come'],
    ['a key as a network', ['open', 'x', '--severity', 'sev2', '--chain', '4c0883a6'.repeat(8)], 'private key'],
    ['a folder without sites', ['open', 'x', '--severity', 'sev2', '--publish', tmpdir()], 'no site is built there'],
    [
      'a link to anywhere',
      ['open', 'x', '--severity', 'sev2', '--public', '--text', 'See https://evil.invalid/ now.'],
      'unlisted-domain',
    ],
  ])('refuses %s, and writes nothing', async (_what, args, says) => {
    const ran = await incident(...args);
    expect(ran.code, ran.output).toBe(2);
    expect(ran.output).toContain(says);
    expect(await readdir(folder())).toEqual([]);
  });

  it('refuses a recovery phrase wherever it is given, and takes other secrets out', async () => {
    const phrase = 'legal winner thank year wave sausage worth useful legal winner thank yellow';
    for (const option of ['--impact', '--title', '--note', '--headline', '--workaround', '--text']) {
      const ran = await open('--public', option, `User wrote ${phrase}`);
      expect([option, ran.code]).toEqual([option, 2]);
      expect(ran.output).toContain('recovery phrase');
      expect(ran.output).not.toContain('sausage');
    }
    expect(await readdir(folder())).toEqual([]);
    const key = `AKIA${'IOSFODNN7EXAMPLE'}`;
    expect((await open('--note', `Key ${key} was in the log.`)).code).toBe(0);
    expect(await record(id)).not.toContain(key);
  });

  it('says what it did not write, and promises nothing that users do not read', async () => {
    const opened = await open('--public', '--impact', 'Swaps fail.', '--workaround', 'Wait.');
    expect(opened.stdout).toContain('not in the record: give it again with `--workaround es=…`');
    expect(opened.stdout).toContain('were promised the next word at 2026-11-03 14:35 UTC');
    const texts = ['It fails.', 'es=Falla.', 'pt-br=Falha.'].flatMap((text) => ['--text', text]);
    const updated = await incident('update', id, ...texts);
    expect([updated.code, updated.stdout.includes('promised')]).toEqual([0, false]);
  });

  it('leaves the sites as they are while a record cannot be read: an open issue would be over', async () => {
    const dist = join(root, 'dist');
    await mkdir(join(dist, 'public'), { recursive: true });
    expect((await open('--public', '--impact', 'Swaps fail.', '--publish', dist)).output).toContain('users read: down');
    const status = await readFile(join(dist, 'public/status.json'), 'utf8');
    await writeFile(join(folder(), `${id}.md`), (await record(id)).replace('severity: sev2', 'severity: sev22'));
    const other = await incident('open', 'other', '--severity', 'sev3', '--publish', dist);
    expect(other.code, other.output).toBe(0);
    expect(other.output).toContain('cannot be read: the sites keep what they were told');
    expect(await readFile(join(dist, 'public/status.json'), 'utf8')).toBe(status);
  });

  it('says what it does, with examples', async () => {
    const { stdout, code } = await runlight('incident', '--help');
    expect(code).toBe(0);
    for (const part of ['open NAME', '--severity SEV', '--publish DIR', 'npx runlight incident resolve'])
      expect(stdout).toContain(part);
  });
});
